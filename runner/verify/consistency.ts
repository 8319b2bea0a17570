/** Whether a report agrees with itself: nothing of this needs the target, the checks or the sender's word. */
import type { Report } from '../../model/report.ts'
import { contradictionsOfBodies } from '../../report/verify/bodies.ts'
import type { Contradiction } from '../../report/verify/contradiction.ts'
import { contradictionsOfEvidence } from '../../report/verify/evidence.ts'
import { contradictionsOfHar } from '../../report/verify/har.ts'
import { contradictionsOfSums } from '../../report/verify/sums.ts'
import { violationsOfSchema } from './schema.ts'

/**
 * Everything in which a report contradicts itself.
 * @param har parsed `traffic.har`; absent where there is none
 */
export function contradictionsIn(report: Report, har?: unknown): Contradiction[] {
  const malformed = violationsOfSchema(report)
  // What has another form than is read below could be misread.
  if (malformed.length > 0) return malformed
  return [
    ...contradictionsOfSums(report),
    ...contradictionsOfEvidence(report),
    ...contradictionsOfBodies(report),
    ...(har === undefined ? [] : contradictionsOfHar(report, har)),
  ]
}
