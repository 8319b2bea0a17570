/** Faults of `GET /v3/users/{userId}` in whom it answers. */
import { adminAccount, guard, isUuid, key, keyMissing, rewrite, toRefusal } from '../../../v3/mutator.ts'
import { unknownKey } from '../../../v3/refusal.ts'
import type { V3Fault } from '../../types.ts'
import { callersOf } from '../callers.ts'
import { get } from '../get.ts'

export const getAccessFaults: V3Fault[] = [
  ...callersOf('get'),
  get(
    'missing-key-404',
    'requires-key',
    'A missing key is answered with 404.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 401 && keyMissing(seen),
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  get(
    'missing-key-403',
    ['requires-key', 'key-before-user'],
    'A missing key is answered with 403.',
    rewrite('get', (answer, seen) => answer.status === 401 && keyMissing(seen), toRefusal(403, 'AUTH_004')),
  ),
  get(
    'any-word-accepted',
    'unknown-key-refused',
    'Any key that is not in the form of a UUID will do.',
    key('get', (a, honest) => {
      const value = a.call.headers['x-api-key'] ?? ''
      return value !== '' && !isUuid(value) ? adminAccount(a) : honest()
    }),
  ),
  get(
    'developer-401',
    'developer-allowed',
    'The key of a developer is called unknown.',
    guard('get', 'checkPermission', (c, honest) => {
      if (c.role === 'developer') throw unknownKey()
      honest()
    }),
  ),
]
