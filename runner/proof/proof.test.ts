import { describe, expect, test } from 'vitest'
import type { Level, Requirement, Verdict } from '../../model/contract.ts'
import { concludeProof, type FaultClaim, isMissed, proveFault, proveVariant } from './proof.ts'

const verdicts = (given: Record<string, Verdict>) =>
  new Map(Object.entries(given).map(([id, verdict]) => [id, { verdict }]))
const NO_HARM = { harm: [], books: 0 }
const levels = new Map<string, Level>([
  ['v3.list.a', 'must'],
  ['v3.list.b', 'must'],
  ['v3.list.wish', 'should'],
])
const fault = (...requirement: string[]): FaultClaim => ({
  name: 'v3-list-broken',
  contract: 'v3',
  requirement,
  says: 'Something is broken.',
})
const requirement = (id: string, changes: Partial<Requirement> = {}): Requirement => ({
  id,
  contract: 'v3',
  operation: 'GET /v3/users',
  level: 'must',
  title: 'It holds.',
  source: { page: 'v3: List users', kind: 'stated', statements: [] },
  ...changes,
})

describe('a fault', () => {
  test('is caught by the requirement that it violates', () => {
    const { caughtBy, alsoAccused } = proveFault(
      fault('v3.list.a'),
      verdicts({ 'v3.list.a': 'failed', 'v3.list.b': 'passed' }),
      levels,
    )
    expect({ caughtBy, alsoAccused }).toEqual({ caughtBy: ['v3.list.a'], alsoAccused: [] })
  })

  test.each(['passed', 'warning', 'inconclusive', 'untested'] as const)(
    'of a must is not caught by the verdict %s',
    (verdict) => {
      expect(proveFault(fault('v3.list.a'), verdicts({ 'v3.list.a': verdict }), levels).caughtBy).toEqual([])
    },
  )

  test('of a should is caught by a warning', () => {
    const proof = proveFault(fault('v3.list.wish'), verdicts({ 'v3.list.wish': 'warning' }), levels)
    expect(proof.caughtBy).toEqual(['v3.list.wish'])
  })

  test('names who else was accused', () => {
    const proof = proveFault(
      fault('v3.list.a'),
      verdicts({ 'v3.list.a': 'failed', 'v3.list.b': 'failed', 'v3.list.wish': 'warning' }),
      levels,
    )
    expect(proof.alsoAccused).toEqual(['v3.list.b'])
  })

  test('is caught by nothing that was not judged or that nobody knows', () => {
    expect(proveFault(fault('v3.list.a', 'v3.list.unheard-of'), verdicts({}), levels).caughtBy).toEqual([])
  })

  test('hands on what it says of itself', () => {
    const claim = { ...fault('v3.list.a'), change: () => undefined }
    expect(proveFault(claim, verdicts({}), levels)).toEqual({
      ...fault('v3.list.a'),
      caughtBy: [],
      toldBy: [],
      alsoAccused: [],
    })
  })
})

test('a variant is cleared when nothing failed; warnings and gaps are told beside it', () => {
  const variant = { name: 'v3-calm', contract: 'v3' as const, says: 'A freedom.' }
  expect(
    proveVariant(
      variant,
      verdicts({ a: 'passed', b: 'warning', c: 'inconclusive', d: 'untested', e: 'failed' }),
    ),
  ).toEqual({ ...variant, accused: ['e'], warned: ['b'], unsettled: ['c', 'd'] })
})

describe('the whole proof', () => {
  const catalogue = [
    requirement('v3.list.a'),
    requirement('v3.list.b'),
    requirement('v3.list.hidden', { unobservable: 'nobody sees it' }),
  ]
  const caught = (id: string) => ({ ...fault(id), caughtBy: [id], toldBy: [], alsoAccused: [] })
  const clear = {
    name: 'honest',
    contract: 'both' as const,
    says: '',
    accused: [],
    warned: [],
    unsettled: [],
  }

  test('passes when all faults are caught, all variants cleared and all requirements proven', () => {
    const proof = concludeProof([caught('v3.list.a'), caught('v3.list.b')], [clear], catalogue, 12, NO_HARM)
    expect(proof.unproven).toEqual([])
    expect(proof.summary).toEqual({ passed: 5, failed: 0, durationMs: 12 })
  })

  test('counts every fault missed, every false alarm and every requirement without a fault', () => {
    const missed = { ...fault('v3.list.b'), caughtBy: [], toldBy: [], alsoAccused: ['v3.list.a'] }
    const accused = { ...clear, accused: ['v3.list.a', 'v3.list.b'] }
    const proof = concludeProof([caught('v3.list.a'), missed], [clear, accused], catalogue, 0, NO_HARM)
    expect(proof.unproven).toEqual(['v3.list.b'])
    expect(proof.summary).toEqual({ passed: 3, failed: 3, durationMs: 0 })
  })

  test('a form is caught by whatever fails because of it, a fault by its own requirement', () => {
    const found = { caughtBy: [], toldBy: [], alsoAccused: ['v3.list.b'] }
    expect(isMissed({ ...fault('v3.list.a'), ...found })).toBe(true)
    expect(isMissed({ ...fault('v3.list.a'), ...found, kind: 'rare' })).toBe(false)
    expect(isMissed({ ...fault('v3.list.a'), ...found, kind: 'rare', alsoAccused: [] })).toBe(true)
  })

  test('fails where a fault is not charged with what it does', () => {
    const hollow = {
      ...fault('v3.list.a', 'v3.list.b'),
      caughtBy: ['v3.list.a'],
      toldBy: [],
      alsoAccused: [],
    }
    const { summary, claims } = concludeProof([hollow], [], [], 0, NO_HARM)
    expect(claims.hollow).toEqual([{ fault: hollow.name, requirement: 'v3.list.b' }])
    expect(summary.failed).toBe(1)
  })

  test('does not ask for the proof of what HTTP cannot show', () => {
    const proof = concludeProof([], [], [catalogue[2] ?? requirement('v3.list.x')], 0, NO_HARM)
    expect(proof.summary.failed).toBe(0)
  })

  test('fails once for each run that harmed somebody, however many', () => {
    const harm = ['Ada was removed', 'Bert was removed'].map((says) => ({
      name: 'v3-list-broken',
      safety: 'full' as const,
      says,
    }))
    expect(concludeProof([], [], [], 0, { harm, books: 3 }).summary).toMatchObject({ passed: 2, failed: 1 })
  })
})
