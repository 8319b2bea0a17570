/** Faults of `GET /v3/users/{userId}` in the scope that it reads or changes. */
import { profileKind, rewrite, scope, toSuccess } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { profilesOf } from '../callers.ts'
import { get } from '../get.ts'

export const getScopeFaults: V3Fault[] = [
  ...profilesOf('get'),
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
    'every-profile-falls-back',
    ['scope-own-profile', 'scope-foreign-refused', 'scope-unknown-refused', 'scope-malformed-refused'],
    'Every x-profile-id is ignored.',
    scope('get', (_, account) => account.scope),
  ),
]
