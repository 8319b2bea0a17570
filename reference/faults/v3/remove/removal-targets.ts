/** Faults of `DELETE /v3/users/{userId}` where the id names nobody. */

import {
  isUuid,
  profileKind,
  rewrite,
  toEmpty,
  toRefusal,
  toSuccess,
  type When,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { remove, secondTime } from '../remove.ts'
import { alsoFinding, byBeginning, inOtherOrganization } from '../searches.ts'

const unknownId: When = (answer, seen) =>
  answer.status === 404 && isUuid(seen.userId) && profileKind(seen) === 'none' && !seen.sandbox

const malformedId: When = (answer, seen) => answer.status === 404 && !isUuid(seen.userId)

export const removeRemovalTargetsFaults: V3Fault[] = [
  remove(
    'other-organization-found',
    'unknown-user',
    'Users of another organization can be removed by their id.',
    alsoFinding('remove', inOtherOrganization),
  ),
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
    ['malformed-id', 'no-server-error'],
    'A malformed id is answered with 500.',
    rewrite('remove', malformedId, toRefusal(500, 'INTERNAL_001')),
  ),
  remove(
    'malformed-id-401',
    'malformed-id',
    'A malformed id is answered as if the key were wrong.',
    rewrite('remove', malformedId, toRefusal(401, 'AUTH_002')),
  ),
  remove('second-204', 'second-removal', 'Removing somebody twice succeeds twice.', secondTime(toEmpty(204))),
  remove(
    'found-by-beginning',
    'unknown-user',
    'The first eight digits of an id name the user.',
    alsoFinding('remove', byBeginning),
  ),
  remove(
    'second-204-in-profile',
    'second-removal',
    'In a profile removing somebody twice succeeds twice.',
    secondTime(toEmpty(204), (_, seen) => profileKind(seen) === 'own'),
  ),
  remove(
    'second-400',
    'second-removal',
    'A second removal is answered with 400.',
    secondTime(toRefusal(400, 'VALIDATION_001')),
  ),
  remove(
    'second-wrong-code',
    'second-removal',
    'A second removal gets the code of an unknown organization.',
    secondTime(toRefusal(404, 'RESOURCE_005')),
  ),
]
