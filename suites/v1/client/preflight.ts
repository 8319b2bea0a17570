/**
 * Whether there is anything to judge: a target that cannot be reached, is something else, or refuses the
 * first credential gives one message instead of a wall of failures.
 */
import { barrierText, redirectText } from '../../../helpers/suite/barrier.ts'
import { type Answer, asObject, shownMediaType } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { V1Steps } from '../steps.ts'

/** @returns why nothing can be judged, or undefined when the run may go on */
export async function preflightV1(steps: V1Steps): Promise<string | undefined> {
  const list = await answerOrReason(steps.directory.baseline())
  if (typeof list !== 'string' && isOurs(list) && !refusesCaller(list)) return undefined
  // The list alone may be at fault, which is for the requirements to say.
  const [probe, nobody] = await Promise.all([
    answerOrReason(steps.getOfUnknown()),
    answerOrReason(steps.listBy('nobody')),
  ])
  if (typeof probe !== 'string' && isOurs(probe) && !refusesCaller(probe)) return undefined
  if (typeof list === 'string' && typeof probe === 'string') return list
  const shown = typeof list === 'string' ? probe : list
  if (typeof shown === 'string') return shown
  const inBetween = barrierText(shown, 'ACCESS_TOKEN')
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

/** Words that frameworks put where v1 has its error words: a reason phrase, a flag. */
const REASON_PHRASE = /^[A-Z]/

/** Whether an answer has a form of v1: a list, or an error with its word and a message. */
function isOurs({ json, status }: Answer): boolean {
  // A bare list at the right place is this API gone wrong rather than another one.
  if (status === 200 && Array.isArray(json)) return true
  const body = asObject(json)
  if (body === undefined) return false
  if (status === 200) return 'data' in body || 'meta' in body || typeof body.email === 'string'
  const isError = typeof body.error === 'string' && !REASON_PHRASE.test(body.error)
  return isError && typeof body.message === 'string'
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
  return `what answers at BASE_URL is not the v1 users API: GET /api/v1/users gave status ${status}${what}; check BASE_URL and its path prefix${redirectText(answer)}`
}
