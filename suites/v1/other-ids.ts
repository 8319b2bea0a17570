/** The forms of ids that nobody has, for the operations on one user. */

import type { OtherId } from '../../helpers/safety/other-ids.ts'
import type { Cells } from '../../helpers/suite/cells.ts'

/** Random ones, and hence nobody's. */
const RANDOM = [
  'digits only',
  'long',
  'UUID cut short',
  'UUID in upper case',
  'with NUL',
  'with a slash',
] as const satisfies readonly OtherId[]

/** Forms of ids that are named in a removal: what is random, in all but one spelling. */
export const REMOVED_IDS = RANDOM.filter((form) => form !== 'UUID in upper case')

/** Every form of id that is read. */
export const OTHER_IDS: readonly OtherId[] = [...RANDOM, 'UUID of zeros']

/** The forms of ids as cells; somebody may have the UUID of zeros. */
export const otherIdCells = (further: Cells['further'] = {}): Cells => ({
  core: RANDOM,
  further: { 'UUID of zeros': 'a target where nobody has that id', ...further },
})
