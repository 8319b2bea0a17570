/** In which form a call of v3 comes: its credential, its body, its label, its scope. Predicates for faults that heed one. */
import type { Arrival, V3Behaviour, V3Change } from './behaviour.ts'
import type { JsonObject, V3Operation } from './types.ts'

/** Members that a body may have. */
const DOCUMENTED = ['email', 'name', 'role', 'sandbox']

/** Whether a call is of a form. */
export type Form = (a: Arrival) => boolean

/** The body as JSON object; undefined where it is none. */
export function objectOf({ call }: Arrival): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(call.body.toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined
  } catch {
    return undefined
  }
}

export const withoutBody: Form = ({ call }) => call.body.length === 0
export const emptyObject: Form = (a) => Object.keys(objectOf(a) ?? { none: 0 }).length === 0
export const sandboxFalse: Form = (a) => objectOf(a)?.sandbox === false
export const sandboxTrue: Form = (a) => objectOf(a)?.sandbox === true
/** A member that nobody documented stands in the body. */
export const furtherMember: Form = (a) =>
  Object.keys(objectOf(a) ?? {}).some((name) => !DOCUMENTED.includes(name))
/** The media type has a parameter. */
export const withCharset: Form = ({ call }) => /json *;/i.test(call.headers['content-type'] ?? '')
export const underProfile: Form = ({ call }) => call.headers['x-profile-id'] !== undefined
export const not =
  (form: Form): Form =>
  (a) =>
    !form(a)
export const every =
  (...forms: Form[]): Form =>
  (a) =>
    forms.every((form) => form(a))

/** A known key that the sent one is taken for; undefined where it is none or the real one. */
export type Mistaken = (sent: string, known: string) => boolean

/** One character more. */
export const longer: Mistaken = (sent, known) => sent.length === known.length + 1 && sent.startsWith(known)
/** The last character is missing. */
export const shorter: Mistaken = (sent, known) => sent.length === known.length - 1 && known.startsWith(sent)
/** One character, anywhere, is another one. */
export const changed: Mistaken = (sent, known) =>
  sent.length === known.length && [...sent].filter((letter, index) => letter !== known[index]).length === 1

/** Takes keys that resemble a known one for it, in one operation. */
export function mistakingKeys(operation: V3Operation, mistaken: Mistaken): V3Change {
  return (b) => ({
    ...b,
    authenticate: (a) => {
      const sent = a.call.headers['x-api-key'] ?? ''
      const { accounts } = a.world
      if (a.operation !== operation || accounts.has(sent)) return b.authenticate(a)
      const meant = [...accounts].find(([known]) => mistaken(sent, known))
      return meant ? meant[1] : b.authenticate(a)
    },
  })
}

/** Makes a change only for calls of a form; what it counts, it counts for those alone. */
export function only(form: Form, change: V3Change): V3Change {
  return (b) => {
    const other = change(b)
    const chosen = (a: Arrival): V3Behaviour => (form(a) ? other : b)
    return {
      ...b,
      authenticate: (a) => chosen(a).authenticate(a),
      resolveScope: (a, account) => chosen(a).resolveScope(a, account),
      checkPermission: (c) => chosen(c).checkPermission(c),
      readInput: (c) => chosen(c).readInput(c),
      checkInput: (c) => chosen(c).checkInput(c),
      checkExistence: (c) => chosen(c).checkExistence(c),
      refuseSelf: (c) => chosen(c).refuseSelf(c),
      refuseLastAdmin: (c) => chosen(c).refuseLastAdmin(c),
      refuseDuplicate: (c) => chosen(c).refuseDuplicate(c),
      isSandbox: (body, c) => chosen(c).isSandbox(body, c),
      members: (c) => chosen(c).members(c),
      findUser: (c) => chosen(c).findUser(c),
      createUser: (c) => chosen(c).createUser(c),
      simulateUser: (c) => chosen(c).simulateUser(c),
      applyRemoval: (user, c) => chosen(c).applyRemoval(user, c),
      simulateRemoval: (user, c) => chosen(c).simulateRemoval(user, c),
      renderUser: (user, c) => chosen(c).renderUser(user, c),
      renderList: (users, c) => chosen(c).renderList(users, c),
      answer: (answer, seen) => chosen(seen).answer(answer, seen),
      wire: (reply, seen) => chosen(seen).wire(reply, seen),
    }
  }
}
