/** When to try again. */

/**
 * Reads Retry-After, which is a number of seconds or an HTTP date.
 * @returns milliseconds from `now`, or undefined when the header is missing or unreadable
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Without the name of a day, what Date.parse makes of a text is a guess: it reads 1.5 as a day in 2001.
  const date = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Doubles from 100 ms, at most 10 s. */
export function backoffMs(attempt: number): number {
  return Math.min(10_000, 100 * 2 ** (attempt - 1))
}

/** From this try on the pauses after broken connections grow no longer. */
const LONGEST_PAUSE_AT = 4

/** How long to wait after so many tries whose connection broke, or whose answer got lost: up to 1.2 s, never in a rhythm. */
export function pauseMs(tries: number): number {
  return irregular(backoffMs(Math.min(tries, LONGEST_PAUSE_AT)))
}

/** The wait made longer or shorter by up to a half: what breaks in a rhythm is not met in step with it. */
export function irregular(ms: number): number {
  return ms * (0.5 + Math.random())
}
