/** One line about a run that is under way, rewritten in place. */

import { cut } from '../helpers/text/printable.ts'
import type { Activity } from '../model/activity.ts'
import { durationText } from '../report/describe.ts'

/** Where the line is shown. */
export interface Screen {
  write(text: string): unknown
  columns?: number
}

/** Milliseconds between two drawings. */
const INTERVAL_MS = 100
const CLEAR_LINE = '\r\x1b[2K'

export class Progress {
  readonly #screen: Screen
  readonly #total: number
  readonly #now: () => number
  #done = 0
  #failed = 0
  #operation = ''
  #waitEnd = 0
  #timer: NodeJS.Timeout | undefined

  /** @param total how many requirements are judged; `now` in milliseconds */
  constructor(screen: Screen, total: number, now: () => number = Date.now) {
    this.#screen = screen
    this.#total = total
    this.#now = now
  }

  /** Begins to draw. */
  start(): void {
    this.#timer = setInterval(() => this.draw(), INTERVAL_MS)
    this.#timer.unref()
    this.draw()
  }

  judged({ verdict }: { verdict: string }): void {
    this.#done++
    if (verdict === 'failed') this.#failed++
  }

  heard(activity: Activity): void {
    this.#operation = activity.operation
    if (activity.kind === 'wait') this.#waitEnd = Math.max(this.#waitEnd, this.#now() + activity.ms)
  }

  draw(): void {
    // One column stays free: a full line would begin a new one.
    this.#screen.write(CLEAR_LINE + cut(this.line(), (this.#screen.columns ?? 80) - 1))
  }

  line(): string {
    const waiting = this.#waitEnd - this.#now()
    const parts = [
      `${this.#done} of ${Math.max(this.#done, this.#total)} judged`,
      ...(this.#failed > 0 ? [`${this.#failed} failed`] : []),
      ...(waiting > 0
        ? [`waiting ${durationText(Math.ceil(waiting / 1000) * 1000)}, the target asked for it`]
        : []),
      ...(this.#operation === '' ? [] : [this.#operation]),
    ]
    return parts.join(' | ')
  }

  /** Takes the line away. */
  end(): void {
    clearInterval(this.#timer)
    this.#screen.write(CLEAR_LINE)
  }
}
