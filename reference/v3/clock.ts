/** Time as v3 prints it: RFC 3339 in UTC with seven digits of a second and a numeric offset. */

const DAY_MS = 24 * 60 * 60 * 1000

/** Tells times; two readings are never equal and never run backwards within a millisecond. */
export class Clock {
  readonly #start = Date.now()
  #millisecond = 0
  #tick = 0

  now(): string {
    const millisecond = Date.now()
    this.#tick = millisecond === this.#millisecond ? (this.#tick + 1) % 10_000 : 1
    this.#millisecond = millisecond
    return format(millisecond, this.#tick)
  }

  /** Counted from when the clock was made, so that the same day is always the same time. */
  daysAgo(days: number): string {
    return format(this.#start - days * DAY_MS, 7)
  }
}

function format(millisecond: number, tick: number): string {
  const digits = String(tick).padStart(4, '0')
  return new Date(millisecond).toISOString().replace('Z', `${digits}+00:00`)
}
