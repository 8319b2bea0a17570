/** Faults of `PATCH /v3/users/{userId}` in what its answers look like. */
import { show, without } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { laterMetaOf, laterUsersOf } from '../later-members.ts'
import { publicAnswersOf } from '../public-answers.ts'
import { update } from '../update.ts'

export const updateAnswersFaults: V3Fault[] = [
  ...publicAnswersOf('update'),
  update(
    'name-missing',
    'user-fields',
    'The user has no name.',
    show('update', (user) => without(user, 'name')),
  ),
  update(
    'role-upper-case',
    ['user-role', 'role-answered'],
    'The role is answered in upper case.',
    show('update', (user) => ({ ...user, role: String(user.role).toUpperCase() })),
  ),
  update(
    'status-pending',
    ['user-status', 'rest-answered'],
    'Invited users are answered as pending.',
    show('update', (user) => ({ ...user, status: 'pending' })),
  ),
  update(
    'created-at-date',
    ['user-timestamps', 'rest-answered'],
    'created_at is a date without a time.',
    show('update', (user, stored) => ({ ...user, created_at: stored.created_at.slice(0, 10) })),
  ),
  update(
    'updated-before-created',
    'timestamps-ordered',
    'updated_at lies a week before created_at.',
    show('update', (user, stored) => ({
      ...user,
      updated_at: new Date(Date.parse(stored.created_at) - 7 * 86_400_000).toISOString(),
    })),
  ),
  ...laterUsersOf('update'),
  ...laterMetaOf('update'),
]
