/**
 * Bounds what is in flight. A lane that the target has asked to wait is closed for that long, and carries half as
 * much afterwards, until answers without complaint have brought it back.
 */

interface Lane {
  inFlight: number
  /** Most in flight at once; falls with each complaint, rises by one after so many answers. */
  limit: number
  /** Answers without complaint since the limit changed. */
  calm: number
  /** Milliseconds since the epoch. */
  closedUntil: number
}

/** How a place is asked for. */
export interface Entry {
  /** Requests of one lane share a limit of the target's. */
  lane: string
  /** Nobody waits for the answer: whatever others wait for goes first. */
  patient?: boolean
  /** Nobody waits any more once it aborts. */
  signal?: AbortSignal
}

interface Waiter {
  lane: Lane
  enter: () => void
}

export class Gate {
  readonly #most: number
  #inFlight = 0
  readonly #lanes = new Map<string, Lane>()
  #urgent: Waiter[] = []
  #patient: Waiter[] = []
  #timer: NodeJS.Timeout | undefined

  /** @param most how many requests may be in flight at once */
  constructor(most: number) {
    this.#most = most
  }

  /** Waits for a place in flight and for the end of the lane's pause; returns how to give the place back. */
  enter({ lane: name, patient = false, signal }: Entry): Promise<() => void> {
    const lane = this.#lane(name)
    return new Promise((resolve) => {
      const waiter: Waiter = {
        lane,
        enter: () => {
          signal?.removeEventListener('abort', giveUp)
          this.#inFlight++
          lane.inFlight++
          resolve(() => {
            this.#inFlight--
            lane.inFlight--
            this.#admit()
          })
        },
      }
      const giveUp = (): void => {
        this.#urgent = this.#urgent.filter((other) => other !== waiter)
        this.#patient = this.#patient.filter((other) => other !== waiter)
        waiter.enter()
        this.#admit()
      }
      if (signal?.aborted) return waiter.enter()
      signal?.addEventListener('abort', giveUp)
      if (patient) this.#patient.push(waiter)
      else this.#urgent.push(waiter)
      this.#admit()
    })
  }

  /** The target asked for a pause: keeps the lane closed for at least `ms` from now, and narrower afterwards. */
  pause(name: string, ms: number): void {
    const lane = this.#lane(name)
    // Those that were in flight together complain together.
    if (lane.closedUntil <= Date.now()) {
      lane.limit = Math.max(1, Math.floor(lane.limit / 2))
      lane.calm = 0
    }
    lane.closedUntil = Math.max(lane.closedUntil, Date.now() + ms)
    this.#admit()
  }

  /** The target answered without complaint. */
  calm(name: string): void {
    const lane = this.#lane(name)
    if (lane.limit >= this.#most || ++lane.calm < lane.limit) return
    lane.limit++
    lane.calm = 0
  }

  #lane(name: string): Lane {
    const lane = this.#lanes.get(name) ?? { inFlight: 0, limit: this.#most, calm: 0, closedUntil: 0 }
    this.#lanes.set(name, lane)
    return lane
  }

  /** Lets in as many as there are places for, in their order, but for those whose lane is closed or full. */
  #admit(): void {
    const now = Date.now()
    const admitted = (waiter: Waiter): boolean => {
      const { lane } = waiter
      const isOpen = lane.closedUntil <= now && lane.inFlight < lane.limit
      if (this.#inFlight >= this.#most || !isOpen) return false
      waiter.enter()
      return true
    }
    this.#urgent = this.#urgent.filter((waiter) => !admitted(waiter))
    this.#patient = this.#patient.filter((waiter) => !admitted(waiter))
    this.#arm(now)
  }

  /** Comes back when the first pause ends for which somebody waits. */
  #arm(now: number): void {
    clearTimeout(this.#timer)
    const ends = [...this.#urgent, ...this.#patient].map(({ lane }) => lane.closedUntil)
    const next = Math.min(...ends.filter((end) => end > now))
    if (next !== Number.POSITIVE_INFINITY) this.#timer = setTimeout(() => this.#admit(), next - now)
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
