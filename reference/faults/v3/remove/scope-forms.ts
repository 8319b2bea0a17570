/** Forms of `DELETE /v3/users/{userId}` in the scope that it changes. */

import { everyNth } from '../../../frequency.ts'
import type { V3Change } from '../../../v3/behaviour.ts'
import { type Form, withoutBody } from '../../../v3/forms.ts'
import { both, permit, profileKind, scope } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { removing } from '../remove.ts'
import { scopesOf } from '../scopes.ts'
import { alsoFinding } from '../searches.ts'

const remove = formsOf('remove')

/** Acts on the organization for some calls under the own profile. */
const ignoring = (when: Form): V3Change =>
  scope('remove', (a, account, honest) => (profileKind(a) === 'own' && when(a) ? account.scope : honest()))

export const removeScopeForms: V3Form[] = [
  ...scopesOf('remove'),
  remove.plain(
    'profile-ignored-without-body',
    'scope-own-profile',
    'Without a body x-profile-id is ignored.',
    ignoring(withoutBody),
  ),
  remove.plain(
    'profile-from-outside',
    'scope-own-profile',
    'Without x-profile-id a user of the profile is removed, too.',
    alsoFinding('remove', (c) =>
      c.scope === c.world.organization ? c.world.profile.find(c.userId) : undefined,
    ),
  ),
  remove.plain(
    'foreign-profile-open',
    'scope-foreign-refused',
    'Users of a profile of another organization may be removed.',
    both(
      scope('remove', (a, _, honest) => (profileKind(a) === 'foreign' ? a.world.foreignProfile : honest())),
      permit('remove', (c) => c.scope === c.world.foreignProfile),
    ),
    'foreign-user-kept',
  ),
  remove.plain(
    'organization-removes-from-profile',
    'scope-own-profile',
    'Who is removed from the organization leaves its profile as well.',
    removing((user, c, honest) => {
      honest()
      const twin = c.world.profile.findByEmail(user.email)
      if (c.scope === c.world.organization && twin) c.world.profile.delete(twin)
    }),
    'scope-organization-only',
  ),
  remove.sequence(
    'profile-sticks',
    ['scope-own-profile', 'success-status', 'sandbox-false-is-real', 'self-rejected'],
    'After a removal from the profile the next one without x-profile-id is sought there, too.',
    (b) => {
      let stuck = false
      return scope('remove', (a, _, honest) => {
        const sticks = stuck && profileKind(a) === 'none'
        stuck = profileKind(a) === 'own'
        return sticks ? a.world.profile : honest()
      })(b)
    },
  ),
  remove.sequence(
    'unknown-profile-learnt',
    'scope-unknown-refused',
    'An unknown profile is refused once, and taken for the organization from then on.',
    (b) => {
      const asked = new Set<string>()
      return scope('remove', (a, account, honest) => {
        const id = a.call.headers['x-profile-id'] ?? ''
        if (profileKind(a) !== 'unknown') return honest()
        if (asked.has(id)) return account.scope
        asked.add(id)
        return honest()
      })(b)
    },
  ),
  remove.rare(
    'every-second-profile-ignored',
    'scope-own-profile',
    'Every second x-profile-id is ignored.',
    (b) => {
      const second = everyNth(2)
      return ignoring(() => second())(b)
    },
  ),
]
