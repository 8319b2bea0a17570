import { expect, test } from 'vitest'
import type { Exchange } from '../model/exchange.ts'
import { busyText } from './busy.ts'

/** An exchange that was answered with the last of the statuses, after the others. */
function exchangeOf(...statuses: number[]): Exchange {
  const earlierAttempts = statuses.slice(0, -1).map((status) => ({ status, at: '2026-03-11T00:00:00.000Z' }))
  return { earlierAttempts, response: { status: statuses.at(-1) } } as Exchange
}

test('what means "not now" is counted for people', () => {
  expect(busyText([exchangeOf(429, 429, 200), exchangeOf(503, 200), exchangeOf(502, 200)])).toBe(
    '429 x 2, 503 x 1',
  )
  expect(busyText([exchangeOf(200)])).toBe('')
})
