/** Whether an operation that no document mentions is there: its own answers are told from those of whatever is in front. */
import { type Answer, asObject, isJsonLabel, succeeded } from '../../../model/answer.ts'

/** Statuses by which a target says that it does not have an operation. */
export const NOT_THERE: readonly number[] = [404, 405, 501]

/** Members by which an answer is known as one of v3, also where it lacks the envelope. */
const OWN_MEMBERS = ['success', 'data', 'id']

const TOO_MANY = 429

/**
 * Whether an answer to somebody who may have it is none of v3: a router's or a gateway's refusal, the page that a web
 * server answers everything with, nothing at all. Failures say nothing.
 */
export function isForeign(answer: Answer): boolean {
  const { status, json } = answer
  if (status >= 500 || status === TOO_MANY) return false
  const body = asObject(json)
  if (!succeeded(answer)) return body?.success === undefined
  if (body !== undefined) return !OWN_MEMBERS.some((name) => name in body)
  // What is labelled as JSON and is none was meant to be.
  return !isJsonLabel(answer)
}

/** Why the answer to an admin says that there is no such operation; undefined where it does not. */
export function absence(answer: Answer): string | undefined {
  if (NOT_THERE.includes(answer.status)) return `was answered ${answer.status}`
  return isForeign(answer) ? `was answered ${answer.status} by something that is not v3` : undefined
}
