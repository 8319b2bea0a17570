/** Faults of `DELETE /v3/users/{userId}` in whom it finds: unknown ids and profiles. */

import {
  all,
  fallBack,
  isUuid,
  profileKind,
  rewrite,
  toEmpty,
  toRefusal,
  toSuccess,
  type When,
} from '../v3/mutator.ts'
import type { Context, V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const remove = faultsOf('remove')

const unknownId: When = (answer, seen) =>
  answer.status === 404 && isUuid(seen.userId) && profileKind(seen) === 'none' && !seen.sandbox

const malformedId: When = (answer, seen) => answer.status === 404 && !isUuid(seen.userId)

/** Does something else where a user is to be removed for real. */
function removing(deed: (user: V3User, c: Context, honest: () => void) => void): V3Fault['change'] {
  return (b) => ({ ...b, applyRemoval: (user, c) => deed(user, c, () => b.applyRemoval(user, c)) })
}

export const removeTargetFaults: V3Fault[] = [
  remove(
    'unknown-204',
    'unknown-user',
    'Removing an unknown user succeeds.',
    rewrite('remove', unknownId, toEmpty(204)),
  ),
  remove(
    'unknown-400',
    'unknown-user',
    'An unknown id is answered with 400.',
    rewrite('remove', unknownId, toRefusal(400, 'VALIDATION_001')),
  ),
  remove(
    'unknown-wrong-code',
    'unknown-user',
    'An unknown id gets the code of an unknown organization.',
    rewrite('remove', unknownId, toRefusal(404, 'RESOURCE_005')),
  ),
  remove(
    'unknown-null',
    'unknown-user',
    'An unknown id is answered with 200 and null.',
    rewrite(
      'remove',
      unknownId,
      toSuccess(200, () => null),
    ),
  ),
  remove(
    'malformed-id-204',
    'malformed-id',
    'Removing a malformed id succeeds.',
    rewrite('remove', malformedId, toEmpty(204)),
  ),
  remove(
    'malformed-id-500',
    'malformed-id no-server-error',
    'A malformed id is answered with 500.',
    rewrite('remove', malformedId, toRefusal(500, 'INTERNAL_001')),
  ),
  remove(
    'malformed-id-401',
    'malformed-id',
    'A malformed id is answered as if the key were wrong.',
    rewrite('remove', malformedId, toRefusal(401, 'AUTH_002')),
  ),
  remove('profile-ignored', 'scope-own-profile', 'x-profile-id is ignored.', fallBack('remove', 'own')),
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
    'foreign-profile-falls-back',
    'scope-foreign-refused',
    'Under a foreign profile the organization is meant.',
    fallBack('remove', 'foreign'),
  ),
  remove(
    'foreign-profile-204',
    'scope-foreign-refused',
    'Under a foreign profile a removal is answered as done.',
    rewrite('remove', (_, seen) => profileKind(seen) === 'foreign', toEmpty(204)),
  ),
  remove(
    'unknown-profile-falls-back',
    'scope-unknown-refused',
    'Under an unknown profile the organization is meant.',
    fallBack('remove', 'unknown'),
  ),
  remove(
    'unknown-profile-204',
    'scope-unknown-refused',
    'Under an unknown profile a removal is answered as done.',
    rewrite('remove', (_, seen) => profileKind(seen) === 'unknown', toEmpty(204)),
  ),
  remove(
    'malformed-profile-falls-back',
    'scope-malformed-refused',
    'A malformed x-profile-id is ignored.',
    fallBack('remove', 'malformed'),
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
