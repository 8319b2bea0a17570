/**
 * Whether there is anything to judge: a target that cannot be reached, is something else, or refuses the
 * first credential gives one message instead of a wall of failures.
 */
import { type Answer, asObject, shownMediaType, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { V1Steps } from '../steps.ts'

/** @returns why nothing can be judged, or undefined when the run may go on */
export async function preflightV1(steps: V1Steps): Promise<string | undefined> {
  const list = await answerOrReason(steps.directory.baseline())
  if (typeof list !== 'string' && isOurs(list) && (succeeded(list) || !refusesCaller(list))) return undefined
  // The list alone may be at fault, which is for the requirements to say.
  const probe = await answerOrReason(steps.getOfUnknown())
  if (typeof probe === 'string') return typeof list === 'string' ? list : probe
  if (isOurs(probe) && !refusesCaller(probe)) return undefined
  const shown = typeof list === 'string' ? probe : list
  return refusesCaller(shown) ? refusal(shown) : stranger(shown)
}

async function answerOrReason(step: Promise<Answer>): Promise<Answer | string> {
  try {
    return await step
  } catch (error) {
    if (error instanceof Inconclusive) return error.message
    throw error
  }
}

/** Whether an answer looks like v1 at all: a list, or an error with its word. */
function isOurs({ json }: Answer): boolean {
  const body = asObject(json)
  return body !== undefined && (typeof body.error === 'string' || 'data' in body || 'meta' in body)
}

function refusesCaller({ status }: Answer): boolean {
  return status === 401 || status === 403
}

function refusal({ status }: Answer): string {
  return status === 401
    ? 'the target refuses ACCESS_TOKEN (401 on GET /api/v1/users): check that the token is right, unexpired and meant for this BASE_URL'
    : 'the target accepts ACCESS_TOKEN but gives it no access (403 on GET /api/v1/users): it must belong to somebody who may manage users'
}

function stranger(answer: Answer): string {
  const { status } = answer
  const isRedirect = status >= 300 && status < 400
  const what = isRedirect ? ', a redirect, which is not followed' : ` and ${shownMediaType(answer)}`
  return `what answers at BASE_URL is not the v1 users API: GET /api/v1/users gave status ${status}${what}; check BASE_URL and its path prefix`
}
