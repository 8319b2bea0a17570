/** The time a run has: it ends on its own, or early when somebody interrupts; the clean-up gets time of its own. */
import { setMaxListeners } from 'node:events'

/** Longest delay that a timer takes, in milliseconds. */
const LONGEST_TIMER = 2_147_483_647

export class Deadline {
  #controller = manyWaiters()
  #timer: NodeJS.Timeout | undefined
  #endsAt: number
  #over: string | undefined
  readonly #later = new Set<() => void>()

  /** @param ms how long the run may take, in milliseconds from now */
  constructor(ms: number) {
    this.#endsAt = Date.now() + ms
    this.#arm(ms, "the run's time is over (RUN_TIMEOUT_MS)")
  }

  /** Aborts when no request may be under way any more. Ask anew for every step: the clean-up has another one. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Why nothing new may begin, the clean-up apart; undefined while the run has time. */
  get over(): string | undefined {
    return this.#over
  }

  /** Ends the run's time at once. */
  end(why: string): void {
    if (this.#over === undefined) this.#expire(why)
  }

  /** Gives the clean-up at least `ms` milliseconds from now, also when the run's own time is over. */
  grant(ms: number): void {
    if (!this.signal.aborted && this.#endsAt - Date.now() >= ms) return
    this.#endsAt = Date.now() + ms
    if (this.signal.aborted) this.#controller = manyWaiters()
    this.#arm(ms, "the clean-up's time is over")
  }

  /**
   * What `step` comes to, or `late` once the time was over for `graceMs` milliseconds: whatever heeds the
   * signal has ended by then, and what does not is not waited for.
   */
  async bound<T>(step: Promise<T>, graceMs: number, late: () => T): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    let forget: () => unknown = () => undefined
    const expired = new Promise<T>((resolve) => {
      const wait = (): void => {
        timer = setTimeout(() => resolve(late()), graceMs)
      }
      if (this.signal.aborted) return wait()
      this.#later.add(wait)
      forget = () => this.#later.delete(wait)
    })
    try {
      return await Promise.race([step, expired])
    } finally {
      clearTimeout(timer)
      forget()
    }
  }

  /** Forgets the timer, so that nothing keeps the process waiting. */
  close(): void {
    clearTimeout(this.#timer)
  }

  #arm(ms: number, why: string): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#expire(why), Math.min(ms, LONGEST_TIMER))
    this.#timer.unref()
  }

  #expire(why: string): void {
    clearTimeout(this.#timer)
    this.#over ??= why
    this.#controller.abort(new Error(why))
    const waits = [...this.#later]
    this.#later.clear()
    for (const wait of waits) wait()
  }
}

/**
 * Runs `step` with a signal that aborts with `outer`, or after `ms` milliseconds. Signals made by
 * `AbortSignal.any` and `AbortSignal.timeout` may be collected before they abort; this one is held.
 */
export async function withTimeout<T>(
  outer: AbortSignal,
  ms: number,
  step: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const abort = (): void => controller.abort(outer.reason)
  const timer = setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), ms)
  if (outer.aborted) abort()
  outer.addEventListener('abort', abort, { once: true })
  try {
    return await step(controller.signal)
  } finally {
    clearTimeout(timer)
    outer.removeEventListener('abort', abort)
  }
}

/** Every request and every wait listens for the end; there may be dozens. */
function manyWaiters(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}
