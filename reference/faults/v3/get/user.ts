/** Faults of `GET /v3/users/{userId}` in which user it shows, and how truly. */
import { hasStatus, isOk, rewrite, show, toStatus } from '../../../v3/mutator.ts'
import { userNotFound } from '../../../v3/refusal.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { finding, get } from '../get.ts'

export const getUserFaults: V3Fault[] = [
  get('created-status', 'success-status', 'Answers 201.', rewrite('get', isOk, toStatus(201))),
  get(
    'hides-billing',
    'success-status',
    'Users with the billing role are not found although they are listed.',
    finding((user) => (user?.role === 'billing' ? undefined : user)),
  ),
  get(
    'hides-caller',
    'success-status',
    'The caller is not found although it is listed.',
    finding((user, c) => (user?.id === c.world.self.id ? undefined : user)),
  ),
  get('not-found-once', 'success-status', 'Every third read of a known user finds nobody.', (b) => {
    let reads = 0
    return {
      ...b,
      findUser: (c) => {
        const user = b.findUser(c)
        if (c.operation === 'get' && ++reads % 3 === 0) throw userNotFound()
        return user
      },
    }
  }),
  get(
    'no-content',
    'success-status',
    'A known user is answered with 204.',
    rewrite('get', hasStatus(200), ({ headers }) => ({ status: 204, headers })),
  ),
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
