/** How errors reach the user: usage and configuration as they are, a crash of our own on one line; all with exit code 2. */
import type { CommanderError } from 'commander'

/** Thrown for a command line that cannot be understood; the message is shown as it is. */
export class UsageError extends Error {
  override name = 'UsageError' as const
}

/** Exit codes of a run that are not verdicts: nothing was judged, and not everything was. */
export const USAGE_EXIT = 2
export const UNSETTLED_EXIT = 3

/** Errors whose message is meant for the user, by name: their classes need not be loaded to recognise them. */
const TOLD = new Set(['UsageError', 'ConfigError', 'MergeError', 'CompareError'])

/** Prints what is wrong to the standard error. @returns the exit code */
export async function reportError(error: unknown): Promise<number> {
  const mask = await maskOfEnvironment()
  if (isCommanderError(error)) {
    process.stderr.write(`${mask(withoutValue(error.message))}\nTry --help.\n`)
    return USAGE_EXIT
  }
  if (error instanceof Error && TOLD.has(error.name)) {
    process.stderr.write(`${mask(error.message)}\n`)
    return USAGE_EXIT
  }
  const { printable } = await import('../helpers/text/printable.ts')
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const debug = Boolean(process.env.DEBUG)
  const hint = debug ? '' : ' (DEBUG=1 shows where it came from)'
  process.stderr.write(`unexpected error: ${printable(mask(text), 1000)}${hint}\n`)
  if (debug && error instanceof Error) process.stderr.write(`${mask(error.stack ?? '')}\n`)
  return USAGE_EXIT
}

/** Whether help was asked for and shown: commander throws that as well. */
export function isHelp(error: unknown): boolean {
  return isCommanderError(error) && error.exitCode === 0
}

/** By its code, so that the parser need not be loaded to recognise its errors. */
function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}

/** Hides every credential that the environment or the `.env` file holds. */
export async function maskOfEnvironment(): Promise<(text: string) => string> {
  const [{ loadEnvironment }, { VARIABLES }, { maskOf }] = await Promise.all([
    import('../helpers/config/environment.ts'),
    import('../helpers/config/variables.ts'),
    import('../helpers/secrets/mask-of.ts'),
  ])
  const environment = loadEnvironment()
  return maskOf(
    VARIABLES.filter(({ secret }) => secret).map(({ name }) => ({
      placeholder: `$${name}`,
      value: environment[name] ?? '',
    })),
  )
}

/** Commander quotes an unknown option with its value, which somebody may have meant as a credential. */
function withoutValue(message: string): string {
  return message.replace(/'(--[^'=\s]*)=[\s\S]*'/, "'$1'")
}
