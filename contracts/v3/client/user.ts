/** Reading users out of v3 answers, whatever they really hold. */
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import { changedMembers, idOf, type User } from '../../../model/user.ts'

export { byEmail, byId, changedMembers, idOf } from '../../../model/user.ts'

/** A user as answered: any member may be missing or of another type. */
export type V3User = User

/** The members in which list and read have to agree of somebody whom others may change. */
export const AGREEING = ['id', 'email', 'name', 'role', 'status', 'created_at'] as const

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

/**
 * Members in which two views of a user differ that only a change to the user explains. Somebody who is invited has
 * nothing to log in with.
 */
export function changesOf(before: V3User, after: V3User): string[] {
  const isInvited = before.status === 'invited' && before.last_login_at === null
  return changedMembers(before, after, isInvited ? USER_MEMBERS : STABLE_MEMBERS)
}

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

/** Users by id; those without one are left out. */
export function byIdMap(users: readonly V3User[]): Map<string, V3User> {
  return new Map(
    users.flatMap((user): [string, V3User][] => {
      const id = idOf(user)
      return id === undefined ? [] : [[id, user]]
    }),
  )
}

/** Whether a value is hidden rather than another one: left out, null, empty, or with stars in it. */
export function masked(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'string' && /\*|…|\bx{3,}\b/.test(value))
  )
}

/** Members in which the answer for one user and the list's entry tell different things, at one moment. */
export function disagreeing(entry: V3User, user: V3User): string[] {
  return changedMembers(entry, user, USER_MEMBERS).filter((name) => !isSameTime(entry[name], user[name]))
}

/** Whether two texts are the same time, as exactly as the coarser of them says it. */
function isSameTime(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const isCoarse = [one, other].some((text) => !/:\d\d\.\d/.test(text))
  return Math.abs(Date.parse(one) - Date.parse(other)) <= (isCoarse ? 1_000 : 1)
}
