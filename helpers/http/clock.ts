/**
 * The time by which checks wait and measure. It is this computer's, unless a recorded run is judged again: then it is
 * the time of that run, and waiting takes none.
 */
import { delay } from './limiter.ts'

/** Tells the time and lets it pass; all in milliseconds. */
export interface Clock {
  /** Since the epoch. */
  now(): number
  delay(ms: number): Promise<void>
}

/** By `performance`, because a computer's clock may be set back in the middle of a run. */
const LIVE: Clock = { now: () => performance.timeOrigin + performance.now(), delay: (ms) => delay(ms) }

let current = LIVE

/** The clock of this thread. */
export function clock(): Clock {
  return current
}

/** Puts another clock in its place for the whole thread, until the returned function is called. */
export function setClock(other: Clock): () => void {
  current = other
  return () => {
    current = LIVE
  }
}
