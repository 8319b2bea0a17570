/** Faults of `GET /v3/users` in whom it answers and about which scope. */

import {
  adminAccount,
  both,
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
  withHeaders,
} from '../v3/mutator.ts'
import { noAccess } from '../v3/refusal.ts'
import { scopesOf } from '../v3/world.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const list = faultsOf('list')
const nobody = () => ({ users: [] })

export const listAccessFaults: V3Fault[] = [
  list(
    'open-without-key',
    'requires-key',
    'Whoever sends no key is taken for an admin.',
    key('list', (a, honest) => (keyMissing(a) ? adminAccount(a) : honest())),
  ),
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
    'any-key-accepted',
    'unknown-key-refused',
    'Any key will do.',
    key('list', (a, honest) => {
      const known = a.world.accounts.has(a.call.headers['x-api-key'] ?? '')
      return known || keyMissing(a) ? honest() : adminAccount(a)
    }),
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
    'unknown-key-403',
    'unknown-key-refused',
    'An unknown key is answered with 403.',
    rewrite('list', (answer, seen) => answer.status === 401 && !keyMissing(seen), toRefusal(403, 'AUTH_004')),
  ),
  list(
    'unknown-key-400',
    'unknown-key-refused',
    'An unknown key is answered with 400.',
    rewrite('list', (answer, seen) => answer.status === 401 && !keyMissing(seen), toRefusal(400, 'AUTH_002')),
  ),
  list(
    'developer-refused',
    'developer-allowed',
    'Developers may not list users.',
    guard('list', 'checkPermission', (c, honest) => {
      if (c.role === 'developer') throw noAccess()
      honest()
    }),
  ),
  list(
    'open-to-non-members',
    'no-access-refused',
    'Any account may list users, with or without a role.',
    permit('list', (c) => c.role === undefined),
  ),
  list(
    'non-member-empty-list',
    'no-access-refused',
    'An account without a role is shown an empty list.',
    rewrite('list', hasStatus(403), toSuccess(200, nobody)),
  ),
  list(
    'non-member-401',
    'no-access-refused',
    'An account without a role is answered as if its key were wrong.',
    rewrite('list', hasStatus(403), toRefusal(401, 'AUTH_002')),
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
  list('profile-ignored', 'scope-own-profile', 'x-profile-id is ignored.', fallBack('list', 'own')),
  list(
    'profile-refused',
    'scope-own-profile',
    'The own profile is refused.',
    scope('list', (a, _, honest) => {
      if (profileKind(a) === 'own') throw noAccess()
      return honest()
    }),
  ),
  list(
    'profile-merged',
    'scope-profile-only',
    'The list of a profile contains the users of the organization as well.',
    (b) => ({
      ...b,
      members: (c) => [...b.members(c), ...(c.scope === c.world.profile ? c.world.organization.all() : [])],
    }),
  ),
  list(
    'foreign-profile-open',
    'scope-foreign-refused',
    'Any profile may be read, whoever it belongs to.',
    both(
      scope('list', (a, _, honest) => (profileKind(a) === 'foreign' ? a.world.foreignProfile : honest())),
      permit('list', (c) => c.scope === c.world.foreignProfile),
    ),
  ),
  list(
    'foreign-profile-falls-back',
    'scope-foreign-refused',
    'Under a foreign profile the organization is listed.',
    fallBack('list', 'foreign'),
  ),
  list(
    'foreign-profile-empty',
    'scope-foreign-refused',
    'Under a foreign profile the list is empty instead of refused.',
    rewrite('list', (_, seen) => profileKind(seen) === 'foreign', toSuccess(200, nobody)),
  ),
  list(
    'unknown-profile-falls-back',
    'scope-unknown-refused',
    'Under an unknown profile the organization is listed.',
    fallBack('list', 'unknown'),
  ),
  list(
    'unknown-profile-empty',
    'scope-unknown-refused',
    'Under an unknown profile the list is empty instead of refused.',
    rewrite('list', (_, seen) => profileKind(seen) === 'unknown', toSuccess(200, nobody)),
  ),
  list(
    'malformed-profile-falls-back',
    'scope-malformed-refused',
    'A malformed x-profile-id is ignored.',
    fallBack('list', 'malformed'),
  ),
  list(
    'malformed-profile-401',
    'scope-malformed-refused',
    'A malformed x-profile-id is answered as if the key were wrong.',
    rewrite('list', (_, seen) => profileKind(seen) === 'malformed', toRefusal(401, 'AUTH_002')),
  ),
  list('everybody-listed', 'scope-profile-only', 'A profile lists every user of every scope.', (b) => ({
    ...b,
    members: (c) =>
      c.scope === c.world.profile ? scopesOf(c.world).flatMap((one) => one.all()) : b.members(c),
  })),
  list(
    'profile-not-echoed',
    'scope-header-echoed',
    'X-Profile-Id names the organization instead of the profile.',
    (b) => ({
      ...b,
      answer: (answer, seen) => {
        const honest = b.answer(answer, seen)
        const wrong = seen.operation === 'list' && seen.scope === seen.world.profile
        return wrong ? withHeaders({ 'X-Profile-Id': seen.world.organization.id })(honest, seen) : honest
      },
    }),
  ),
]
