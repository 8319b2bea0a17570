/** What v3 is recognised by before anything of it is judged. */
import { firstContact } from '../../../language/preflight.ts'
import { type Answer, asObject } from '../../../model/answer.ts'
import type { V3Steps } from '../steps.ts'

/** @returns why nothing can be judged, or undefined when the run may go on */
export function preflightV3(steps: V3Steps): Promise<string | undefined> {
  const list = steps.invitations.baseline()
  // Nothing of it is judged here; whoever needs it later need not wait for it then.
  if (steps.callers.has('profileId')) steps.invitations.profileBaseline().catch(() => undefined)
  return firstContact({
    contract: 'v3',
    operation: 'GET /v3/users',
    variable: 'API_KEY',
    credential: 'key',
    owner: 'an account with the admin role',
    list,
    probe: () => steps.admin.get(steps.unknownId, { purpose: 'is the credential accepted at all?' }),
    nobody: () => steps.getOfNobody(),
    isOurs,
  })
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
