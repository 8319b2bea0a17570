/** Faults of `POST /v3/users` in what an invitation leaves behind. */
import { randomUUID } from 'node:crypto'
import {
  all,
  fallBack,
  guard,
  isOk,
  profileKind,
  rewrite,
  show,
  toRefusal,
  toSuccess,
  type When,
} from '../v3/mutator.ts'
import type { Context, V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const invite = faultsOf('invite')

const again: When = (answer) => answer.status === 409

/** Stores something else than the answer shows. */
function storing(change: (user: V3User, c: Context) => V3User): V3Fault['change'] {
  return (b) => ({
    ...b,
    createUser: (c) => {
      const user = b.createUser(c)
      c.scope.delete(user)
      c.scope.put(change(user, c))
      return user
    },
  })
}

export const inviteFaults: V3Fault[] = [
  invite(
    'id-of-answer-unknown',
    'new-id',
    'The id of the answer belongs to nobody.',
    show('invite', (user) => ({ ...user, id: randomUUID() })),
  ),
  invite(
    'id-of-inviter',
    'new-id',
    'The id of the answer is that of the inviter.',
    show('invite', (user, _, c) => ({ ...user, id: c.world.self.id })),
  ),
  invite('not-stored', 'listed new-id', 'An invitation is answered but not kept.', (b) => ({
    ...b,
    createUser: b.simulateUser,
  })),
  invite(
    'stored-as-admin',
    'listed',
    'Whoever is invited gets the admin role, whatever the answer says.',
    storing((user) => ({ ...user, role: 'admin' })),
  ),
  invite(
    'stored-as-developer',
    'listed',
    'Roles other than developer are kept as developer.',
    storing((user) => ({ ...user, role: 'developer' })),
  ),
  invite(
    'stored-as-suspended',
    'listed',
    'Whoever is invited is kept as suspended.',
    storing((user) => ({ ...user, status: 'suspended' })),
  ),
  invite(
    'stored-in-profile',
    'listed',
    'Invitations land in the profile instead of the organization.',
    (b) => ({
      ...b,
      createUser: (c) => {
        const user = b.simulateUser(c)
        c.world.profile.put(user)
        return user
      },
    }),
  ),
  invite(
    'duplicate-kept',
    'duplicate-one-entry',
    'The same address may be invited again and again.',
    guard('invite', 'refuseDuplicate', () => undefined),
  ),
  invite(
    'duplicate-refused-but-kept',
    'duplicate-one-entry',
    'A second invitation is refused and entered nevertheless.',
    guard('invite', 'refuseDuplicate', (c, honest) => {
      try {
        honest()
      } catch (refusal) {
        c.behaviour.createUser(c)
        throw refusal
      }
    }),
  ),
  invite(
    'duplicate-403',
    'duplicate-answer',
    'A second invitation is answered with 403.',
    rewrite('invite', again, toRefusal(403, 'AUTH_004')),
  ),
  invite(
    'duplicate-404',
    'duplicate-answer',
    'A second invitation is answered with 404.',
    rewrite('invite', again, toRefusal(404, 'RESOURCE_006')),
  ),
  invite(
    'duplicate-500',
    'duplicate-answer no-server-error',
    'A second invitation is answered with 500.',
    rewrite('invite', again, toRefusal(500, 'INTERNAL_001')),
  ),
  invite(
    'duplicate-null',
    'duplicate-answer',
    'A second invitation is answered with 200 and null.',
    rewrite(
      'invite',
      again,
      toSuccess(200, () => null),
    ),
  ),
  invite('profile-ignored', 'scope-own-profile', 'x-profile-id is ignored.', fallBack('invite', 'own')),
  invite(
    'profile-and-organization',
    'scope-own-profile',
    'An invitation to the profile is one to the organization as well.',
    (b) => ({
      ...b,
      createUser: (c) => {
        const user = b.createUser(c)
        if (c.scope === c.world.profile) c.world.organization.put({ ...user, id: randomUUID() })
        return user
      },
    }),
  ),
  invite(
    'profile-not-stored',
    'scope-own-profile',
    'An invitation to the profile is answered but not kept.',
    (b) => ({
      ...b,
      createUser: (c) => (c.scope === c.world.profile ? b.simulateUser(c) : b.createUser(c)),
    }),
  ),
  invite(
    'profile-refused',
    'scope-own-profile',
    'Nobody can be invited to a profile.',
    rewrite(
      'invite',
      all(isOk, (_, seen) => profileKind(seen) === 'own'),
      toRefusal(403, 'AUTH_004'),
    ),
  ),
]
