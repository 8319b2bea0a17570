/** Forms of `POST /v3/users` in the scope that it changes. */
import { randomUUID } from 'node:crypto'
import { everyNth } from '../../../frequency.ts'
import { both, permit, profileKind, rewrite, scope, toSuccess } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { scopesOf } from '../scopes.ts'

const invite = formsOf('invite')
const KINDS = ['foreign', 'unknown', 'malformed'] as const

export const inviteScopeForms: V3Form[] = [
  ...scopesOf('invite'),
  ...KINDS.map((kind) =>
    invite.plain(
      `${kind}-profile-answered`,
      `scope-${kind}-refused`,
      `An invitation under a profile that is ${kind} is answered as done, yet not done.`,
      rewrite(
        'invite',
        (answer, seen) => answer.status >= 400 && profileKind(seen) === kind,
        (answer, seen) => {
          const now = seen.world.clock.now()
          const user = {
            id: randomUUID(),
            email: 'guest@guests.example',
            name: 'Guest',
            role: 'developer',
            status: 'invited',
            invited_at: now,
            last_login_at: null,
            created_at: now,
            updated_at: now,
          }
          return toSuccess(201, () => user)(answer, seen)
        },
      ),
    ),
  ),
  invite.plain(
    'foreign-profile-open',
    'scope-foreign-refused',
    'Somebody may be invited into the profile of another organization.',
    both(
      scope('invite', (a, _, honest) => (profileKind(a) === 'foreign' ? a.world.foreignProfile : honest())),
      permit('invite', (c) => c.scope === c.world.foreignProfile),
    ),
  ),
  invite.plain(
    'profile-guest-as-developer',
    ['scope-own-profile', 'echo', 'listed'],
    'Whoever is invited to the profile becomes a developer.',
    (b) => ({
      ...b,
      createUser: (c) => {
        if (c.scope.parent) c.input = { ...c.input, role: 'developer' }
        return b.createUser(c)
      },
    }),
  ),
  invite.rare(
    'every-second-profile-ignored',
    'scope-own-profile',
    'Every second x-profile-id is ignored.',
    (b) => {
      const second = everyNth(2)
      return scope('invite', (a, account, honest) =>
        profileKind(a) === 'own' && second() ? account.scope : honest(),
      )(b)
    },
  ),
]
