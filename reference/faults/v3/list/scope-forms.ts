/** Forms of `GET /v3/users` in the scope that it reads. */
import { everyNth } from '../../../frequency.ts'
import { both, profileKind, scope } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { scopesOf } from '../scopes.ts'

const list = formsOf('list')

export const listScopeForms: V3Form[] = [
  ...scopesOf('list'),
  list.plain(
    'profile-ignored-for-developer',
    'scope-own-profile',
    'For a developer x-profile-id is ignored.',
    (b) => ({
      ...b,
      members: (c) => (c.role === 'developer' && c.scope.parent ? c.scope.parent.all() : b.members(c)),
    }),
    'scope-own-profile-for-developer',
  ),
  list.plain(
    'foreign-profile-in-capitals-open',
    'scope-foreign-refused',
    'A profile of another organization is shown where its id is in capitals.',
    both(
      scope('list', (a, _, honest) => {
        const id = a.call.headers['x-profile-id'] ?? ''
        const isShouted = id !== id.toLowerCase() && id.toLowerCase() === a.world.foreignProfile.id
        return isShouted ? a.world.foreignProfile : honest()
      }),
      (b) => ({ ...b, mayRead: (role, c) => c.scope === c.world.foreignProfile || b.mayRead(role, c) }),
    ),
  ),
  list.sequence(
    'profile-sticks',
    ['scope-own-profile', 'shows-invited', 'shows-active'],
    'After a call under the own profile the next call without one is answered for it, too.',
    (b) => {
      let stuck = false
      return scope('list', (a, _, honest) => {
        const sticks = stuck && profileKind(a) === 'none'
        stuck = profileKind(a) === 'own'
        return sticks ? a.world.profile : honest()
      })(b)
    },
  ),
  list.sequence(
    'unknown-profile-learnt',
    'scope-unknown-refused',
    'An unknown profile is refused once, and taken for the organization from then on.',
    (b) => {
      const asked = new Set<string>()
      return scope('list', (a, account, honest) => {
        const id = a.call.headers['x-profile-id'] ?? ''
        if (profileKind(a) !== 'unknown') return honest()
        if (asked.has(id)) return account.scope
        asked.add(id)
        return honest()
      })(b)
    },
  ),
  list.rare(
    'every-fourth-profile-ignored',
    'scope-own-profile',
    'Every fourth x-profile-id is ignored.',
    (b) => {
      const fourth = everyNth(4)
      return scope('list', (a, account, honest) =>
        profileKind(a) === 'own' && fourth() ? account.scope : honest(),
      )(b)
    },
  ),
  list.rare(
    'every-third-foreign-profile-open',
    'scope-foreign-refused',
    'Every third call under a foreign profile lists the organization.',
    (b) => {
      const third = everyNth(3)
      return scope('list', (a, account, honest) =>
        profileKind(a) === 'foreign' && third() ? account.scope : honest(),
      )(b)
    },
  ),
]
