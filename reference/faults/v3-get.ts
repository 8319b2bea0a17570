/** Faults of `GET /v3/users/{userId}` in which user it shows, and how truly. */

import { isUuid, profileKind, rewrite, show, toRefusal, toSuccess } from '../v3/mutator.ts'
import type { Context, V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const get = faultsOf('get')

/** Finds another user than the honest search. */
function finding(find: (honest: V3User | undefined, c: Context) => V3User | undefined): V3Fault['change'] {
  return (b) => ({
    ...b,
    findUser: (c) => (c.operation === 'get' ? find(b.findUser(c), c) : b.findUser(c)),
  })
}

/** Remembers removed users and lets a read find them. */
function keepingRemoved(change: (user: V3User) => V3User): V3Fault['change'] {
  return (b) => {
    const removed = new Map<string, V3User>()
    return {
      ...b,
      applyRemoval: (user, c) => {
        removed.set(user.id, change(user))
        b.applyRemoval(user, c)
      },
      findUser: (c) => b.findUser(c) ?? (c.operation === 'get' ? removed.get(c.userId) : undefined),
    }
  }
}

export const getFaults: V3Fault[] = [
  get(
    'always-the-first',
    'same-id',
    'Whoever is asked for, the first user is answered.',
    finding((user, c) => user && c.scope.all()[0]),
  ),
  get('one-behind', 'same-id', 'Answers the user that was asked for in the call before.', (b) => {
    let previous: V3User | undefined
    let current: { call: number; user: V3User } | undefined
    return {
      ...b,
      findUser: (c) => {
        const user = b.findUser(c)
        if (c.operation !== 'get' || !user) return user
        if (current?.call !== c.callNumber) {
          previous = current?.user
          current = { call: c.callNumber, user }
        }
        return previous ?? user
      },
    }
  }),
  get(
    'name-differs',
    'agrees-with-list',
    'The name is shorter than on the list.',
    show('get', (user, stored) => ({ ...user, name: stored.name.slice(0, 3) })),
  ),
  get(
    'invited-as-active',
    'agrees-with-list',
    'Invited users are shown as active.',
    show('get', (user, stored) => (stored.status === 'invited' ? { ...user, status: 'active' } : user)),
  ),
  get(
    'role-always-developer',
    'agrees-with-list',
    'Everybody is shown as a developer.',
    show('get', (user) => ({ ...user, role: 'developer' })),
  ),
  get(
    'created-at-now',
    'agrees-with-list',
    'created_at is the time of the read.',
    show('get', (user, _, c) => ({
      ...user,
      created_at: c.world.clock.now(),
      updated_at: c.world.clock.now(),
    })),
  ),
  get(
    'hides-invited',
    'invited-readable',
    'Invited users are not found.',
    finding((user) => (user?.status === 'invited' ? undefined : user)),
  ),
  get(
    'keeps-removed',
    'removed-not-found remove.gone-from-get',
    'Removed users can still be read.',
    keepingRemoved((user) => user),
  ),
  get(
    'removed-as-suspended',
    'removed-not-found remove.gone-from-get',
    'Removed users can be read as suspended.',
    keepingRemoved((user) => ({ ...user, status: 'suspended' })),
  ),
  get('removed-410', 'removed-not-found', 'A removed user is answered with 410.', (b) => {
    const removed = new Set<string>()
    const changed = rewrite(
      'get',
      (answer, seen) => answer.status === 404 && removed.has(seen.userId),
      toRefusal(410, 'RESOURCE_006'),
    )(b)
    return {
      ...changed,
      applyRemoval: (user, c) => {
        removed.add(user.id)
        b.applyRemoval(user, c)
      },
    }
  }),
  get(
    'unknown-null',
    'unknown-user',
    'An unknown id is answered with 200 and null.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && isUuid(seen.userId),
      toSuccess(200, () => null),
    ),
  ),
  get(
    'unknown-wrong-code',
    'unknown-user',
    'An unknown id gets the code of an unknown organization.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && profileKind(seen) === 'none',
      toRefusal(404, 'RESOURCE_005'),
    ),
  ),
  get(
    'unknown-403',
    'unknown-user',
    'An unknown id is answered with 403.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && profileKind(seen) === 'none',
      toRefusal(403, 'AUTH_004'),
    ),
  ),
  get(
    'malformed-id-null',
    'malformed-id',
    'A malformed id is answered with 200 and null.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && !isUuid(seen.userId),
      toSuccess(200, () => null),
    ),
  ),
  get(
    'malformed-id-500',
    'malformed-id no-server-error',
    'A malformed id is answered with 500.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && !isUuid(seen.userId),
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  get(
    'malformed-id-lists',
    'malformed-id',
    'A malformed id finds the first user.',
    finding((user, c) => user ?? (isUuid(c.userId) ? undefined : c.scope.all()[0])),
  ),
  get('touches-user', 'stable-read', 'Reading moves updated_at to now.', (b) => ({
    ...b,
    renderUser: (user, c) => {
      if (c.operation !== 'get') return b.renderUser(user, c)
      const touched = { ...user, updated_at: c.world.clock.now() }
      c.scope.put(touched)
      return b.renderUser(touched, c)
    },
  })),
  get('accepts-on-read', 'stable-read', 'Reading an invited user makes it active afterwards.', (b) => ({
    ...b,
    renderUser: (user, c) => {
      if (c.operation === 'get') c.scope.put({ ...user, status: 'active' })
      return b.renderUser(user, c)
    },
  })),
]
