import { expect, test } from 'vitest'
import { bySeverity, followersOf } from './severity.ts'
import { reportOf } from './testing/report.ts'

test('what keeps people apart comes first, then musts; the rest keeps its order', () => {
  const all = [
    { id: 1, level: 'should' as const },
    { id: 2, level: 'must' as const },
    { id: 3, level: 'should' as const, security: true as const },
    { id: 4, level: 'must' as const, security: true as const },
    { id: 5, level: 'must' as const },
  ]
  expect(bySeverity(all).map(({ id }) => id)).toEqual([4, 3, 2, 5, 1])
  expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
})

test('what follows from a violation is found under it, and nothing from what is none', () => {
  const { requirements } = reportOf({
    a: 'failed',
    b: 'inconclusive',
    c: 'inconclusive',
    d: 'passed',
    e: 'inconclusive',
  })
  const follows: Record<string, string> = { b: 'a', c: 'd', e: 'a' }
  const results = requirements.map((one) => {
    const from = follows[one.id]
    return from === undefined ? one : { ...one, follows: from }
  })
  const found = [...followersOf(results)].map(([id, own]) => [id, own.map((one) => one.id)])
  expect(found).toEqual([['a', ['b', 'e']]])
})
