/** Faults of `GET /v3/users` in what it shows. */

import {
  all,
  everyThird,
  hasStatus,
  inBody,
  inMember,
  isOk,
  profileKind,
  rewrite,
  show,
  showLast,
  toEmpty,
  toStatus,
  without,
} from '../v3/mutator.ts'
import type { V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const list = faultsOf('list')
const isNew = (user: V3User) =>
  user.status === 'invited' && Date.parse(user.created_at) > Date.now() - 3_600_000
const hiding = (hidden: (user: V3User, self: V3User) => boolean): V3Fault['change'] => {
  return (b) => ({ ...b, members: (c) => b.members(c).filter((user) => !hidden(user, c.world.self)) })
}

export const listFaults: V3Fault[] = [
  list('created-status', 'success-status', 'Answers 201.', rewrite('list', isOk, toStatus(201))),
  list('no-content', 'success-status', 'Answers 204 without users.', rewrite('list', isOk, toEmpty(204))),
  list(
    'needs-profile',
    'success-status',
    'Demands x-profile-id.',
    rewrite('list', (answer, seen) => isOk(answer, seen) && profileKind(seen) === 'none', toStatus(400)),
  ),
  list(
    'bare-array',
    'users-array',
    'The users are data itself.',
    rewrite(
      'list',
      isOk,
      inBody((body) => ({ ...body, data: (body.data as { users: unknown }).users })),
    ),
  ),
  list(
    'users-by-id',
    'users-array',
    'The users are an object with ids for names.',
    rewrite(
      'list',
      isOk,
      inMember('data', ({ users }) => ({
        users: Object.fromEntries((users as { id: string }[]).map((user) => [user.id, user])),
      })),
    ),
  ),
  list(
    'items-every-third-time',
    'users-array',
    'Every third answer calls the users items.',
    rewrite(
      'list',
      all(isOk, everyThird()),
      inMember('data', ({ users }) => ({ items: users })),
    ),
  ),
  list(
    'users-null-for-developer',
    'users-array',
    'A developer is shown null instead of users.',
    rewrite(
      'list',
      (answer, seen) => isOk(answer, seen) && seen.role === 'developer',
      inMember('data', () => ({ users: null })),
    ),
  ),
  list(
    'success-false',
    'envelope',
    'A good answer says success false.',
    rewrite(
      'list',
      isOk,
      inBody((body) => ({ ...body, success: false })),
    ),
  ),
  list(
    'success-as-text',
    'envelope',
    'success is the text true.',
    rewrite(
      'list',
      isOk,
      inBody((body) => ({ ...body, success: 'true' })),
    ),
  ),
  list(
    'error-beside-users',
    'envelope',
    'A good answer carries an error object.',
    rewrite(
      'list',
      isOk,
      inBody((body) => ({ ...body, error: { code: 'NONE_000', message: 'None' } })),
    ),
  ),
  list(
    'no-envelope',
    'envelope',
    'The users come without the envelope.',
    rewrite(
      'list',
      isOk,
      inBody((body) => body.data as Record<string, unknown>),
    ),
  ),
  list(
    'id-a-number-in-last',
    'user-fields',
    'The last entry has a number for id.',
    showLast((user) => ({ ...user, id: 17 })),
  ),
  list(
    'email-missing-in-last',
    'user-fields',
    'The last entry has no e-mail address.',
    showLast((user) => without(user, 'email')),
  ),
  list(
    'name-null-for-invited',
    'user-fields',
    'Invited users have null for name.',
    show('list', (user, stored) => (stored.status === 'invited' ? { ...user, name: null } : user)),
  ),
  list(
    'role-upper-case-for-admin',
    'user-role',
    'The role of admins is shown in upper case.',
    show('list', (user, stored) => (stored.role === 'admin' ? { ...user, role: 'ADMIN' } : user)),
  ),
  list(
    'role-member-in-last',
    'user-role',
    'The last entry has the role member.',
    showLast((user) => ({ ...user, role: 'member' })),
  ),
  list(
    'role-missing-for-invited',
    'user-role',
    'Invited users are listed without role.',
    show('list', (user, stored) => (stored.status === 'invited' ? without(user, 'role') : user)),
  ),
  list(
    'status-pending',
    'user-status shows-invited',
    'Invited users have the status pending.',
    show('list', (user, stored) => (stored.status === 'invited' ? { ...user, status: 'pending' } : user)),
  ),
  list(
    'status-disabled-for-suspended',
    'user-status',
    'Suspended users have the status disabled.',
    show('list', (user, stored) => (stored.status === 'suspended' ? { ...user, status: 'disabled' } : user)),
  ),
  list(
    'status-capitalised-in-last',
    'user-status',
    'The last entry has its status with a capital.',
    showLast((user) => ({ ...user, status: String(user.status).replace(/^./, (c) => c.toUpperCase()) })),
  ),
  list(
    'created-at-epoch',
    'user-timestamps',
    'created_at is a number of milliseconds.',
    show('list', (user, stored) => ({ ...user, created_at: Date.parse(stored.created_at) })),
  ),
  list(
    'updated-at-date-only-in-last',
    'user-timestamps',
    'updated_at of the last entry is a date without time.',
    showLast((user) => ({ ...user, updated_at: String(user.updated_at).slice(0, 10) })),
  ),
  list(
    'last-login-as-never',
    'user-timestamps invited-never-logged-in',
    'Who never logged in has the text never for last_login_at.',
    show('list', (user, stored) => ({ ...user, last_login_at: stored.last_login_at ?? 'never' })),
  ),
  list(
    'camel-case-times',
    'user-timestamps',
    'created_at is called createdAt.',
    show('list', (user) => ({ ...without(user, 'created_at'), createdAt: user.created_at })),
  ),
  list(
    'updated-before-created',
    'timestamps-ordered',
    'updated_at lies a day before created_at.',
    show('list', (user, stored) => ({
      ...user,
      updated_at: new Date(Date.parse(stored.created_at) - 86_400_000).toISOString(),
    })),
  ),
  list('last-entry-twice', 'unique-ids', 'The last entry is listed twice.', (b) => ({
    ...b,
    renderList: (users, c) => b.renderList([...users, ...users.slice(-1)], c),
  })),
  list('first-admin-twice', 'unique-ids', 'The first admin is listed at both ends.', (b) => ({
    ...b,
    members: (c) => [
      ...b.members(c),
      ...b
        .members(c)
        .filter((user) => user.role === 'admin')
        .slice(0, 1),
    ],
  })),
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
  list('keeps-removed', 'removed-absent remove.gone-from-list', 'Removed users stay on the list.', (b) => {
    const removed: V3User[] = []
    return {
      ...b,
      applyRemoval: (user, c) => {
        removed.push(user)
        b.applyRemoval(user, c)
      },
      members: (c) => [...b.members(c), ...(c.scope === c.world.organization ? removed : [])],
    }
  }),
  list(
    'removed-as-suspended',
    'removed-absent remove.gone-from-list',
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
