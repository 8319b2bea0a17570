import { describe, expect, test } from 'vitest'
import { Patience, type Surroundings } from './patience.ts'

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  successes: 5,
  successesOfLane: 5,
  maxWaitMs: 90_000,
  now: 1_000_000,
  ...more,
})

/** How often a request is repeated, at most 100 times. */
function repetitions(refuse: (patience: Patience, nth: number) => number | undefined): number {
  const patience = new Patience()
  for (let nth = 1; nth < 100; nth++) if (refuse(patience, nth) === undefined) return nth - 1
  return Number.POSITIVE_INFINITY
}

describe('patience', () => {
  test('has no end while nobody else is answered either', () => {
    expect(repetitions((patience) => patience.refused(429, '1', around()))).toBe(Number.POSITIVE_INFINITY)
    expect(
      repetitions((patience) => patience.refused(503, undefined, around({ canaryAnswered: false }))),
    ).toBe(Number.POSITIVE_INFINITY)
  })

  test('ends soon for a request that is refused alone while another one is answered', () => {
    expect(
      repetitions((patience) => patience.refused(502, undefined, around({ canaryAnswered: true }))),
    ).toBe(1)
  })

  test('ends for a request that its limit refuses again and again while it lets others through', () => {
    expect(
      repetitions((patience, nth) => patience.refused(429, undefined, around({ successesOfLane: nth }))),
    ).toBe(8)
  })

  test('ends at once where a longer wait is asked for than may be waited', () => {
    expect(repetitions((patience) => patience.refused(429, '91', around()))).toBe(0)
  })

  test('ends for a target that has never answered anybody', () => {
    expect(
      repetitions((patience, nth) =>
        patience.refused(503, undefined, around({ successes: 0, now: 1_000_000 + nth * 10_000 })),
      ),
    ).toBe(9)
  })

  test('waits as long as it is asked to, and longer and longer where it is not', () => {
    const patience = new Patience()
    expect(patience.refused(503, '7', around())).toBe(7_000)
    const unasked = new Patience()
    const waits = [1, 2, 3].map(() => unasked.refused(503, undefined, around()) ?? 0)
    expect(waits).toEqual([...waits].sort((one, other) => one - other))
    expect(new Set(waits).size).toBe(3)
  })
})
