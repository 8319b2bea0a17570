/** Reading users, pages and errors out of v1 answers, whatever they really hold. */
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import { changedMembers, type User } from '../../../model/user.ts'

export { idOf } from '../../../model/user.ts'

/** A user as answered: any member may be missing or of another type. */
export type V1User = User

/** The statuses by which the list can be filtered. */
export const STATUSES = ['active', 'inactive', 'pending'] as const
export type Status = (typeof STATUSES)[number]

/** The members of a list entry. */
export const ENTRY_MEMBERS = ['id', 'email', 'name', 'status', 'created_at'] as const
/** The members that nobody but a change to the user may change. */
export const STABLE_MEMBERS = [...ENTRY_MEMBERS, 'role'] as const

/** What a list says about itself; undefined where it is no whole number. */
export interface Meta {
  page: number | undefined
  limit: number | undefined
  total: number | undefined
}

/** The entries of a list answer; undefined when it is not a list. */
export function entriesOf(answer: Answer): V1User[] | undefined {
  if (!succeeded(answer)) return undefined
  const data = asObject(answer.json)?.data
  return Array.isArray(data) ? data.map((entry) => asObject(entry) ?? {}) : undefined
}

/** `meta` of a list answer. */
export function metaOf(answer: Answer): Meta {
  const meta = asObject(asObject(answer.json)?.meta) ?? {}
  return { page: integer(meta.page), limit: integer(meta.limit), total: integer(meta.total) }
}

/** The user of a get or create answer; undefined when there is none. */
export function userOf(answer: Answer): V1User | undefined {
  return succeeded(answer) ? asObject(answer.json) : undefined
}

/** The word of a refusal; undefined when there is none. */
export function errorWord(answer: Answer): string | undefined {
  const word = asObject(answer.json)?.error
  return typeof word === 'string' ? word : undefined
}

/**
 * Which of the given members tell different things of a user. Letter case and fractions of a second do not
 * count; a value of the wrong type or a missing one tells nothing, which is for the shape to say.
 */
export function differingMembers(one: V1User, other: V1User, members: readonly string[]): string[] {
  return changedMembers(one, other, members).filter((name) => {
    if (!tells(name, one[name]) || !tells(name, other[name])) return false
    const [left, right] = [String(one[name]), String(other[name])]
    if (name === 'email') return left.toLowerCase() !== right.toLowerCase()
    if (name === 'created_at') return !(Math.abs(Date.parse(left) - Date.parse(right)) <= 1000)
    return true
  })
}

/** A name may be left out where there is none. */
function tells(member: string, value: unknown): boolean {
  return typeof value === 'string' || value === null || (member === 'name' && value === undefined)
}

function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}
