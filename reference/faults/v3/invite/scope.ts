/** Faults of `POST /v3/users` in the scope that it reads or changes. */

import { randomUUID } from 'node:crypto'
import { all, fallBack, isOk, profileKind, rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { profilesOf } from '../callers.ts'
import { invite } from '../invite.ts'

export const inviteScopeFaults: V3Fault[] = [
  ...profilesOf('invite'),
  ...(['foreign', 'unknown', 'malformed'] as const).map((kind) =>
    invite(
      `${kind}-profile-falls-back`,
      `scope-${kind}-refused`,
      `An invitation under a profile that is ${kind} is one to the organization.`,
      fallBack('invite', kind),
    ),
  ),
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
