/** The Vitest reporter that gathers what tests hand over. It knows tasks; nothing behind it does. */
import type { Reporter, TestCase } from 'vitest/node'
import { Collector, errorText } from '../collect.ts'

export class CollectingReporter extends Collector implements Reporter {
  onTestCaseResult(testCase: TestCase): void {
    const { conformance, conformanceEnd } = testCase.meta()
    if (conformance) this.judged(conformance)
    if (conformanceEnd) this.ended(conformanceEnd)
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
}
