/** Reading users out of v3 answers, whatever they really hold. */
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import type { User } from '../../../model/user.ts'

export { byEmail, byId, changedMembers, idOf } from '../../../model/user.ts'

/** A user as answered: any member may be missing or of another type. */
export type V3User = User

/** The nine documented members. */
export const USER_MEMBERS = [
  'id',
  'email',
  'name',
  'role',
  'status',
  'invited_at',
  'last_login_at',
  'created_at',
  'updated_at',
] as const

const listsRead = new WeakMap<unknown[], V3User[]>()

/** What reading a user does not change: a key may have been used meanwhile. */
export const STABLE_MEMBERS = USER_MEMBERS.filter((name) => name !== 'last_login_at')

/** The users of a list answer; undefined when it is not a list. */
export function usersOf(answer: Answer): V3User[] | undefined {
  if (!succeeded(answer)) return undefined
  const users = asObject(asObject(answer.json)?.data)?.users
  if (!Array.isArray(users)) return undefined
  // Many checks read the same list, which may hold 100,000 users.
  let known = listsRead.get(users)
  if (!known) {
    known = users.every((user) => asObject(user)) ? users : users.map((user) => asObject(user) ?? {})
    listsRead.set(users, known)
  }
  return known
}

/** The user of a get or invite answer; undefined when there is none. */
export function userOf(answer: Answer): V3User | undefined {
  if (!succeeded(answer)) return undefined
  return asObject(asObject(answer.json)?.data)
}

/** Error code of a refusal; undefined when there is none. */
export function errorCode(answer: Answer): string | undefined {
  const code = asObject(asObject(answer.json)?.error)?.code
  return typeof code === 'string' ? code : undefined
}

/** Names of the fields that a refusal complains about, in lower case. */
export function detailFields(answer: Answer): string[] {
  const details = asObject(asObject(asObject(answer.json)?.error)?.details)
  return details ? Object.keys(details).map((name) => name.toLowerCase()) : []
}
