/** Patterns that name requirements: by id, by operation or by contract, with `*` for any characters. */
import type { Requirement } from '../../model/contract.ts'

/** What a pattern is held against. */
export type Subject = Pick<Requirement, 'id' | 'operation' | 'contract'>

/**
 * Whether a pattern names a requirement. A pattern has to cover the whole id, the whole operation or the
 * whole contract: `v3.remove.*`, `DELETE *`, `v1`. `?` stands for one character, all others for themselves.
 */
export function matcher(pattern: string): (subject: Subject) => boolean {
  const source = pattern
    .split('')
    .map((character) => (character === '*' ? '.*' : character === '?' ? '.' : escaped(character)))
    .join('')
  const expression = new RegExp(`^${source}$`)
  return ({ id, operation, contract }) => [id, operation, contract].some((text) => expression.test(text))
}

/** The patterns of a flag that may be repeated and may hold several, divided by commas. */
export function patternsOf(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
}

function escaped(character: string): string {
  return /[a-z0-9_\s]/i.test(character) ? character : `\\${character}`
}
