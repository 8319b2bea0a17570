/** Gathers what workers hand over of their runs. */
import type { Exchange } from '../model/exchange.ts'
import type { Recording, Unrecorded } from '../model/recording.ts'
import type { Damage, Leftover } from '../model/report.ts'
import type { BookPage } from '../reference/book.ts'
import type { EndMeta, JudgedMeta } from './target.ts'
import type { Judgement } from './worker/judge.ts'

/** Everything that the run against one target handed over. */
export interface Collected {
  results: Map<string, Judgement>
  exchanges: Exchange[]
  leftovers: Leftover[]
  /** Tags of other runs that users of the target carry. */
  strays: string[]
  /** What happened to people whom the run did not create. */
  damages: Damage[]
  /** What the embedded reference has entered in its book, where it keeps one. */
  book?: BookPage
  baseUrl?: string
  recording?: Recording
  unrecorded?: Unrecorded
  message?: string
  /** Whether the target's run has come to its end. */
  ended: boolean
}

/** What an error says; of a worker that ended, in words for a person: there the cause tells why. */
export function errorText({ message, cause }: { message: string; cause?: unknown }): string {
  const why = (cause as { message?: unknown } | undefined)?.message
  const said = `${message} ${String(why ?? '')}`
  if (/memory limit|out of memory/.test(said)) {
    return 'the worker ran out of memory (NODE_OPTIONS=--max-old-space-size gives Node.js more)'
  }
  if (/Worker exited unexpectedly/.test(said)) return 'the worker ended before its time'
  return /Worker \w+ emitted error/.test(message) && typeof why === 'string'
    ? `the worker failed: ${why}`
    : message
}

export class Collector {
  readonly targets = new Map<string, Collected>()
  /** Errors outside of checks: a worker that crashed, a module that could not be loaded. */
  readonly errors: string[] = []
  readonly #onResult: ((judgement: Judgement) => void) | undefined

  constructor(onResult?: (judgement: Judgement) => void) {
    this.#onResult = onResult
  }

  judged({ target, judgement, exchanges }: JudgedMeta): void {
    const collected = this.#of(target)
    collected.results.set(judgement.id, judgement)
    collected.exchanges.push(...exchanges)
    this.#onResult?.(judgement)
  }

  ended(end: EndMeta): void {
    const collected = this.#of(end.target)
    const revised = new Map(end.exchanges.map((exchange) => [exchange.id, exchange]))
    collected.exchanges = [...collected.exchanges.filter(({ id }) => !revised.has(id)), ...end.exchanges]
    for (const judgement of end.judgements) collected.results.set(judgement.id, judgement)
    collected.leftovers.push(...end.leftovers)
    collected.strays.push(...end.strays)
    collected.damages.push(...end.damages)
    collected.baseUrl = end.baseUrl
    if (end.recording !== undefined) collected.recording = end.recording
    if (end.unrecorded !== undefined) collected.unrecorded = end.unrecorded
    if (end.book !== undefined) collected.book = end.book
    if (end.message !== undefined) collected.message = end.message
    collected.ended = true
  }

  #of(target: string): Collected {
    let collected = this.targets.get(target)
    if (!collected) {
      collected = { results: new Map(), exchanges: [], leftovers: [], strays: [], damages: [], ended: false }
      this.targets.set(target, collected)
    }
    return collected
  }
}
