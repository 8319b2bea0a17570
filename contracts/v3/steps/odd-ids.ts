/** Ids that name nobody, in several forms: what a target takes for malformed, and what for unknown. */
import type { Guard } from '../../../helpers/safety/guard.ts'
import { NIL_UUID } from './refused-reads.ts'

/** So many digits are nobody's place in a list. */
const DIGITS = 24

/** Ids by their form. */
export interface OddIds {
  /** No UUIDs. */
  malformed: Record<string, string>
  /** UUIDs that nobody has. */
  unknown: Record<string, string>
}

/**
 * A UUID that begins like somebody's and goes on at random: what is found under it was found by its beginning alone.
 * @returns undefined where the id says that it is not random itself, so that others may begin alike
 */
export function nearId(guard: Guard, id: string): string | undefined {
  if (!RANDOM_UUID.test(id)) return undefined
  const near = id.slice(0, BEGINNING) + guard.unknownId(`near ${id}`).slice(BEGINNING)
  guard.nobody(near)
  return near
}

const RANDOM_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** How much of a known id is taken for its beginning, in characters. */
export const BEGINNING = 8

/**
 * Draws them; none may be anybody's, so that even a removal of one is nobody's loss.
 * @param isUuid whether the ids that the target shows are UUIDs: else any of these may look like one of its own
 */
export function oddIds(guard: Guard, isUuid: boolean): OddIds {
  const id = guard.unknownId('malformed')
  const named = (odd: Record<string, string>): Record<string, string> => {
    for (const one of Object.values(odd)) guard.nobody(one)
    return odd
  }
  return {
    malformed: named({
      'a word': guard.malformedId(),
      ...(isUuid
        ? {
            digits: `1${guard.chance.for('digits for an id').digits(DIGITS - 1)}`,
            'a UUID without its last digit': id.slice(0, -1),
            'two UUIDs': `${id}${guard.unknownId('second half')}`,
            'a UUID and a slash': `${id}/${id.slice(0, 8)}`,
            'a UUID and a NUL': `${id}\0`,
          }
        : {}),
    }),
    unknown: named({
      'a random UUID': guard.unknownId('read'),
      ...(isUuid
        ? {
            'the UUID of zeros': NIL_UUID,
            'a UUID in upper case': guard.unknownId('upper case').toUpperCase(),
          }
        : {}),
    }),
  }
}
