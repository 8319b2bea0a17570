/** What v1 is recognised by before anything of it is judged. */
import { firstContact } from '../../../language/preflight.ts'
import { type Answer, asObject } from '../../../model/answer.ts'
import type { V1Steps } from '../steps.ts'

/** @returns why nothing can be judged, or undefined when the run may go on */
export function preflightV1(steps: V1Steps): Promise<string | undefined> {
  return firstContact({
    contract: 'v1',
    operation: 'GET /api/v1/users',
    variable: 'ACCESS_TOKEN',
    credential: 'token',
    owner: 'somebody who may manage users',
    list: steps.directory.baseline(),
    probe: () => steps.getOfUnknown(),
    nobody: () => steps.getOfUnknownBy('nobody'),
    isOurs,
  })
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
