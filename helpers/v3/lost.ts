/** What became of a change whose answer got lost: the admin looks before anything is sent again. */

import type { CallOptions, InvitationBody, V3Caller } from './caller.ts'
import { byEmail, usersOf } from './user.ts'

/** What a look needs to know. */
export interface Look {
  admin: V3Caller
  options: CallOptions
}

/**
 * Whether an invitation made somebody.
 * @param before whether the address had been invited before, so that its being there says nothing
 */
export async function wasInvited({ admin, options }: Look, body: InvitationBody, before: boolean) {
  if (typeof body.email !== 'string' || before) return false
  const list = await admin.list(looking(options, 'did the lost invitation count?'))
  return byEmail(usersOf(list) ?? [], body.email).length > 0
}

/** Whether a removal took somebody away. `before`: whether the user was known to be gone already. */
export async function wasRemoved({ admin, options }: Look, id: string, before: boolean): Promise<boolean> {
  if (before) return false
  const purpose = 'did the lost removal count?'
  const seen = await admin.get(id, looking(options, purpose))
  if (seen.status !== 404 || options.profileId === undefined) return seen.status === 404
  // A user of the organization was never to be seen in the profile.
  return (await admin.get(id, { purpose })).status === 404
}

function looking({ profileId }: CallOptions, purpose: string): CallOptions {
  return { purpose, ...(profileId === undefined ? {} : { profileId }) }
}
