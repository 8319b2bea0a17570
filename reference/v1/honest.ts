/** The honest behaviour: v1 as its page describes it. */
import type { V1Behaviour } from './behaviour.ts'
import { honestCreate } from './honest-create.ts'
import { honestList } from './honest-list.ts'
import { Refused, type V1Answer, type V1Operation, type V1User } from './types.ts'

/** No page of v1 names a limit. */
export const LIMIT_HEADER = 'X-RateLimit-Limit'
const PER_MINUTE = '600'

const LIST_MEMBERS = ['id', 'email', 'name', 'status', 'created_at'] as const
const CREATE_MEMBERS = ['id', 'email', 'name', 'role', 'status', 'created_at'] as const
const GET_MEMBERS = [...CREATE_MEMBERS, 'last_login'] as const

/** A fresh set of honest policies. */
export function honestV1(): V1Behaviour {
  return {
    meanwhile() {},
    authenticate(header, callers) {
      const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
      const caller = token === undefined ? undefined : callers(token)
      if (!caller) throw unauthorized()
      return caller
    },
    ...honestList(),
    ...honestCreate(),
    find: (id, { store }) => store.byId(id),
    mayDelete(caller, user) {
      if (!caller.mayDelete) throw forbidden('Your token does not allow removing users')
      if (user?.id === caller.account.id) throw forbidden('You cannot remove your own account')
    },
    remove: (user, { store }) => store.remove(user),
    renderUser: (user, operation) => pick(user, membersOf(operation)),
    answer: announcing,
  }
}

/** Says how many requests a minute there may be, as many services do; none is refused for being one too many. */
function announcing(answer: V1Answer): V1Answer {
  return { ...answer, headers: { [LIMIT_HEADER]: PER_MINUTE, ...answer.headers } }
}

/** The 401 that every operation gives to a caller it does not know. */
export function unauthorized(): Refused {
  return new Refused(401, 'unauthorized', 'A valid bearer token is needed', { 'www-authenticate': 'Bearer' })
}

/** The 403 of a caller who may not remove users. */
export function forbidden(message: string): Refused {
  return new Refused(403, 'forbidden', message)
}

/** The 404 of an id that nobody has. */
export function notFound(): Refused {
  return new Refused(404, 'not_found', 'No user has this id')
}

function membersOf(operation: V1Operation): readonly (keyof V1User)[] {
  if (operation === 'list') return LIST_MEMBERS
  return operation === 'create' ? CREATE_MEMBERS : GET_MEMBERS
}

function pick(user: V1User, members: readonly (keyof V1User)[]): Record<string, unknown> {
  return Object.fromEntries(members.map((member) => [member, user[member]]))
}
