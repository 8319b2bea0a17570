/** Faults of `GET /v3/users` in how it shows users. */
import {
  all,
  everyThird,
  inBody,
  inMember,
  isOk,
  rewrite,
  show,
  showLast,
  without,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { list } from '../list.ts'

export const listAnswersUsersFaults: V3Fault[] = [
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
    'id-a-number-in-last',
    'user-fields',
    'The last entry has a number for id.',
    showLast((user) => ({ ...user, id: 17 })),
  ),
  list(
    'email-missing-in-last',
    ['user-fields', 'v3.invite.refused-creates-nothing'],
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
    ['user-status', 'shows-invited'],
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
    ['user-timestamps', 'invited-never-logged-in'],
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
]
