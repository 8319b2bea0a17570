/**
 * Whether there is anything to judge: a target that cannot be reached, is something else, or refuses the
 * first credential gives one message instead of a wall of failures.
 */
import { type Answer, asObject, shownMediaType, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { V3Steps } from '../steps.ts'

/** @returns why nothing can be judged, or undefined when the run may go on */
export async function preflightV3(steps: V3Steps): Promise<string | undefined> {
  const baseline = steps.invitations.baseline()
  // Nothing of it is judged here; whoever needs it later need not wait for it then.
  if (steps.callers.has('profileId')) steps.invitations.profileBaseline().catch(() => undefined)
  const list = await answerOrReason(baseline)
  if (typeof list !== 'string' && isOurs(list) && (succeeded(list) || !refusesCaller(list))) return undefined
  // The list alone may be at fault, which is for the requirements to say.
  const probe = await answerOrReason(
    steps.admin.get(steps.unknownId, { purpose: 'is the credential accepted at all?' }),
  )
  if (typeof probe === 'string') return typeof list === 'string' ? list : probe
  if (isOurs(probe) && !refusesCaller(probe)) return undefined
  const shown = typeof list === 'string' ? probe : list
  return shown.status === 401 || shown.status === 403 ? refusal(shown) : stranger(shown)
}

async function answerOrReason(step: Promise<Answer>): Promise<Answer | string> {
  try {
    return await step
  } catch (error) {
    if (error instanceof Inconclusive) return error.message
    throw error
  }
}

/** Whether an answer looks like v3 at all: an object with a member of its envelope. */
function isOurs({ json }: Answer): boolean {
  const body = asObject(json)
  return body !== undefined && ['success', 'data', 'error', 'meta'].some((name) => name in body)
}

function refusesCaller({ status }: Answer): boolean {
  return status === 401 || status === 403
}

function refusal({ status }: Answer): string {
  return status === 401
    ? 'the target refuses API_KEY (401 on GET /v3/users): check that the key is right, unexpired and meant for this BASE_URL'
    : 'the target accepts API_KEY but gives it no access (403 on GET /v3/users): it must belong to an account with the admin role'
}

function stranger(answer: Answer): string {
  const { status } = answer
  const isRedirect = status >= 300 && status < 400
  const what = isRedirect ? ', a redirect, which is not followed' : ` and ${shownMediaType(answer)}`
  return `what answers at BASE_URL is not the v3 users API: GET /v3/users gave status ${status}${what}; check BASE_URL and its path prefix`
}
