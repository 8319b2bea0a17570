/** Forms of `GET /v3/users/{userId}` in the scope that it reads. */

import { everyNth } from '../../../frequency.ts'
import { profileKind, scope } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { scopesOf } from '../scopes.ts'

const get = formsOf('get')

export const getScopeForms: V3Form[] = [
  ...scopesOf('get'),
  get.plain(
    'profile-ignored-for-developer',
    'scope-own-profile',
    'For a developer x-profile-id is ignored.',
    (b) => ({
      ...b,
      findUser: (c) =>
        c.operation === 'get' && c.role === 'developer' && c.scope.parent
          ? c.scope.parent.find(c.userId)
          : b.findUser(c),
    }),
    'scope-own-profile-for-developer',
  ),
  get.plain(
    'profile-hides-invited',
    'scope-own-profile',
    'Under the own profile who is invited is not found.',
    (b) => ({
      ...b,
      findUser: (c) => {
        const user = b.findUser(c)
        return c.operation === 'get' && c.scope.parent && user?.status === 'invited' ? undefined : user
      },
    }),
  ),
  get.sequence(
    'profile-sticks',
    ['scope-own-profile', 'success-status'],
    'After a call under the own profile the next call without one is answered for it, too.',
    (b) => {
      let stuck = false
      return scope('get', (a, _, honest) => {
        const sticks = stuck && profileKind(a) === 'none'
        stuck = profileKind(a) === 'own'
        return sticks ? a.world.profile : honest()
      })(b)
    },
  ),
  get.rare(
    'every-third-profile-ignored',
    'scope-own-profile',
    'Every third x-profile-id is ignored.',
    (b) => {
      const third = everyNth(3)
      return scope('get', (a, account, honest) =>
        profileKind(a) === 'own' && third() ? account.scope : honest(),
      )(b)
    },
  ),
]
