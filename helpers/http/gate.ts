/** Bounds what is in flight, and holds everything back while the target asks for a pause. */

/** A counting semaphore with pauses; times in milliseconds since the epoch. */
export class Gate {
  #free: number
  #waiting: (() => void)[] = []
  #pausedUntil = new Map<string, number>()

  /** @param limit how many requests may be in flight at once */
  constructor(limit: number) {
    this.#free = limit
  }

  /** Waits for a place in flight and for the end of the lane's pause; returns how to give the place back. */
  async enter(lane: string, signal?: AbortSignal): Promise<() => void> {
    for (;;) {
      const pause = (this.#pausedUntil.get(lane) ?? 0) - Date.now()
      if (pause > 0 && !signal?.aborted) {
        // A waiter of another lane may use the place that this one was woken for.
        if (this.#free > 0) this.#waiting.shift()?.()
        await delay(pause, signal)
        continue
      }
      if (this.#free > 0) break
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#free--
    return () => {
      this.#free++
      this.#waiting.shift()?.()
    }
  }

  /** Keeps the lane closed for at least `ms` from now. */
  pause(lane: string, ms: number): void {
    const until = Date.now() + ms
    if (until > (this.#pausedUntil.get(lane) ?? 0)) this.#pausedUntil.set(lane, until)
  }
}

/** Resolves after `ms` milliseconds, or as soon as `signal` aborts. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}
