/** A whole run's requests against limits by rate, in time that passes at once. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Limiter } from './limiter.ts'
import { backoffMs } from './retry.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const REQUESTS = 300
const LANES = ['v3', 'v3 POST', 'v1', 'v1 POST']
/** Milliseconds that an answer takes. */
const LATENCY_MS = 4

/** A limit as nginx keeps it: so many a second, and so many at once beyond that. */
function bucket(rate: number, burst: number): () => boolean {
  let excess = 0
  let last = Date.now()
  return () => {
    const now = Date.now()
    excess = Math.max(0, excess - ((now - last) * rate) / 1000)
    last = now
    if (excess > burst) return false
    excess++
    return true
  }
}

/** A limit as frameworks keep it: so many in each window. */
function windows(most: number, ms: number): () => boolean {
  let left = most
  let end = Date.now() + ms
  return () => {
    if (Date.now() >= end) {
      left = most
      end = Date.now() + ms
    }
    return --left >= 0
  }
}

/**
 * Sends all of them.
 * @param retryAfterMs what a refusal asks for; undefined: it says nothing
 * @returns seconds until the last is answered
 */
async function secondsFor(admits: () => boolean, retryAfterMs: number | undefined): Promise<number> {
  const limiter = new Limiter({ most: 15 })
  const started = Date.now()
  const one = async (nth: number): Promise<void> => {
    const lane = LANES[nth % 7 === 0 ? 1 : nth % 2 === 0 ? 0 : nth % 11 === 0 ? 3 : 2] ?? ''
    for (let refusals = 0; ; refusals++) {
      const leave = await limiter.enter({ lane, again: refusals > 0, alone: refusals >= 2 })
      const admitted = admits()
      await new Promise((resolve) => setTimeout(resolve, LATENCY_MS))
      leave()
      if (admitted) return limiter.calm(lane)
      const wait = retryAfterMs ?? backoffMs(refusals + 3)
      limiter.complain(lane, wait, retryAfterMs === undefined)
    }
  }
  const all = Promise.all(Array.from({ length: REQUESTS }, (_, nth) => one(nth)))
  let ended = 0
  void all.then(() => {
    ended = Date.now()
  })
  while (ended === 0) await vi.advanceTimersByTimeAsync(100)
  return (ended - started) / 1000
}

const RATES = [2, 5, 10, 20, 50].flatMap((rate) => [0, 5, 20].map((burst) => ({ rate, burst })))

describe.each([
  { refusals: 'ask for a second', retryAfterMs: 1_000 },
  { refusals: 'say nothing', retryAfterMs: undefined },
])('where refusals $refusals', ({ retryAfterMs }) => {
  test.each(RATES)('$rate a second and $burst at once take little more than they need', async (limit) => {
    const needed = (REQUESTS - limit.burst) / limit.rate
    const seconds = await secondsFor(bucket(limit.rate, limit.burst), retryAfterMs)
    expect(seconds).toBeLessThan(needed * 1.5 + 5)
  })
})

test.each([
  { most: 60, seconds: 20 },
  { most: 100, seconds: 60 },
])('$most in each $seconds seconds are waited for as long as refusals say', async ({ most, seconds }) => {
  const needed = (Math.ceil(REQUESTS / most) - 1) * seconds
  expect(await secondsFor(windows(most, seconds * 1_000), seconds * 1_000)).toBeLessThan(needed * 1.2 + 5)
})

/** Answers nothing for so long, and everything then. */
function outage(ms: number): () => boolean {
  const end = Date.now() + ms
  return () => Date.now() >= end
}

test.each([3, 10, 30, 90])('an outage of %i seconds costs little more than it lasts', async (seconds) => {
  expect(await secondsFor(outage(seconds * 1_000), undefined)).toBeLessThan(seconds * 1.2 + 10)
})

/** Answers nothing for so long, then everything but what comes at these places. */
function outageAndMore(ms: number, ...places: number[]): () => boolean {
  const isOver = outage(ms)
  let count = 0
  return () => isOver() && !places.includes(++count)
}

test('a refusal soon after an outage does not keep its pace', async () => {
  expect(await secondsFor(outageAndMore(20_000, 2, 4), undefined)).toBeLessThan(90)
})

/** Refuses every nth, however slowly requests come. */
function everyNth(nth: number): () => boolean {
  let count = 0
  return () => ++count % nth !== 0
}

describe.each([
  { refusals: 'ask for a second', retryAfterMs: 1_000 },
  { refusals: 'say nothing', retryAfterMs: undefined },
])('where refusals have nothing to do with the rate, and $refusals', ({ retryAfterMs }) => {
  test.each([10, 15, 20, 40])('every %ith costs little more than the pauses', async (nth) => {
    const pauses = (REQUESTS / nth) * ((retryAfterMs ?? backoffMs(4)) / 1_000)
    expect(await secondsFor(everyNth(nth), retryAfterMs)).toBeLessThan(pauses * 1.5 + 10)
  })
})
