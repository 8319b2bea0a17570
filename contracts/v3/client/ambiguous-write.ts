/** What became of a change whose answer got lost: the admin looks before anything is sent again. */

import type { Answer } from '../../../model/answer.ts'
import type { CallOptions, InvitationBody } from './requests.ts'
import { byEmail, usersOf, type V3User } from './user.ts'

/** What a look needs to know. */
export interface Look {
  admin: {
    list(options: CallOptions): Promise<Answer>
    get(id: string, options: CallOptions): Promise<Answer>
  }
  options: CallOptions
}

/**
 * Whether an invitation made somebody.
 * @param before whether the address had been invited before, so that only a second user with it says something
 * @param isNew whether a user carries the run's tag, but no address that the run asked for
 */
export async function wasInvited(
  { admin, options }: Look,
  { email }: InvitationBody,
  before: boolean,
  isNew: (user: V3User) => boolean,
): Promise<boolean> {
  const list = await admin.list(looking(options, 'did the lost invitation count?'))
  const users = usersOf(list) ?? []
  return typeof email === 'string' ? byEmail(users, email).length > Number(before) : users.some(isNew)
}

/** Whether a removal took somebody away. `before`: whether the user was gone, or not to be seen, before it. */
export async function wasRemoved({ admin, options }: Look, id: string, before: boolean): Promise<boolean> {
  const purpose = 'did the lost removal count?'
  const seen = await admin.get(id, looking(options, purpose))
  if (before) return false
  if (seen.status !== 404 || options.profileId === undefined) return seen.status === 404
  // A user of the organization was never to be seen in the profile.
  return (await admin.get(id, { purpose })).status === 404
}

function looking({ profileId }: CallOptions, purpose: string): CallOptions {
  return { purpose, ...(profileId === undefined ? {} : { profileId }) }
}
