/** The flags that mirror the variables of the configuration, made from their table. Secrets have none. */
import { type Command, Option } from 'commander'
import { VARIABLES, type Variable, type VariableName } from '../helpers/config/variables.ts'
import { labelled } from '../helpers/text/wrap.ts'

/** `--base-url` for `BASE_URL`. */
export function flagOf(name: string): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`
}

/** Which variables a command has flags for; absent: all that are no secrets. */
export interface FlagChoice {
  names?: readonly VariableName[]
  /** What the command does not use: taken, as the commands of a pipeline share their flags, but not shown. */
  unused?: readonly VariableName[]
}

/** Adds a flag for every variable that is no secret, or for the named ones. */
export function addVariableFlags(command: Command, { names, unused = [] }: FlagChoice = {}): Command {
  for (const variable of VARIABLES as readonly Variable[]) {
    const wanted = names === undefined || names.some((name) => name === variable.name)
    if (variable.secret || !wanted) continue
    const isUnused = unused.some((name) => name === variable.name)
    command.addOption(optionFor(variable).hideHelp(isUnused))
  }
  return command
}

/** What help says of the variables that are no flags. */
export function credentialsHelp(): string {
  const secrets = (VARIABLES as readonly Variable[]).filter(({ secret }) => secret)
  const lines = secrets.flatMap(({ name, meaning }) => labelled(`  ${name}`, meaning, HELP_LABEL, HELP_WIDTH))
  return `\nCredentials come from the environment or a .env file:\n${lines.join('\n')}\n`
}

const HELP_LABEL = 29
const HELP_WIDTH = 80

/**
 * Puts the values of flags into the environment of the process, where they win over what was there and
 * over `.env`. What they hold is checked with everything else, by `readConfig`.
 */
export function applyVariableFlags(values: Record<string, unknown>): void {
  for (const { name, secret } of VARIABLES as readonly Variable[]) {
    const value = values[name]
    if (!secret && value !== undefined) process.env[name] = String(value)
  }
}

function optionFor(variable: Variable): Option {
  const isSwitch = variable.default === 'true' || variable.default === 'false'
  const syntax = isSwitch ? '[true|false]' : '<value>'
  const unset = variable.default === undefined ? '' : ` (default: ${variable.default})`
  const option = new Option(
    `${flagOf(variable.name)} ${syntax}`,
    `${variable.name}. ${variable.meaning}${unset}`,
  )
  // Named as the variable, so that a value finds its way back.
  option.attributeName = () => variable.name
  return option
}
