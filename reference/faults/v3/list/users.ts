/** Faults of `GET /v3/users` in whom it lists. */
import { hasStatus, isOk, profileKind, rewrite, show, toEmpty, toStatus } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { list } from '../list.ts'

const isNew = (user: V3User) =>
  user.status === 'invited' && Date.parse(user.created_at) > Date.now() - 3_600_000

const hiding = (hidden: (user: V3User, self: V3User) => boolean): V3Fault['change'] => {
  return (b) => ({ ...b, members: (c) => b.members(c).filter((user) => !hidden(user, c.world.self)) })
}

export const listUsersFaults: V3Fault[] = [
  list('created-status', 'success-status', 'Answers 201.', rewrite('list', isOk, toStatus(201))),
  list('no-content', 'success-status', 'Answers 204 without users.', rewrite('list', isOk, toEmpty(204))),
  list(
    'needs-profile',
    'success-status',
    'Demands x-profile-id.',
    rewrite('list', (answer, seen) => isOk(answer, seen) && profileKind(seen) === 'none', toStatus(400)),
  ),
  list(
    'hides-invited',
    'shows-invited',
    'Invited users are left out.',
    hiding((u) => u.status === 'invited'),
  ),
  list('hides-new', 'shows-invited', 'Users invited within the hour are left out.', hiding(isNew)),
  list(
    'invited-as-active',
    'shows-invited',
    'Invited users are shown as active.',
    show('list', (user, stored) => (stored.status === 'invited' ? { ...user, status: 'active' } : user)),
  ),
  list(
    'invited-logged-in',
    'invited-never-logged-in',
    'Invited users are shown as logged in when they were invited.',
    show('list', (user, stored) => ({ ...user, last_login_at: stored.last_login_at ?? stored.invited_at })),
  ),
  list(
    'hides-active',
    'shows-active',
    'Only invited users are listed.',
    hiding((u) => u.status === 'active'),
  ),
  list(
    'hides-caller',
    'shows-active',
    'The caller is left out.',
    hiding((user, self) => user.id === self.id),
  ),
  list(
    'active-as-invited',
    'shows-active',
    'Everybody is shown as invited.',
    show('list', (user) => ({ ...user, status: 'invited' })),
  ),
  list(
    'keeps-removed',
    ['removed-absent', 'v3.remove.gone-from-list'],
    'Removed users stay on the list.',
    (b) => {
      const removed: V3User[] = []
      return {
        ...b,
        applyRemoval: (user, c) => {
          removed.push(user)
          b.applyRemoval(user, c)
        },
        members: (c) => [...b.members(c), ...(c.scope === c.world.organization ? removed : [])],
      }
    },
  ),
  list(
    'removed-as-suspended',
    ['removed-absent', 'v3.remove.gone-from-list'],
    'Removed users are listed as suspended.',
    (b) => {
      const removed: V3User[] = []
      return {
        ...b,
        applyRemoval: (user, c) => {
          removed.push({ ...user, status: 'suspended' })
          b.applyRemoval(user, c)
        },
        members: (c) => [...b.members(c), ...(c.scope === c.world.organization ? removed : [])],
      }
    },
  ),
  list('touches-users', 'stable-read', 'Listing moves updated_at of everybody to now.', (b) => ({
    ...b,
    members: (c) => {
      for (const user of b.members(c)) c.scope.put({ ...user, updated_at: c.world.clock.now() })
      return b.members(c)
    },
  })),
  list(
    'not-found-with-users',
    'success-status',
    'Answers 404 beside the users.',
    rewrite('list', hasStatus(200), toStatus(404)),
  ),
]
