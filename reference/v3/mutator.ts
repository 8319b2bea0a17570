/** Tools that bend the v3 behaviour: each changes one policy for one operation. */
import type { Reply } from '../kernel.ts'
import type { Arrival, Context, Seen, V3Behaviour, V3Change } from './behaviour.ts'
import type { Answer, JsonObject, V3Operation, V3User } from './types.ts'
import type { Account, Scope, World } from './world.ts'

/** Tells whether an answer is to be bent. */
export type When = (answer: Answer, seen: Seen) => boolean
export type Edit<T> = (value: T, seen: Seen) => T
type GuardName = keyof Pick<
  V3Behaviour,
  | 'checkPermission'
  | 'readInput'
  | 'checkInput'
  | 'checkExistence'
  | 'refuseSelf'
  | 'refuseLastAdmin'
  | 'refuseDuplicate'
>

/** Several changes as one. */
export const both =
  (...changes: V3Change[]): V3Change =>
  (behaviour) =>
    changes.reduce((changed, change) => change(changed), behaviour)

/** Rewrites the answers of one operation that `when` picks. */
export function rewrite(operation: V3Operation, when: When, edit: Edit<Answer>): V3Change {
  return (b) => ({
    ...b,
    answer: (answer, seen) => {
      const honest = b.answer(answer, seen)
      return seen.operation === operation && when(honest, seen) ? edit(honest, seen) : honest
    },
  })
}

/** Shows users differently in one operation; `user` is what is shown so far, `stored` what is known. */
export function show(
  operation: V3Operation,
  edit: (user: JsonObject, stored: V3User, c: Context) => JsonObject,
): V3Change {
  return (b) => ({
    ...b,
    renderUser: (stored, c) => {
      const user = b.renderUser(stored, c)
      return c.operation === operation ? edit(user, stored, c) : user
    },
  })
}

/** Shows only the last entry of the list differently. */
export function showLast(edit: (user: JsonObject) => JsonObject): V3Change {
  return (b) => ({
    ...b,
    renderList: (users, c) => b.renderList([...users.slice(0, -1), ...users.slice(-1).map(edit)], c),
  })
}

/** Replaces one guard for one operation; `honest` runs the original. */
export function guard(
  operation: V3Operation,
  name: GuardName,
  check: (c: Context, honest: () => void) => void,
): V3Change {
  return (b) => ({
    ...b,
    [name]: (c: Context) => (c.operation === operation ? check(c, () => b[name](c)) : b[name](c)),
  })
}

/** The guard refuses, yet the deed is done. */
export function refuseButDo(operation: V3Operation, name: GuardName, deed: (c: Context) => void): V3Change {
  return guard(operation, name, (c, honest) => {
    try {
      honest()
    } catch (refusal) {
      deed(c)
      throw refusal
    }
  })
}

/** Lets further callers pass the permission check of one operation. */
export function permit(operation: V3Operation, who: (c: Context) => boolean): V3Change {
  return guard(operation, 'checkPermission', (c, honest) => (who(c) ? undefined : honest()))
}

/** Takes another decision about the key for one operation. */
export function key(
  operation: V3Operation,
  decide: (a: Arrival, honest: () => Account) => Account,
): V3Change {
  return (b) => ({
    ...b,
    authenticate: (a) => (a.operation === operation ? decide(a, () => b.authenticate(a)) : b.authenticate(a)),
  })
}

/** Takes another decision about the scope for one operation. */
export function scope(
  operation: V3Operation,
  decide: (a: Arrival, account: Account, honest: () => Scope) => Scope,
): V3Change {
  return (b) => ({
    ...b,
    resolveScope: (a, account) => {
      const honest = () => b.resolveScope(a, account)
      return a.operation === operation ? decide(a, account, honest) : honest()
    },
  })
}

/** Falls back to the organization where `x-profile-id` is of the given kind. */
export function fallBack(
  operation: V3Operation,
  kind: 'own' | 'foreign' | 'unknown' | 'malformed',
): V3Change {
  return scope(operation, (a, account, honest) => (profileKind(a) === kind ? account.scope : honest()))
}

/** What `x-profile-id` of a call names; `none` without the header. */
export function profileKind({ call, world }: Arrival): 'none' | 'own' | 'foreign' | 'unknown' | 'malformed' {
  const id = call.headers['x-profile-id']
  if (id === undefined) return 'none'
  if (id.toLowerCase() === world.profile.id) return 'own'
  if (id.toLowerCase() === world.foreignProfile.id) return 'foreign'
  return isUuid(id) ? 'unknown' : 'malformed'
}

/** The admin's account, for faults that mistake others for it. */
export function adminAccount({ world }: Arrival): Account {
  return { kind: 'organization', scope: world.organization, email: world.self.email }
}

/** Whether an id has the form of a UUID. */
export const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

export const keyMissing = (a: Arrival) => a.call.headers['x-api-key'] === undefined
export const isOk: When = ({ status }) => status < 300
export const isRefused: When = ({ status }) => status >= 400
export const hasStatus =
  (...statuses: number[]): When =>
  ({ status }) =>
    statuses.includes(status)
/** Every third of the calls that the conditions before it let through, however the others lie between them. */
export function everyThird(): When {
  const counts = new WeakMap<World, number>()
  return (_, { world }) => {
    const count = (counts.get(world) ?? 0) + 1
    counts.set(world, count)
    return count % 3 === 0
  }
}
export const all =
  (...conditions: When[]): When =>
  (answer, seen) =>
    conditions.every((condition) => condition(answer, seen))

export const toStatus =
  (status: number): Edit<Answer> =>
  (answer) => ({ ...answer, status })
export const toEmpty =
  (status: number): Edit<Answer> =>
  ({ headers }) => ({ status, headers })
export const inBody =
  (edit: Edit<JsonObject>): Edit<Answer> =>
  (answer, seen) =>
    answer.body ? { ...answer, body: edit(answer.body, seen) } : answer
export const inMember = (name: 'data' | 'error' | 'meta', edit: Edit<JsonObject>): Edit<Answer> =>
  inBody((body, seen) => ({ ...body, [name]: edit(body[name] as JsonObject, seen) }))
export const withHeaders =
  (headers: Record<string, string>): Edit<Answer> =>
  (answer) => ({ ...answer, headers: { ...answer.headers, ...headers } })

/** Turns a refusal into one with another status and code. */
export const toRefusal =
  (status: number, code: string): Edit<Answer> =>
  (answer, seen) =>
    answer.body
      ? inMember('error', (error) => ({ ...error, code }))({ ...answer, status }, seen)
      : { ...answer, status }

/** Turns anything into a success. */
export const toSuccess =
  (status: number, data: (seen: Seen) => unknown): Edit<Answer> =>
  (answer, seen) => ({
    ...answer,
    status,
    body: { ...answer.body, success: true, data: data(seen), error: null },
  })

/** Leaves out one member. */
export function without(value: JsonObject, ...names: string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

/** The user of the path, whatever scope of the organization it is in. */
export function named(a: Arrival): { user: V3User; scope: Scope } | undefined {
  for (const where of [a.world.organization, a.world.profile]) {
    const user = where.find(a.userId)
    if (user) return { user, scope: where }
  }
  return undefined
}

/** Removes the user of the path for real. */
export function removeNamed(a: Arrival): void {
  const found = named(a)
  if (found) found.scope.delete(found.user)
}

/** Changes the stored user of the path. */
export function changeNamed(a: Arrival, change: (user: V3User) => Partial<V3User>): void {
  const found = named(a)
  if (found) found.scope.put({ ...found.user, ...change(found.user) })
}

export const withoutHeaders =
  (...names: string[]): Edit<Answer> =>
  (answer) => ({
    ...answer,
    headers: Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !names.includes(name))),
  })

/** Gives the body of the picked answers another media type, or none. */
export function labelled(operation: V3Operation, when: When, type: string | undefined): V3Change {
  return (b) => ({
    ...b,
    wire: (reply, seen) => {
      const honest = b.wire(reply, seen)
      const { 'content-type': _, ...headers } = honest.headers ?? {}
      if (seen.operation !== operation || !when({ status: honest.status, headers }, seen)) return honest
      return { ...honest, headers: type === undefined ? headers : { ...headers, 'content-type': type } }
    },
  })
}

/** Changes the bytes of the picked bodies, and their label where one is given. */
export function sent(
  operation: V3Operation,
  when: (reply: Reply, seen: Seen) => boolean,
  edit: (body: string) => string,
  type?: string,
): V3Change {
  return (b) => ({
    ...b,
    wire: (reply, seen) => {
      const honest = b.wire(reply, seen)
      if (seen.operation !== operation || !when(honest, seen) || honest.body === undefined) return honest
      const headers = type === undefined ? honest.headers : { ...honest.headers, 'content-type': type }
      return { ...honest, ...(headers ? { headers } : {}), body: edit(String(honest.body)) }
    },
  })
}
