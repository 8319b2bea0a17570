/** Reading users out of v3 answers, whatever they really hold. */
import { type Answer, asObject, succeeded } from '../http/answer.ts'

/** A user as answered: any member may be missing or of another type. */
export type V3User = Record<string, unknown>

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

/** The users of a list answer; undefined when it is not a list. */
export function usersOf(answer: Answer): V3User[] | undefined {
  if (!succeeded(answer)) return undefined
  const users = asObject(asObject(answer.json)?.data)?.users
  if (!Array.isArray(users)) return undefined
  return users.map((user) => asObject(user) ?? {})
}

/** The user of a get or invite answer; undefined when there is none. */
export function userOf(answer: Answer): V3User | undefined {
  if (!succeeded(answer)) return undefined
  return asObject(asObject(answer.json)?.data)
}

/** The entries with this id. */
export function byId(users: V3User[], id: string): V3User[] {
  return users.filter((user) => user.id === id)
}

/** The entries with this address; letter case does not tell addresses apart. */
export function byEmail(users: V3User[], email: string): V3User[] {
  const wanted = email.toLowerCase()
  return users.filter((user) => typeof user.email === 'string' && user.email.toLowerCase() === wanted)
}

/** Which of the given members differ. An absent member equals null. */
export function changedMembers(before: V3User, after: V3User, members: readonly string[]): string[] {
  return members.filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  )
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
