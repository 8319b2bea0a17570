/** Faults of `GET /v3/users/{userId}` in whom it answers and about which scope. */

import {
  adminAccount,
  fallBack,
  guard,
  hasStatus,
  isUuid,
  key,
  keyMissing,
  permit,
  profileKind,
  rewrite,
  scope,
  toRefusal,
  toSuccess,
} from '../v3/mutator.ts'
import { noAccess, unknownKey, userNotFound } from '../v3/refusal.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const get = faultsOf('get')

export const getAccessFaults: V3Fault[] = [
  get(
    'open-without-key',
    'requires-key',
    'Whoever sends no key is taken for an admin.',
    key('get', (a, honest) => (keyMissing(a) ? adminAccount(a) : honest())),
  ),
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
    'requires-key key-before-user',
    'A missing key is answered with 403.',
    rewrite('get', (answer, seen) => answer.status === 401 && keyMissing(seen), toRefusal(403, 'AUTH_004')),
  ),
  get(
    'any-key-accepted',
    'unknown-key-refused',
    'Any key will do.',
    key('get', (a, honest) => {
      const known = a.world.accounts.has(a.call.headers['x-api-key'] ?? '')
      return known || keyMissing(a) ? honest() : adminAccount(a)
    }),
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
    'unknown-key-403',
    'unknown-key-refused',
    'An unknown key is answered with 403.',
    rewrite('get', (answer, seen) => answer.status === 401 && !keyMissing(seen), toRefusal(403, 'AUTH_004')),
  ),
  get(
    'user-before-key',
    'key-before-user',
    'An unknown id is answered with 404 before the key is looked at.',
    key('get', (a, honest) => {
      if (!a.world.organization.find(a.userId) && !a.world.profile.find(a.userId)) throw userNotFound()
      return honest()
    }),
  ),
  get(
    'developer-refused',
    'developer-allowed',
    'Developers may not read users.',
    guard('get', 'checkPermission', (c, honest) => {
      if (c.role === 'developer') throw noAccess()
      honest()
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
  get(
    'open-to-non-members',
    'no-access-refused',
    'Any account may read users, with or without a role.',
    permit('get', (c) => c.role === undefined),
  ),
  get(
    'non-member-404',
    'no-access-refused',
    'An account without a role is told that there is no such user.',
    rewrite('get', hasStatus(403), toRefusal(404, 'RESOURCE_006')),
  ),
  get(
    'non-member-401',
    'no-access-refused',
    'An account without a role is answered as if its key were wrong.',
    rewrite('get', hasStatus(403), toRefusal(401, 'AUTH_002')),
  ),
  get('profile-ignored', 'scope-own-profile', 'x-profile-id is ignored.', fallBack('get', 'own')),
  get(
    'profile-then-organization',
    'scope-own-profile',
    'Who is not in the profile is sought in the organization.',
    (b) => ({
      ...b,
      findUser: (c) => {
        const found = b.findUser(c)
        return c.operation === 'get' ? (found ?? c.scope.parent?.find(c.userId)) : found
      },
    }),
  ),
  get(
    'foreign-profile-falls-back',
    'scope-foreign-refused',
    'Under a foreign profile the user is sought in the organization.',
    fallBack('get', 'foreign'),
  ),
  get(
    'foreign-profile-null',
    'scope-foreign-refused',
    'Under a foreign profile the answer is 200 and null.',
    rewrite(
      'get',
      (_, seen) => profileKind(seen) === 'foreign',
      toSuccess(200, () => null),
    ),
  ),
  get(
    'unknown-profile-falls-back',
    'scope-unknown-refused',
    'Under an unknown profile the user is sought in the organization.',
    fallBack('get', 'unknown'),
  ),
  get(
    'malformed-profile-falls-back',
    'scope-malformed-refused',
    'A malformed x-profile-id is ignored.',
    fallBack('get', 'malformed'),
  ),
  get(
    'every-profile-falls-back',
    'scope-own-profile scope-foreign-refused scope-unknown-refused scope-malformed-refused',
    'Every x-profile-id is ignored.',
    scope('get', (_, account) => account.scope),
  ),
]
