/**
 * How long a request is repeated to which the target says "not now". Waiting is counted in time: it goes on as long
 * as the run has time, unless waiting cannot settle it, because others are answered while this one is not.
 */
import { backoffMs, retryAfterMs } from './retry.ts'

/** Statuses by which a server, or something before it, says "not now". */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504])

/** How often a request may be refused by a limit that lets others through, until it is taken for its own fault. */
const MOST_LIMITED = 8
/** The same for a request that was sent alone, and right after which another one was answered. */
const MOST_BROKEN = 2
/** After so many refusals a request is repeated alone. */
const ALONE_AFTER = 2

export function isBusy(status: number): boolean {
  return BUSY.has(status)
}

/** What is known of the limits and of other requests when one is refused. */
export interface Surroundings {
  /** Answers without complaint of the whole run so far. */
  successes: number
  /** Those of them that share the refused request's limit. */
  successesOfLane: number
  /** Whether another request was answered right after this one was refused; undefined: none was sent. */
  canaryAnswered?: boolean
  /** Longest wait that a target may ask for, in milliseconds. */
  maxWaitMs: number
  /** Milliseconds since the epoch. */
  now: number
}

/** The patience with one request. */
export class Patience {
  #refusals = 0
  /** Refusals that only this request met. */
  #own = 0
  #successesOfLane = 0
  #since: number | undefined

  /** Whether the next attempt is to be made while nothing else is under way. */
  get wantsToBeAlone(): boolean {
    return this.#refusals >= ALONE_AFTER
  }

  /**
   * The request was refused once more.
   * @returns milliseconds to wait before the next attempt; undefined where waiting cannot settle it
   */
  refused(status: number, retryAfter: string | undefined, around: Surroundings): number | undefined {
    const limited = status === 429
    if (
      limited ? this.#refusals > 0 && around.successesOfLane > this.#successesOfLane : around.canaryAnswered
    ) {
      this.#own++
    }
    this.#successesOfLane = around.successesOfLane
    this.#refusals++
    this.#since ??= around.now
    const asked = retryAfterMs(retryAfter, around.now)
    if (asked !== undefined && asked > around.maxWaitMs) return undefined
    if (this.#own >= (limited ? MOST_LIMITED : MOST_BROKEN)) return undefined
    // Who was never answered at all is not waited for to the end of the run.
    if (around.successes === 0 && around.now - this.#since >= around.maxWaitMs) return undefined
    // A target that says nothing, or "at once", is asked less and less often.
    const own = backoffMs(this.#refusals + (limited ? 2 : 0))
    return asked === undefined ? own : Math.max(asked, this.#refusals > 2 ? Math.min(own, 1_000) : 0)
  }
}
