/** How errors and exit codes get past Vitest, which knows success and failure only. */
import { inspect } from 'node:util'
import { ConfigError } from '../../helpers/config/config.ts'
import { maskOfEnvironment, reportError, USAGE_EXIT, UsageError } from '../errors.ts'

/** An error whose message says everything; Vitest prints what `inspect` makes of it, or its stack. */
export class Told extends Error {
  override stack = this.message;

  [inspect.custom](): string {
    return this.message
  }
}

/** The exit code of `step`; what it throws is printed. */
export async function exitCodeOf(step: () => Promise<number>): Promise<number> {
  try {
    return await step()
  } catch (error) {
    return reportError(error)
  }
}

/** What Vitest is to be told of an error that keeps a run from beginning. Sets the exit code, which Vitest keeps. */
export async function startupError(error: unknown): Promise<unknown> {
  process.exitCode = USAGE_EXIT
  if (!(error instanceof ConfigError || error instanceof UsageError || error instanceof Told)) return error
  return new Told((await maskOfEnvironment())(error.message))
}
