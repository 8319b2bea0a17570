/** Faults of `PATCH /v3/users/{userId}` in the scope in which a role changes. */
import { fallBack, profileKind, rewrite, toSuccess } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { changing, update } from '../update.ts'

export const updateScopeFaults: V3Fault[] = [
  update('profile-ignored', 'scope-own-profile', 'x-profile-id is ignored.', fallBack('update', 'own')),
  update(
    'profile-nothing-done',
    'scope-own-profile',
    'A change in the profile is answered but not made.',
    changing((user, role, c, honest) =>
      c.scope.parent ? c.behaviour.simulateRole(user, role, c) : honest(),
    ),
  ),
  update(
    'profile-from-outside',
    'scope-own-profile',
    'A user of the profile is refused in the organization, and changed.',
    (b) => ({
      ...b,
      checkExistence: (c) => {
        const user = c.world.profile.find(c.userId)
        if (c.operation === 'update' && user && !c.scope.parent && !c.sandbox) {
          c.world.profile.put({ ...user, role: 'developer' })
        }
        b.checkExistence(c)
      },
    }),
  ),
  update(
    'foreign-profile-falls-back',
    'scope-foreign-refused',
    'Under a foreign profile the organization is meant.',
    fallBack('update', 'foreign'),
  ),
  update(
    'foreign-profile-200',
    'scope-foreign-refused',
    'Under a foreign profile a change is answered as made.',
    rewrite(
      'update',
      (_, seen) => profileKind(seen) === 'foreign',
      toSuccess(200, ({ world }) => world.self),
    ),
  ),
  update(
    'unknown-profile-falls-back',
    'scope-unknown-refused',
    'Under an unknown profile the organization is meant.',
    fallBack('update', 'unknown'),
  ),
  update(
    'malformed-profile-falls-back',
    'scope-malformed-refused',
    'A malformed x-profile-id is ignored.',
    fallBack('update', 'malformed'),
  ),
]
