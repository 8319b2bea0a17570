/** One line about a run that is under way, rewritten in place. */

import { cut } from '../helpers/text/printable.ts'
import type { Activity } from '../model/activity.ts'
import { durationText } from '../report/describe.ts'

/** Where the line is shown. */
export interface Screen {
  write(text: string): unknown
  columns?: number
}

/** Widest line where a terminal says that it has no columns at all. */
const UNKNOWN_WIDTH = 40

/** Milliseconds between two drawings. */
const INTERVAL_MS = 100
const CLEAR_LINE = '\r\x1b[2K'

function widthOf({ columns = 80 }: Screen): number {
  return columns > 0 ? columns : UNKNOWN_WIDTH
}

/** Says how far a run has come. */
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

  /** Says it on lines of their own, where they cannot be rewritten; a short run says nothing. */
  startLog(intervalMs: number): void {
    this.#timer = setInterval(() => this.#screen.write(`${this.line()}\n`), intervalMs)
    this.#timer.unref()
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
    // One column stays free: a full line would begin a new one, which nobody takes away.
    this.#screen.write(CLEAR_LINE + cut(this.line(), Math.max(0, widthOf(this.#screen) - 1)))
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
    this.endLog()
    this.#screen.write(CLEAR_LINE)
  }

  /** Says no more. */
  endLog(): void {
    clearInterval(this.#timer)
  }
}
