/** Reads single values by the table of variables, noting problems instead of throwing. */

import { createMask, type Mask } from '../secrets/mask.ts'
import { nearest } from '../text/nearest.ts'
import { type Environment, FILE_PROBLEMS } from './environment.ts'
import { type ConfigProblem, hidden, shown } from './problem.ts'
import { VARIABLES, type VariableName, variable } from './variables.ts'

export interface Reading {
  environment: Environment
  /** Filled while values are read. */
  problems: ConfigProblem[]
  /** Hides every credential that is set, also one that was repeated in a variable that is no secret. */
  mask: Mask
}

/** Begins to read `environment`. */
export function startReading(environment: Environment): Reading {
  const secrets = VARIABLES.filter(({ secret }) => secret).map(({ name }) => ({
    placeholder: `$${name}`,
    value: environment[name] ?? '',
  }))
  return { environment, problems: [...(environment[FILE_PROBLEMS] ?? [])], mask: createMask(secrets) }
}

/** The value exactly as it was set; undefined if it is unset or empty. */
export function exact({ environment }: Reading, name: VariableName): string | undefined {
  const value = environment[name]
  return value === '' ? undefined : value
}

/** The value without surrounding blanks; undefined if it is unset or nothing else. */
export function text(reading: Reading, name: VariableName): string | undefined {
  const value = reading.environment[name]?.trim()
  return value === '' ? undefined : value
}

/** A problem with the value that `name` has. */
export function complain(reading: Reading, name: VariableName, expected: string, fix: string): void {
  const value = reading.environment[name] ?? ''
  const read = value === '' ? 'nothing' : variable(name).secret ? hidden(value) : shown(reading.mask(value))
  reading.problems.push({ variable: name, read, expected, fix })
}

/** A value that has a fixed default. */
export function textOrDefault(reading: Reading, name: VariableName): string {
  return text(reading, name) ?? fallback(name)
}

/** A whole number within the range of the table. */
export function integer(reading: Reading, name: VariableName): number {
  const value = textOrDefault(reading, name)
  const [least, most] = variable(name).range ?? [0, Number.MAX_SAFE_INTEGER]
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  const expected = `a whole number from ${least} to ${most}, in digits alone`
  complain(reading, name, expected, `Write for example ${name}=${fallback(name)}, which is the default.`)
  return Number(fallback(name))
}

/** A whole number within the variable's range, or undefined where it is not set. */
export function optionalInteger(reading: Reading, name: VariableName): number | undefined {
  const value = text(reading, name)
  if (value === undefined) return undefined
  const [least, most] = variable(name).range ?? [0, Number.MAX_SAFE_INTEGER]
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  const expected = `a whole number from ${least} to ${most}, in digits alone`
  complain(reading, name, expected, `Write for example ${name}=${Math.min(most, 100)}, or leave it out.`)
  return undefined
}

/** `true` or `false`. */
export function flag(reading: Reading, name: VariableName): boolean {
  const value = textOrDefault(reading, name)
  if (value !== 'true' && value !== 'false') {
    complain(
      reading,
      name,
      'true or false',
      `Write ${name}=true or ${name}=false; unset means ${fallback(name)}.`,
    )
  }
  return value === 'true'
}

/** A path of the file system; only what cannot be one is refused here. */
export function path(reading: Reading, name: VariableName): string {
  const value = textOrDefault(reading, name)
  if (/\p{Cc}/u.test(value)) {
    complain(
      reading,
      name,
      'a path without control characters',
      `Write for example ${name}=${fallback(name)}.`,
    )
  }
  return value
}

/** A path that need not be given. */
export function optionalPath(reading: Reading, name: VariableName): string | undefined {
  return text(reading, name) === undefined ? undefined : path(reading, name)
}

/** `Did you mean …?` with those of `words` that are at most `limit` edits away, or an empty text. */
export function suggestion(word: string, words: readonly string[], limit: number): string {
  const meant = nearest(word, words, limit)
  return meant.length === 0 ? '' : `Did you mean ${meant.join(' or ')}? `
}

function fallback(name: VariableName): string {
  return variable(name).default ?? ''
}
