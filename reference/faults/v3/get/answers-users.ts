/** Faults of `GET /v3/users/{userId}` in how it shows users. */
import { show, without } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { get } from '../get.ts'

export const getAnswersUsersFaults: V3Fault[] = [
  get(
    'name-missing',
    'user-fields',
    'The user has no name.',
    show('get', (user) => without(user, 'name')),
  ),
  get(
    'email-null-for-invited',
    'user-fields',
    'Invited users have null for e-mail address.',
    show('get', (user, stored) => (stored.status === 'invited' ? { ...user, email: null } : user)),
  ),
  get(
    'role-as-list',
    'user-role',
    'The role is an array of roles.',
    show('get', (user) => ({ ...user, role: [user.role] })),
  ),
  get(
    'role-member-for-developer',
    'user-role',
    'Developers are shown as members.',
    show('get', (user, stored) => (stored.role === 'developer' ? { ...user, role: 'member' } : user)),
  ),
  get(
    'status-pending',
    'user-status',
    'Invited users have the status pending.',
    show('get', (user, stored) => (stored.status === 'invited' ? { ...user, status: 'pending' } : user)),
  ),
  get(
    'status-upper-case-for-active',
    'user-status',
    'The status of active users is shown in upper case.',
    show('get', (user, stored) => (stored.status === 'active' ? { ...user, status: 'ACTIVE' } : user)),
  ),
  get(
    'created-at-without-zone',
    'user-timestamps',
    'created_at has no offset from UTC.',
    show('get', (user, stored) => ({ ...user, created_at: stored.created_at.replace('+00:00', '') })),
  ),
  get(
    'last-login-empty',
    'user-timestamps',
    'Who never logged in has an empty text for last_login_at.',
    show('get', (user, stored) => ({ ...user, last_login_at: stored.last_login_at ?? '' })),
  ),
  get(
    'created-at-null-for-invited',
    'user-timestamps',
    'Invited users have null for created_at.',
    show('get', (user, stored) => (stored.status === 'invited' ? { ...user, created_at: null } : user)),
  ),
  get(
    'updated-before-created',
    'timestamps-ordered',
    'updated_at lies a week before created_at.',
    show('get', (user, stored) => ({
      ...user,
      updated_at: new Date(Date.parse(stored.created_at) - 7 * 86_400_000).toISOString(),
    })),
  ),
]
