/** What validation finds, in words: what tests compare. */
import type { Deviation } from '../../../model/report.ts'
import type { Mask } from '../../secrets/excerpt.ts'
import { worded } from '../../secrets/wording.ts'
import { validateShape } from '../validate.ts'

/** The deviations of a body from a documented shape, as the judge words them. */
export function deviationsOf(name: string, body: unknown, mask: Mask = (text) => text): Deviation[] {
  return validateShape(name, body).map((finding) => worded(finding, mask))
}
