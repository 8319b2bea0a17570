import { describe, expect, test } from 'vitest'
import { editDistance, nearest } from './nearest.ts'

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['SAFTEY', 'SAFETY', 2],
    ['API_KEY', 'APIKEY', 1],
    ['same', 'same', 0],
  ])('from %j to %j is %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
    expect(editDistance(other, one)).toBe(distance)
  })
})

describe('nearest', () => {
  test('gives all candidates at the least distance, ignoring case', () => {
    expect(nearest('V2', ['v3', 'v1', 'other'], 1)).toEqual(['v3', 'v1'])
    expect(nearest('READONLY', ['read-only', 'full'], 3)).toEqual(['read-only'])
  })

  test('gives none beyond the limit, or without candidates', () => {
    expect(nearest('abc', ['xyz'], 2)).toEqual([])
    expect(nearest('abc', [], 2)).toEqual([])
  })
})
