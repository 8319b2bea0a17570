/** Faults of `POST /v3/users` in what an invitation is, and leaves behind. */

import { randomUUID } from 'node:crypto'
import type { Context } from '../../../v3/behaviour.ts'
import { guard, inMember, isOk, rewrite, show, toEmpty, toStatus } from '../../../v3/mutator.ts'
import { noAdminAccess } from '../../../v3/refusal.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { invite } from '../invite.ts'
import { DAY_MS } from '../times.ts'

/** Creates and shows something else than was asked for. */
function creating(change: (user: V3User) => V3User): V3Fault['change'] {
  return (b) => ({
    ...b,
    createUser: (c) => {
      const user = b.createUser(c)
      c.scope.delete(user)
      const changed = change(user)
      c.scope.put(changed)
      return changed
    },
  })
}

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

export const inviteInvitationFaults: V3Fault[] = [
  invite('accepted-202', 'success-status', 'Answers 202.', rewrite('invite', isOk, toStatus(202))),
  invite(
    'no-content',
    'success-status',
    'Answers 204 without the user.',
    rewrite('invite', isOk, toEmpty(204)),
  ),
  invite(
    'owner-only',
    'success-status',
    'Only the owner may invite.',
    guard('invite', 'checkPermission', (c, honest) => {
      if (c.role === 'admin') throw noAdminAccess()
      honest()
    }),
  ),
  invite(
    'role-ignored',
    'echo',
    'Everybody is invited as billing.',
    creating((user) => ({ ...user, role: 'billing' })),
  ),
  invite(
    'name-cut',
    'echo',
    'Only the first four letters of the name are kept.',
    creating((user) => ({ ...user, name: user.name.slice(0, 4) })),
  ),
  invite(
    'other-address',
    'echo',
    'The user is entered under another address.',
    creating((user) => ({ ...user, email: `x-${user.email}` })),
  ),
  invite(
    'active-at-once',
    'status-invited',
    'Whoever is invited is active at once.',
    creating((user) => ({ ...user, status: 'active' })),
  ),
  invite(
    'shown-as-active',
    'status-invited',
    'The answer says active where the list says invited.',
    show('invite', (user) => ({ ...user, status: 'active' })),
  ),
  invite(
    'logged-in-at-once',
    'never-logged-in',
    'last_login_at is the time of the invitation.',
    show('invite', (user, stored) => ({ ...user, last_login_at: stored.invited_at })),
  ),
  invite(
    'created-long-ago',
    'times-current',
    'created_at lies a year back.',
    creating((user) => {
      const longAgo = new Date(Date.now() - 365 * DAY_MS).toISOString()
      return { ...user, created_at: longAgo }
    }),
  ),
  invite(
    'invited-at-null',
    'times-current',
    'invited_at of an invitation is null.',
    creating((user) => ({ ...user, invited_at: null })),
  ),
  invite(
    'token-disclosed',
    'no-token-disclosed',
    'The user carries its invitation_token.',
    show('invite', (user) => ({ ...user, invitation_token: randomUUID() })),
  ),
  invite(
    'invitation-url-disclosed',
    'no-token-disclosed',
    'data carries an invitation_url with the token.',
    rewrite(
      'invite',
      isOk,
      inMember('data', (data) => ({
        ...data,
        invitation_url: `https://app.example/accept?token=${randomUUID()}`,
      })),
    ),
  ),
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
  invite('not-stored', 'listed', 'An invitation is answered but not kept.', (b) => ({
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
]
