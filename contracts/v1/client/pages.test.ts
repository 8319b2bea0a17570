/** Which pages are read. */
import { describe, expect, test } from 'vitest'
import { planWalk } from './pages.ts'

describe('planWalk', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 12, 20, 40, 41, 45, 60, 76, 80, 99, 100, 101, 120, 200, 999, 1200])(
    'reads all pages of %i users',
    (total) => {
      const { limit, pages, whole, past } = planWalk(total, 12)
      expect(whole).toBe(true)
      expect(pages).toEqual(Array.from({ length: Math.max(1, Math.ceil(total / limit)) }, (_, i) => i + 1))
      expect((past - 1) * limit).toBeGreaterThanOrEqual(total)
    },
  )

  test.each([3, 4, 5, 6, 9, 12, 20, 40, 41, 45, 60, 76, 80, 99, 100])(
    'leaves the last of several pages of %i users with room',
    (total) => {
      const { limit, pages } = planWalk(total, 12)
      expect(pages.length).toBeGreaterThan(1)
      expect(total % limit).toBeGreaterThan(0)
    },
  )

  test('reads 45 users in three pages', () => {
    expect(planWalk(45, 12)).toEqual({ limit: 16, pages: [1, 2, 3], whole: true, past: 4 })
  })

  test.each([3, 20, 45, 48, 57, 99])('reads %i users with another limit than the usual one', (total) => {
    for (let usual = 1; usual <= 25; usual++) expect(planWalk(total, 12, usual).limit).not.toBe(usual)
  })

  test('reads the corners of 100,000 users', () => {
    expect(planWalk(100_045, 12)).toEqual({ limit: 100, pages: [1, 2, 501, 1001], whole: false, past: 1002 })
  })

  test('reads the page before a last one that is nearly empty', () => {
    expect(planWalk(100_003, 12).pages).toEqual([1, 2, 501, 1000, 1001])
  })

  test('never reads more pages than it may', () => {
    for (const maxPages of [1, 2, 3, 4, 12]) {
      for (const total of [45, 150, 1201, 100_003]) {
        expect(planWalk(total, maxPages).pages.length).toBeLessThanOrEqual(maxPages)
      }
    }
  })
})
