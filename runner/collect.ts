/** The Vitest reporter that gathers what the tests hand over. It knows tasks; nothing behind it does. */
import type { Reporter, TestCase } from 'vitest/node'
import type { Exchange } from '../model/exchange.ts'
import type { Recording, Unrecorded } from '../model/recording.ts'
import type { Damage, Leftover } from '../model/report.ts'
import type { BookPage } from '../reference/book.ts'
import type { Judgement } from './worker/judge.ts'

/** Everything that the tests of one target handed over. */
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
  /** Whether the last test of the target has ended. */
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

export class Collector implements Reporter {
  readonly targets = new Map<string, Collected>()
  /** Errors outside of tests: a worker that crashed, a module that could not be loaded. */
  readonly errors: string[] = []
  readonly #onResult: ((judgement: Judgement) => void) | undefined

  constructor(onResult?: (judgement: Judgement) => void) {
    this.#onResult = onResult
  }

  onTestCaseResult(testCase: TestCase): void {
    const { conformance, conformanceEnd } = testCase.meta()
    for (const { target, judgement, exchanges } of conformance ?? []) {
      const collected = this.#of(target)
      collected.results.set(judgement.id, judgement)
      collected.exchanges.push(...exchanges)
      this.#onResult?.(judgement)
    }
    if (conformanceEnd) {
      const collected = this.#of(conformanceEnd.target)
      collected.exchanges.push(...conformanceEnd.exchanges)
      collected.leftovers.push(...conformanceEnd.leftovers)
      collected.strays.push(...conformanceEnd.strays)
      collected.damages.push(...conformanceEnd.damages)
      collected.baseUrl = conformanceEnd.baseUrl
      if (conformanceEnd.recording !== undefined) collected.recording = conformanceEnd.recording
      if (conformanceEnd.unrecorded !== undefined) collected.unrecorded = conformanceEnd.unrecorded
      if (conformanceEnd.book !== undefined) collected.book = conformanceEnd.book
      if (conformanceEnd.message !== undefined) collected.message = conformanceEnd.message
      collected.ended = true
    }
    if (!conformance && !conformanceEnd) {
      for (const error of testCase.result().errors ?? []) this.errors.push(error.message)
    }
  }

  onTestRunEnd(
    modules: readonly { errors(): { message: string }[] }[],
    unhandled: readonly { message: string; cause?: unknown }[],
  ): void {
    for (const error of [...modules.flatMap((module) => module.errors()), ...unhandled])
      this.errors.push(errorText(error))
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
