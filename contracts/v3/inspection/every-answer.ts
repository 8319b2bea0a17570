/** Rules that every v3 answer keeps, beside its shape. */

import type { Documented } from '../../../language/every-answer.ts'
import { type Answer, asObject, isJsonLabel, shownMediaType, succeeded } from '../../../model/answer.ts'
import type { Asked } from '../../../model/asked.ts'
import { type Finding, must, should } from '../../../model/finding.ts'

/** A difference of more than this between two clocks is worth a warning. */
const CLOCK_TOLERANCE_MS = 10 * 60_000

/** What has a body is labelled as JSON; a 401 promises none, nor does what no page shows. */
export function labelled(
  answer: Answer,
  _asked: Asked,
  documented: Documented | undefined,
): Finding[] | undefined {
  if (answer.empty || answer.status === 401 || documented?.borrowed) return undefined
  return isJsonLabel(answer) ? [] : [must('content-type application/json', shownMediaType(answer))]
}

/** No server error, and nothing that is no answer at all, a redirect say. */
export function noServerError(answer: Answer): Finding[] {
  const { status } = answer
  if (status >= 500) return [must('no server error', `status ${status}`)]
  return succeeded(answer) || status >= 400 ? [] : [must('a documented status', `status ${status}`)]
}

/** @param exchanges of the run so far, by the request ids that they were answered with */
export function ofItsOwn(exchanges: Map<string, string>): (answer: Answer) => Finding[] | undefined {
  return (answer) => {
    const id = metaOf(answer)?.request_id
    if (typeof id !== 'string') return undefined
    // A replay may repeat it.
    if (answer.exchange.request.headers['idempotency-key'] !== undefined) return undefined
    const earlier = exchanges.get(id)
    exchanges.set(id, answer.exchange.id)
    if (earlier === undefined) return []
    return [should('a request_id of its own', `the id of exchange ${earlier} again`, '/meta/request_id')]
  }
}

/** The time in meta is that of the answer. */
export function current(answer: Answer): Finding[] | undefined {
  const timestamp = metaOf(answer)?.timestamp
  const time = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN
  if (Number.isNaN(time)) return undefined
  const off = Math.abs(time - answer.receivedAt)
  if (off <= CLOCK_TOLERANCE_MS) return []
  const minutes = Math.round(off / 60_000)
  return [should('the time of the answer', `a time ${minutes} minutes off`, '/meta/timestamp')]
}

function metaOf({ json }: Answer): Record<string, unknown> | undefined {
  return asObject(asObject(json)?.meta)
}
