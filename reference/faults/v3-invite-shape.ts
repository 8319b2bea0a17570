/** Faults of `POST /v3/users` in status, shape and echo. */
import { randomUUID } from 'node:crypto'
import { guard, inBody, inMember, isOk, rewrite, show, toEmpty, toStatus, without } from '../v3/mutator.ts'
import { invalid, noAdminAccess } from '../v3/refusal.ts'
import type { V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const invite = faultsOf('invite')

const DAY_MS = 86_400_000

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

export const inviteShapeFaults: V3Fault[] = [
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
    'billing-role-refused',
    'sandbox-answer',
    'The billing role is taken for unknown.',
    guard('invite', 'checkInput', (c, honest) => {
      if (c.input.role === 'billing') throw invalid({ role: ['Unknown role.'] })
      honest()
    }),
  ),
  invite(
    'success-false',
    'envelope',
    'A good answer says success false.',
    rewrite(
      'invite',
      isOk,
      inBody((body) => ({ ...body, success: false })),
    ),
  ),
  invite(
    'wrapped-in-user',
    'envelope user-fields',
    'The user stands in data.user.',
    rewrite(
      'invite',
      isOk,
      inBody((body) => ({ ...body, data: { user: body.data } })),
    ),
  ),
  invite(
    'id-missing',
    'user-fields',
    'The user has no id.',
    show('invite', (user) => without(user, 'id')),
  ),
  invite(
    'name-as-object',
    'user-fields',
    'The name is an object of first and last name.',
    show('invite', (user, stored) => {
      const [first, ...rest] = stored.name.split(' ')
      return { ...user, name: { first, last: rest.join(' ') } }
    }),
  ),
  invite(
    'role-capitalised',
    'user-role',
    'The role begins with a capital.',
    show('invite', (user, stored) => ({
      ...user,
      role: stored.role.charAt(0).toUpperCase() + stored.role.slice(1),
    })),
  ),
  invite(
    'status-pending',
    'user-status status-invited',
    'The status of an invitation is pending.',
    show('invite', (user) => ({ ...user, status: 'pending' })),
  ),
  invite(
    'status-missing',
    'user-status',
    'The user has no status.',
    show('invite', (user) => without(user, 'status')),
  ),
  invite(
    'created-at-date-only',
    'user-timestamps',
    'created_at is a date without time.',
    show('invite', (user, stored) => ({ ...user, created_at: stored.created_at.slice(0, 10) })),
  ),
  invite(
    'invited-at-epoch',
    'user-timestamps',
    'invited_at is a number of seconds.',
    show('invite', (user) => ({ ...user, invited_at: Math.floor(Date.now() / 1000) })),
  ),
  invite(
    'updated-before-created',
    'timestamps-ordered',
    'updated_at lies an hour before created_at.',
    show('invite', (user) => ({
      ...user,
      updated_at: new Date(Date.now() - 3_600_000).toISOString(),
    })),
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
]
