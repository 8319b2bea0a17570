/** Which part of a documented shape a requirement is about, so that each deviation of a body is charged once. */
import type { Answer } from '../model/answer.ts'
import { succeeded } from '../model/answer.ts'

/** A part of the bodies of one operation. What names no member is the rest: what no other part claims. */
export interface ShapePart {
  /** The answers meant: all, those of a success, of a refusal, or of one status. */
  of?: 'success' | 'refusal' | number
  /** Members of users, wherever the contract's answers hold users. */
  members?: readonly string[]
  /** JSON pointers of members; `*` stands for any entry of a list. */
  at?: readonly string[]
  /** The same with all below them. */
  below?: readonly string[]
  /** What is only recommended, instead of what is required. */
  recommended?: true
}

/** Where the answers of a contract hold users, as JSON pointers. */
export interface UserPlaces {
  /** The list. */
  users: string
  /** The single user. */
  user: string
}

/** A part, ready to be asked. */
export interface Part {
  /** Whether it is about recommendations on answers of every kind. */
  isRecommendation: boolean
  /** Whether answers of this kind show the part at all. @param hasBody whether there is a JSON body */
  covers(answer: Answer, hasBody: boolean): boolean
  /** How closely the part describes where a deviation lies, larger for closer; undefined where it does not lie in it. */
  closeness(level: 'must' | 'should', pointer: string): number | undefined
}

/** @param places needed for `members` */
export function partOf(
  { of, members = [], at = [], below = [], recommended }: ShapePart,
  places: UserPlaces,
): Part {
  const named = [
    ...at.map((pointer) => `^${pattern(pointer)}$`),
    ...below.map((pointer) => `^${pattern(pointer)}(/|$)`),
    ...members.flatMap((name) =>
      [places.user, `${places.users}/*`].map((place) => `^${pattern(`${place}/${name}`)}$`),
    ),
  ]
  const pointers = named.length === 0 ? undefined : new RegExp(named.join('|'))
  const closeness = (pointers === undefined ? 0 : 4) + (typeof of === 'number' ? 2 : of === undefined ? 0 : 1)
  return {
    isRecommendation: recommended === true && of === undefined,
    covers: (answer, hasBody) =>
      isOf(answer, of) &&
      (hasBody || (pointers === undefined && !recommended)) &&
      // Members are seen in JSON alone, and those of users where there is one.
      (pointers === undefined || answer.json !== undefined) &&
      (members.length === 0 || hasUser(answer.json, places)),
    closeness(level, pointer) {
      if ((level === 'should') !== (recommended ?? false)) return undefined
      return pointers === undefined || pointers.test(pointer) ? closeness : undefined
    },
  }
}

/** Whether an answer holds somebody, however wrongly. */
function hasUser(json: unknown, { users, user }: UserPlaces): boolean {
  const list = valueAt(json, users)
  if (Array.isArray(list)) return list.length > 0
  const one = valueAt(json, user)
  return typeof one === 'object' && one !== null && ('id' in one || 'email' in one)
}

function valueAt(json: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1)
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    json,
  )
}

function isOf(answer: Answer, of: ShapePart['of']): boolean {
  if (of === undefined) return true
  if (typeof of === 'number') return answer.status === of
  return succeeded(answer) === (of === 'success')
}

function pattern(pointer: string): string {
  return pointer.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '\\d+')
}
