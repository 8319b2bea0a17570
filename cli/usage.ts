/** Looks at the arguments before they are taken apart: unknown commands, unknown flags, credentials. */

import { VARIABLES, type Variable } from '../helpers/config/variables.ts'
import { nearest } from '../helpers/text/nearest.ts'
import { UsageError } from './errors.ts'
import { flagOf } from './flags.ts'

/** Every command, in the order in which help lists them. */
export const COMMANDS = [
  'run',
  'plan',
  'doctor',
  'serve',
  'requirements',
  'compare',
  'verify',
  'rerun',
  'merge',
  'attest',
  'keygen',
  'submission',
  'index',
  'cleanup',
  'prove',
] as const

/** Edits up to which a word is taken for a misspelt one. */
const TYPO_EDITS = 3

const secretFlags = new Map(
  VARIABLES.filter((variable: Variable) => variable.secret).map(({ name }) => [flagOf(name), name]),
)

/** @throws UsageError for an unknown command, or a credential on the command line */
export function checkArguments(argv: readonly string[]): void {
  for (const argument of argv) {
    if (argument === '--') break
    const flag = argument.split('=')[0] ?? ''
    const variable = secretFlags.get(flag)
    if (variable !== undefined) {
      throw new UsageError(
        `${flag} is no flag: credentials on a command line can be read by other users of the machine. Set ${variable} in the environment or in .env.`,
      )
    }
  }
  const [first] = argv
  if (first === undefined || first.startsWith('-')) return
  if (![...COMMANDS, 'help'].some((command) => command === first)) {
    const meant = nearest(first, COMMANDS, TYPO_EDITS)
    const hint =
      meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : `There are ${COMMANDS.join(', ')}.`
    throw new UsageError(`there is no command ${JSON.stringify(first)}. ${hint}`)
  }
}
