/** When a reading counts. */
import { describe, expect, test } from 'vitest'
import {
  type Attempt,
  frequencyOf,
  type Issue,
  type IssueKind,
  isSettled,
  MOST_ATTEMPTS,
  provenIssues,
} from './stability.ts'

const wrong = (kind: IssueKind, size = 1): Issue => ({
  kind,
  exchange: 'x1',
  expected: 'one thing',
  actual: 'another',
  size,
})

const attempt = (issues: Issue[], how: Partial<Attempt> = {}): Attempt => ({
  issues,
  still: true,
  quiet: true,
  calm: true,
  disturbance: 0,
  exchanges: ['x1'],
  ...how,
})
const first = (issues: Issue[]) =>
  attempt(issues, { still: false, quiet: false, calm: false, disturbance: undefined })
const busy = (issues: Issue[], disturbance: number) =>
  attempt(issues, { still: false, quiet: false, calm: false, disturbance })

describe('isSettled', () => {
  test('a reading without issues settles everything', () => {
    expect(isSettled([first([])])).toBe(true)
    expect(isSettled([first([wrong('disjoint')]), busy([], 3)])).toBe(true)
  })

  test('an issue has to show twice while nobody comes or goes', () => {
    const readings = [first([wrong('disjoint')]), attempt([wrong('disjoint')])]
    expect(isSettled(readings)).toBe(false)
    expect(isSettled([...readings, attempt([wrong('disjoint')])])).toBe(true)
  })

  test('where nobody comes or goes, what showed once may show again', () => {
    const readings = [first([wrong('disjoint')]), attempt([])]
    expect(isSettled(readings)).toBe(false)
    expect(isSettled([...readings, attempt([]), attempt([])])).toBe(true)
  })

  test('every kind of issue needs its own proofs', () => {
    const both = [wrong('disjoint'), wrong('total')]
    expect(isSettled([attempt([wrong('total')]), attempt(both), attempt(both, { calm: false })])).toBe(false)
  })

  test('gives up in the end', () => {
    const readings = Array.from({ length: MOST_ATTEMPTS }, () => busy([wrong('disjoint')], 5))
    expect(isSettled(readings.slice(1))).toBe(false)
    expect(isSettled(readings)).toBe(true)
  })
})

describe('provenIssues', () => {
  test('none where a reading was sound', () => {
    expect(provenIssues([first([])], 'disjoint')).toEqual([])
    expect(provenIssues([first([wrong('disjoint')]), busy([], 0)], 'disjoint')).toEqual([])
    expect(provenIssues([first([wrong('total')])], 'disjoint')).toEqual([])
  })

  test('those that show now and then while nobody comes or goes', () => {
    const issue = wrong('disjoint')
    expect(provenIssues([first([issue]), attempt([]), attempt([issue])], 'disjoint')).toEqual([issue])
    expect(provenIssues([first([issue]), busy([], 2), attempt([issue])], 'disjoint')).toEqual([])
    expect(frequencyOf([first([issue]), attempt([]), attempt([issue])], 'disjoint')).toBe(
      'in 2 of 3 readings',
    )
  })

  test('those that showed twice in the calm', () => {
    const issue = wrong('disjoint')
    expect(
      provenIssues([first([issue]), busy([], 2), attempt([issue]), attempt([issue])], 'disjoint'),
    ).toEqual([issue])
  })

  test('what one answer shows by itself needs no equal totals, and totals least of all', () => {
    const uneven = attempt([wrong('total'), wrong('disjoint')], { calm: false })
    expect(provenIssues([uneven, uneven], 'total')).toHaveLength(1)
    expect(() => provenIssues([uneven, uneven], 'disjoint')).toThrow('proves nothing')
  })

  test('none where those who came and went explain what was seen', () => {
    expect(
      provenIssues([first([wrong('complete', 3)]), busy([wrong('complete', 3)], 4)], 'complete'),
    ).toEqual([])
  })

  test('nothing is known where they explain a part only', () => {
    const readings = [first([wrong('complete', 3)]), busy([wrong('complete', 3)], 2)]
    expect(() => provenIssues(readings, 'complete')).toThrow('users came and went')
  })

  test('far more than anybody explains, every time, is proof enough', () => {
    const readings = Array.from({ length: MOST_ATTEMPTS }, () => busy([wrong('complete', 40)], 4))
    expect(provenIssues(readings, 'complete')).toHaveLength(1)
    expect(() => provenIssues(readings.slice(1), 'complete')).toThrow('proves nothing')
  })
})
