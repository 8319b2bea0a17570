/** Notices that a target has stopped answering, so that not every request waits for it in turn. */
import type { Deadline } from './deadline.ts'

/** Rounds of requests, one after another, that get no answer at all: then the target is gone. */
const MOST_ROUNDS = 3

export class Silence {
  readonly #deadline: Deadline
  readonly #requestTimeoutMs: number
  #successes = -1
  #rounds = 0
  /** When the latest round ended, in milliseconds since the epoch. */
  #lastAt = 0

  /** @param options `requestTimeoutMs`: how long an answer is waited for */
  constructor({ deadline, requestTimeoutMs }: { deadline: Deadline; requestTimeoutMs: number }) {
    this.#deadline = deadline
    this.#requestTimeoutMs = requestTimeoutMs
  }

  /**
   * A request got no answer in time, nor did any other meanwhile. Those that were under way together are one round;
   * a few rounds end the run, once the target has been seen to answer at all.
   * @param sentAt milliseconds since the epoch
   * @param successes answers that the run had when the request was sent
   */
  heard(sentAt: number, successes: number): void {
    if (this.#successes !== successes) {
      this.#successes = successes
      this.#rounds = 0
      this.#lastAt = 0
    }
    if (sentAt < this.#lastAt) return
    this.#rounds++
    this.#lastAt = Date.now()
    if (this.#rounds < MOST_ROUNDS || successes === 0) return
    this.#deadline.end(
      `the target stopped answering: nothing came within ${this.#requestTimeoutMs} ms (REQUEST_TIMEOUT_MS), ${MOST_ROUNDS} times in a row`,
    )
  }
}
