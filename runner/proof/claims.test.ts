/** What a proof holds against the claims of faults. */
import { expect, test } from 'vitest'
import { claimLines, claimsOf } from './claims.ts'
import type { FaultProof } from './proof.ts'

const proof = (changes: Partial<FaultProof>): FaultProof => ({
  name: 'v3-list-broken',
  contract: 'v3',
  requirement: ['v3.list.a'],
  says: 'Something is broken.',
  caughtBy: ['v3.list.a'],
  toldBy: [],
  alsoAccused: [],
  ...changes,
})

test('a claim that does not come true is hollow, also beside one that does', () => {
  const { hollow, undue } = claimsOf([proof({ requirement: ['v3.list.a', 'v3.get.b'] })])
  expect(hollow).toEqual([{ fault: 'v3-list-broken', requirement: 'v3.get.b' }])
  expect(undue).toEqual([])
})

test('an accusation of another operation is undue, one of the own operation is not', () => {
  const { hollow, undue } = claimsOf([proof({ alsoAccused: ['v3.list.c', 'v3.get.b', 'v1.list.a'] })])
  expect(hollow).toEqual([])
  expect(undue.map(({ requirement }) => requirement)).toEqual(['v3.get.b', 'v1.list.a'])
})

test.each([
  ['forms', { kind: 'rare' }],
  ['what can only be told', { caughtBy: [], toldBy: ['v3.list.a'] }],
  ['what was missed', { caughtBy: [] }],
] as const)('%s: their claims are not held against them', (_what, changes) => {
  const left = proof({ requirement: ['v3.list.a', 'v3.get.b'], ...changes } as Partial<FaultProof>)
  expect(claimsOf([left])).toEqual({ hollow: [], undue: [] })
})

test('every pair has a line', () => {
  const found = claimsOf([proof({ requirement: ['v3.list.a', 'v3.list.d'], alsoAccused: ['v3.get.b'] })])
  expect(claimLines(found)).toEqual([
    expect.stringMatching(/^HOLLOW +v3-list-broken +claims v3\.list\.d/),
    expect.stringMatching(/^UNDUE +v3-list-broken +accuses v3\.get\.b/),
  ])
})
