import { expect, test } from 'vitest'
import type { EarlierAttempt, Exchange } from '../../model/exchange.ts'
import { OvercomeErrors } from './server-errors.ts'

const START = Date.UTC(2026, 2, 11)
let count = 0

/** An exchange that began `fromMs` after the start and was answered with the last of the statuses, 10 ms apart. */
function exchangeOf(fromMs: number, ...statuses: number[]): Exchange {
  const last = statuses.at(-1) ?? 0
  const earlier = statuses.slice(0, -1).map(
    (status, nth): EarlierAttempt => ({
      status,
      at: new Date(START + fromMs + (nth + 1) * 10).toISOString(),
      waitedMs: 0,
    }),
  )
  count++
  return {
    id: `x${count}`,
    contract: 'v3',
    operation: 'GET /v3/users',
    caller: 'admin',
    purpose: 'list',
    request: { method: 'GET', url: `http://t/v3/users?${count}`, headers: {} },
    response: { status: last, headers: [], body: { text: '', bytes: 0, sha256: '', truncated: false } },
    startedAt: new Date(START + fromMs).toISOString(),
    durationMs: statuses.length * 10,
    attempts: statuses.length,
    waitedMs: 0,
    ...(earlier.length === 0 ? {} : { earlierAttempts: earlier }),
  }
}

function levels(...exchanges: Exchange[]): string[] {
  const errors = new OvercomeErrors()
  return exchanges.flatMap((exchange) => errors.seenIn(exchange)).map(({ level }) => level)
}

test('what nothing overcame is no matter of repetitions, and 503 and 429 are none at all', () => {
  expect(levels(exchangeOf(0, 500, 500), exchangeOf(0, 503, 503, 200), exchangeOf(0, 429, 200))).toEqual([])
})

test('an error under parallel requests is a warning once, a violation twice', () => {
  expect(levels(exchangeOf(0, 500, 200))).toEqual(['should'])
  expect(levels(exchangeOf(0, 500, 200), exchangeOf(100, 500, 200))).toEqual(['should', 'must'])
})

test('errors of a gateway that overlap are one outage and one warning; a second outage is a violation', () => {
  expect(levels(exchangeOf(0, 502, 200), exchangeOf(5, 504, 200), exchangeOf(8, 502, 200))).toEqual([
    'should',
  ])
  expect(levels(exchangeOf(0, 502, 200), exchangeOf(500, 502, 200))).toEqual(['should', 'must'])
})
