/** Faults of `DELETE /v3/users/{userId}` in the scope that it reads or changes. */
import { all, profileKind, rewrite, toEmpty } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { profilesOf } from '../callers.ts'
import { remove, removing } from '../remove.ts'

export const removeScopeFaults: V3Fault[] = [
  ...profilesOf('remove'),
  remove(
    'profile-and-organization',
    'scope-own-profile',
    'Who is removed from the profile leaves the organization as well.',
    removing((user, c, honest) => {
      honest()
      const twin = c.world.organization.findByEmail(user.email)
      if (c.scope === c.world.profile && twin) c.world.organization.delete(twin)
    }),
  ),
  remove(
    'profile-nothing-done',
    'scope-own-profile',
    'A removal from the profile is answered but not done.',
    removing((_, c, honest) => (c.scope === c.world.profile ? undefined : honest())),
  ),
  remove(
    'profile-then-organization',
    'scope-own-profile',
    'Who is not in the profile is removed from the organization.',
    (b) => ({
      ...b,
      findUser: (c) => {
        const found = b.findUser(c)
        return c.operation === 'remove' ? (found ?? c.scope.parent?.find(c.userId)) : found
      },
      applyRemoval: (user, c) =>
        c.scope.find(user.id) ? b.applyRemoval(user, c) : c.scope.organization.delete(user),
    }),
  ),
  remove(
    'foreign-profile-204',
    'scope-foreign-refused',
    'Under a foreign profile a removal is answered as done.',
    rewrite('remove', (_, seen) => profileKind(seen) === 'foreign', toEmpty(204)),
  ),
  remove(
    'unknown-profile-204',
    'scope-unknown-refused',
    'Under an unknown profile a removal is answered as done.',
    rewrite('remove', (_, seen) => profileKind(seen) === 'unknown', toEmpty(204)),
  ),
  remove(
    'malformed-profile-204',
    'scope-malformed-refused',
    'Under a malformed x-profile-id a removal is answered as done.',
    rewrite(
      'remove',
      all((_, seen) => profileKind(seen) === 'malformed'),
      toEmpty(204),
    ),
  ),
]
