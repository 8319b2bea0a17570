/** Rules that every v1 answer keeps, beside its shape. */

import type { Documented } from '../../../language/every-answer.ts'
import { type Answer, isJsonLabel, shownMediaType, succeeded } from '../../../model/answer.ts'
import type { Asked } from '../../../model/asked.ts'
import { type Finding, must } from '../../../model/finding.ts'

/** A body that the page shows is JSON and says so. */
export function json(
  answer: Answer,
  _asked: Asked,
  documented: Documented | undefined,
): Finding[] | undefined {
  if (answer.empty || documented === undefined || documented.borrowed) return undefined
  const findings = isJsonLabel(answer) ? [] : [must('content-type application/json', shownMediaType(answer))]
  if (answer.json === undefined) findings.push(must('a JSON body', 'a body that is no JSON', ''))
  return findings
}

/** No server error; to a caller who is known nothing that is no answer at all either, a redirect say. */
export function noServerError(answer: Answer, { known }: Asked): Finding[] {
  const { status } = answer
  if (status >= 500) return [must('no server error', `status ${status}`)]
  return !known || succeeded(answer) || status >= 400 ? [] : [must('a documented status', `status ${status}`)]
}
