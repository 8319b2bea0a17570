import { describe, expect, test } from 'vitest'
import { backoffMs, retryAfterMs } from './retry.ts'

const NOW = Date.parse('2026-01-01T00:00:00Z')

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['60', 60_000],
    [' 7 ', 7_000],
    ['999999999', 999_999_999_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thursday, 01-Jan-26 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ])('%j means %i ms', (value, expected) => {
    expect(retryAfterMs(value, NOW)).toBe(expected)
  })

  test.each([
    undefined,
    '',
    'soon',
    '-5',
    '1.5',
    '0.5',
    '1e3',
    '60, 60',
    '12345678901',
    '5 seconds',
    'Thu, 99 Foo 2026',
  ])('%j is unreadable', (value) => {
    expect(retryAfterMs(value, NOW)).toBeUndefined()
  })
})

test('waits grow, but not without end', () => {
  const waits = [1, 2, 3, 4, 20].map(backoffMs)
  expect(waits).toEqual([100, 200, 400, 800, 10_000])
})
