/**
 * Whether there is anything to judge: a target that cannot be reached, is something else, or refuses the
 * first credential gives one message instead of a wall of failures.
 */
import { barrierText, redirectText } from '../../../helpers/suite/barrier.ts'
import { type Answer, asObject, shownMediaType } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { V3Steps } from '../steps.ts'

/** @returns why nothing can be judged, or undefined when the run may go on */
export async function preflightV3(steps: V3Steps): Promise<string | undefined> {
  const baseline = steps.invitations.baseline()
  // Nothing of it is judged here; whoever needs it later need not wait for it then.
  if (steps.callers.has('profileId')) steps.invitations.profileBaseline().catch(() => undefined)
  const list = await answerOrReason(baseline)
  if (typeof list !== 'string' && isOurs(list) && !refusesCaller(list)) return undefined
  // The list alone may be at fault, which is for the requirements to say.
  const [probe, nobody] = await Promise.all([
    answerOrReason(steps.admin.get(steps.unknownId, { purpose: 'is the credential accepted at all?' })),
    answerOrReason(steps.getOfNobody()),
  ])
  if (typeof probe !== 'string' && isOurs(probe) && !refusesCaller(probe)) return undefined
  if (typeof list === 'string' && typeof probe === 'string') return list
  const shown = typeof list === 'string' ? probe : list
  if (typeof shown === 'string') return shown
  const inBetween = barrierText(shown, 'API_KEY')
  if (inBetween !== undefined) return inBetween
  const isKnownHere = [list, probe, nobody].some((answer) => typeof answer !== 'string' && isOurs(answer))
  if (refusesCaller(shown) && (isKnownHere || shown.empty)) return refusal(shown)
  return isKnownHere ? undefined : stranger(shown)
}

async function answerOrReason(step: Promise<Answer>): Promise<Answer | string> {
  try {
    return await step
  } catch (error) {
    if (error instanceof Inconclusive) return error.message
    throw error
  }
}

/** Whether an answer has a form of v3: its envelope, or at least users where the envelope would hold them. */
function isOurs({ json, status }: Answer): boolean {
  // A bare list at the right place is this API gone wrong rather than another one.
  if (status === 200 && Array.isArray(json)) return true
  const body = asObject(json)
  if (body === undefined) return false
  if (Array.isArray(asObject(body.data)?.users)) return true
  const error = asObject(body.error)
  const isEnvelope = typeof body.success === 'boolean' && ('data' in body || 'meta' in body)
  return isEnvelope || typeof error?.code === 'string'
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
  return `what answers at BASE_URL is not the v3 users API: GET /v3/users gave status ${status}${what}; check BASE_URL and its path prefix${redirectText(answer)}`
}
