import { describe, expect, test } from 'vitest'
import { differences, median, ratios, spread, variation } from './numbers.mjs'

describe('the median', () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 9, 2, 1], 5.5],
    [[100, 20, 3], 20],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  test('is none of nothing', () => {
    expect(() => median([])).toThrow('no median of nothing')
  })

  test('leaves the values in their order', () => {
    const values = [3, 1, 2]
    expect(spread(values)).toEqual({ median: 2, least: 1, most: 3 })
    expect(values).toEqual([3, 1, 2])
  })
})

describe('a comparison', () => {
  test('is made round by round, so that a slow round tells as much as a fast one', () => {
    expect(ratios([2, 20, 4], [1, 10, 1])).toEqual({ median: 2, least: 2, most: 4 })
    expect(differences([5, 50, 7], [4, 40, 9])).toEqual({ median: 1, least: -2, most: 10 })
  })

  test('needs as many rounds of the one as of the other', () => {
    expect(() => ratios([1, 2], [1])).toThrow('2 samples cannot be paired with 1')
  })
})

describe('the variation', () => {
  test('is the deviation as a share of the mean', () => {
    expect(variation([5, 5, 5])).toBe(0)
    expect(variation([9, 11])).toBeCloseTo(0.1)
    expect(() => variation([])).toThrow()
  })
})
