/** What a strict proof lists. */
import { expect, test } from 'vitest'
import type { FaultProof } from './proof.ts'
import { strictly, strictMarkdown, strictText } from './strict.ts'

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
  const { hollow, undue } = strictly([proof({ requirement: ['v3.list.a', 'v3.get.b'] })])
  expect(hollow).toEqual([{ fault: 'v3-list-broken', requirement: 'v3.get.b' }])
  expect(undue).toEqual([])
})

test('an accusation of another operation is undue, one of the own operation is not', () => {
  const { hollow, undue } = strictly([proof({ alsoAccused: ['v3.list.c', 'v3.get.b', 'v1.list.a'] })])
  expect(hollow).toEqual([])
  expect(undue.map(({ requirement }) => requirement)).toEqual(['v3.get.b', 'v1.list.a'])
})

test('text and Markdown name every pair under its count', () => {
  const found = strictly([proof({ caughtBy: [], alsoAccused: ['v3.get.b'] })])
  for (const text of [strictText(found), strictMarkdown(found)]) {
    expect(text.match(/v3-list-broken/g)).toHaveLength(2)
    expect(text).toMatch(/v3\.list\.a[\s\S]*v3\.get\.b/)
  }
  expect(strictText(found)).toContain('1 claims that do not come true')
})
