/** Faults of `GET /v3/users` in whom it answers. */
import {
  adminAccount,
  hasStatus,
  isUuid,
  key,
  keyMissing,
  rewrite,
  toRefusal,
  toSuccess,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { callersOf } from '../callers.ts'
import { list, nobody } from '../list.ts'

export const listAccessFaults: V3Fault[] = [
  ...callersOf('list'),
  list(
    'missing-key-403',
    'requires-key',
    'A missing key is answered with 403.',
    rewrite('list', (answer, seen) => answer.status === 401 && keyMissing(seen), toRefusal(403, 'AUTH_001')),
  ),
  list(
    'missing-key-empty-list',
    'requires-key',
    'Without a key the list is empty instead of refused.',
    rewrite('list', (answer, seen) => answer.status === 401 && keyMissing(seen), toSuccess(200, nobody)),
  ),
  list(
    'any-uuid-accepted',
    'unknown-key-refused',
    'Any key in the form of a UUID will do.',
    key('list', (a, honest) => {
      const value = a.call.headers['x-api-key'] ?? ''
      return isUuid(value) && !a.world.accounts.has(value) ? adminAccount(a) : honest()
    }),
  ),
  list(
    'unknown-key-400',
    'unknown-key-refused',
    'An unknown key is answered with 400.',
    rewrite('list', (answer, seen) => answer.status === 401 && !keyMissing(seen), toRefusal(400, 'AUTH_002')),
  ),
  list(
    'non-member-empty-list',
    'no-access-refused',
    'An account without a role is shown an empty list.',
    rewrite('list', hasStatus(403), toSuccess(200, nobody)),
  ),
  list(
    'non-member-404',
    'no-access-refused',
    'An account without a role is told that there is no such organization.',
    rewrite('list', hasStatus(403), toRefusal(404, 'RESOURCE_005')),
  ),
  list(
    'non-member-wrong-code',
    'no-access-refused',
    'An account without a role gets the code of a wrong key.',
    rewrite('list', hasStatus(403), toRefusal(403, 'AUTH_002')),
  ),
]
