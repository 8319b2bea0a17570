/** Keys for replays: new ones, the longest, and some that are none. */
import type { Guard } from '../../../helpers/safety/guard.ts'
import { sha256 } from '../../../helpers/text/sha256.ts'

/** So many characters a key may have. */
const LONGEST_KEY = 255

/** One character more than a key may have. */
export const TOO_LONG_KEY = 'k'.repeat(LONGEST_KEY + 1)
/** A character that no key may have. */
export const KEY_WITH_BLANK = 'with a blank'

/**
 * A key that no other run has used, whatever its seed: a target keeps the answers to one for a day.
 * @param purpose another one gives another key
 */
export function freshKey({ tag }: Pick<Guard, 'tag'>, purpose: string): string {
  return sha256(`${tag} ${purpose}`)
}

/** The same of the greatest length. */
export function longestKey(guard: Pick<Guard, 'tag'>): string {
  return freshKey(guard, 'longest').padEnd(LONGEST_KEY, '_-kK0')
}
