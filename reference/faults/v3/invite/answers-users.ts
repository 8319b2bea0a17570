/** Faults of `POST /v3/users` in how it shows users. */
import { show, without } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { invite } from '../invite.ts'

export const inviteAnswersUsersFaults: V3Fault[] = [
  invite(
    'id-missing',
    'user-fields',
    'The user has no id.',
    show('invite', (user) => without(user, 'id')),
  ),
  invite(
    'name-as-object',
    'user-fields',
    'The name is an object of first and last name.',
    show('invite', (user, stored) => {
      const [first, ...rest] = stored.name.split(' ')
      return { ...user, name: { first, last: rest.join(' ') } }
    }),
  ),
  invite(
    'role-capitalised',
    'user-role',
    'The role begins with a capital.',
    show('invite', (user, stored) => ({
      ...user,
      role: stored.role.charAt(0).toUpperCase() + stored.role.slice(1),
    })),
  ),
  invite(
    'status-pending',
    ['user-status', 'status-invited'],
    'The status of an invitation is pending.',
    show('invite', (user) => ({ ...user, status: 'pending' })),
  ),
  invite(
    'status-missing',
    'user-status',
    'The user has no status.',
    show('invite', (user) => without(user, 'status')),
  ),
  invite(
    'created-at-date-only',
    'user-timestamps',
    'created_at is a date without time.',
    show('invite', (user, stored) => ({ ...user, created_at: stored.created_at.slice(0, 10) })),
  ),
  invite(
    'invited-at-epoch',
    'user-timestamps',
    'invited_at is a number of seconds.',
    show('invite', (user) => ({ ...user, invited_at: Math.floor(Date.now() / 1000) })),
  ),
  invite(
    'updated-before-created',
    'timestamps-ordered',
    'updated_at lies an hour before created_at.',
    show('invite', (user) => ({
      ...user,
      updated_at: new Date(Date.now() - 3_600_000).toISOString(),
    })),
  ),
]
