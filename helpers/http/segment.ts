/** An id as one segment of a path, and what stands behind it. */

import { Inconclusive } from '../../model/outcome.ts'
import { wellFormed } from '../text/printable.ts'

/**
 * Percent-encoded; an id that is no valid Unicode, which no URL can carry, is sent in its nearest form.
 * @throws Inconclusive for an id that would name another path: empty, or one or two dots
 */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new Inconclusive(`the id ${JSON.stringify(id)} cannot stand in a path`)
  return encodeURIComponent(wellFormed(id))
}

/** What stands behind a path for parameters: nothing where there are none. */
export function queryPart(query: string | undefined): string {
  return query === undefined ? '' : `?${query}`
}
