/** The forms of ids that nobody has, for the operations on one user. */

import type { OtherId } from '../../helpers/safety/other-ids.ts'
import type { Cells } from '../../language/cells.ts'
import { PLENTY } from './plenty.ts'

/** Random ones, and hence nobody's. */
const RANDOM = [
  'digits only',
  'long',
  'UUID cut short',
  'UUID in upper case',
  'with NUL',
  'with a slash',
] as const satisfies readonly OtherId[]

/** The id that stands for nobody, and that somebody may have all the same. */
export const ZEROS = 'UUID of zeros' satisfies OtherId

/** Every form of id that is read. */
export const OTHER_IDS: readonly OtherId[] = [...RANDOM, ZEROS]

/** Forms of ids that are named in a removal: where somebody's id is cut short, no other one has to be. */
export const REMOVED_IDS = OTHER_IDS.filter((form) => form !== 'UUID cut short')

/** The beginning of the id of somebody who is there. */
export const BEGINNING = 'beginning of an id'

/** Forms of ids as cells; somebody may have the UUID of zeros. @param further those that are tried in plenty */
export const otherIdCells = (forms: readonly OtherId[], further: readonly string[]): Cells => ({
  core: forms.filter((form) => form !== ZEROS),
  further: {
    [ZEROS]: 'a target where nobody has that id',
    [BEGINNING]: 'a target whose ids are long',
    ...Object.fromEntries(further.map((form) => [form, PLENTY])),
  },
})
