/** Faults of `GET /v3/users` in the scope that it reads or changes. */
import {
  both,
  permit,
  profileKind,
  rewrite,
  scope,
  toRefusal,
  toSuccess,
  withHeaders,
} from '../../../v3/mutator.ts'
import { noAccess } from '../../../v3/refusal.ts'
import { scopesOf } from '../../../v3/world.ts'
import type { V3Fault } from '../../types.ts'
import { profilesOf } from '../callers.ts'
import { list, nobody } from '../list.ts'

export const listScopeFaults: V3Fault[] = [
  ...profilesOf('list'),
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
    'foreign-profile-empty',
    'scope-foreign-refused',
    'Under a foreign profile the list is empty instead of refused.',
    rewrite('list', (_, seen) => profileKind(seen) === 'foreign', toSuccess(200, nobody)),
  ),
  list(
    'unknown-profile-empty',
    'scope-unknown-refused',
    'Under an unknown profile the list is empty instead of refused.',
    rewrite('list', (_, seen) => profileKind(seen) === 'unknown', toSuccess(200, nobody)),
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
