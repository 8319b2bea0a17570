/** Faults of `GET /v3/me` in which account it tells of. */
import {
  fallBack,
  hasStatus,
  inMember,
  isOk,
  profileKind,
  rewrite,
  toRefusal,
  toStatus,
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { me } from '../me.ts'

export const meAccountFaults: V3Fault[] = [
  me(
    '202',
    'success-status',
    'An account is told of with 202.',
    rewrite('me', hasStatus(200), toStatus(202)),
  ),
  me(
    'admin-403',
    'success-status',
    'Nobody is told of an account.',
    rewrite('me', hasStatus(200), toRefusal(403, 'AUTH_004')),
  ),
  me(
    'another-every-time',
    ['same-account', 'same-organization'],
    'The id of an account is another one every time.',
    rewrite(
      'me',
      isOk,
      inMember('data', (data) => ({ ...data, id: crypto.randomUUID() })),
    ),
  ),
  me('profile-ignored', 'scope-own-profile', 'x-profile-id is ignored.', fallBack('me', 'own')),
  me(
    'foreign-profile-told',
    'scope-foreign-refused',
    'Profiles of other organizations are told of.',
    (b) => ({
      ...b,
      resolveScope: (a, account) =>
        a.operation === 'me' && profileKind(a) === 'foreign'
          ? a.world.foreignProfile
          : b.resolveScope(a, account),
    }),
  ),
  me(
    'foreign-profile-falls-back',
    'scope-foreign-refused',
    'Under a foreign profile the organization is told of.',
    fallBack('me', 'foreign'),
  ),
  me(
    'malformed-profile-falls-back',
    'scope-malformed-refused',
    'A malformed x-profile-id is ignored.',
    fallBack('me', 'malformed'),
  ),
  me(
    'profiles-empty',
    'profiles-listed',
    'The profiles of an organization are not told.',
    rewrite(
      'me',
      isOk,
      inMember('data', (data) => ({ ...data, profiles: [] })),
    ),
  ),
]
