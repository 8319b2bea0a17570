/** Faults of `GET /v3/users/{userId}` in status and shape. */

import { all, everyThird, hasStatus, inBody, isOk, rewrite, show, toStatus, without } from '../v3/mutator.ts'
import { userNotFound } from '../v3/refusal.ts'
import type { Context, V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const get = faultsOf('get')

/** Finds another user than the honest search. */
function finding(find: (honest: V3User | undefined, c: Context) => V3User | undefined): V3Fault['change'] {
  return (b) => ({
    ...b,
    findUser: (c) => (c.operation === 'get' ? find(b.findUser(c), c) : b.findUser(c)),
  })
}

export const getShapeFaults: V3Fault[] = [
  get('created-status', 'success-status', 'Answers 201.', rewrite('get', isOk, toStatus(201))),
  get(
    'hides-billing',
    'success-status',
    'Users with the billing role are not found although they are listed.',
    finding((user) => (user?.role === 'billing' ? undefined : user)),
  ),
  get(
    'hides-caller',
    'success-status',
    'The caller is not found although it is listed.',
    finding((user, c) => (user?.id === c.world.self.id ? undefined : user)),
  ),
  get(
    'wrapped-in-user',
    'envelope user-fields',
    'The user stands in data.user.',
    rewrite(
      'get',
      isOk,
      inBody((body) => ({ ...body, data: { user: body.data } })),
    ),
  ),
  get(
    'wrapped-in-users',
    'envelope user-fields',
    'The user stands alone in an array data.users.',
    rewrite(
      'get',
      isOk,
      inBody((body) => ({ ...body, data: { users: [body.data] } })),
    ),
  ),
  get(
    'no-data-every-third-time',
    'envelope',
    'Every third answer has null for data.',
    rewrite(
      'get',
      all(isOk, everyThird()),
      inBody((body) => ({ ...body, data: null })),
    ),
  ),
  get(
    'no-success-member',
    'envelope',
    'A good answer has no member success.',
    rewrite(
      'get',
      isOk,
      inBody((body) => without(body, 'success')),
    ),
  ),
  get(
    'name-missing',
    'user-fields',
    'The user has no name.',
    show('get', (user) => without(user, 'name')),
  ),
  get(
    'email-null-for-invited',
    'user-fields',
    'Invited users have null for e-mail address.',
    show('get', (user, stored) => (stored.status === 'invited' ? { ...user, email: null } : user)),
  ),
  get(
    'role-as-list',
    'user-role',
    'The role is an array of roles.',
    show('get', (user) => ({ ...user, role: [user.role] })),
  ),
  get(
    'role-member-for-developer',
    'user-role',
    'Developers are shown as members.',
    show('get', (user, stored) => (stored.role === 'developer' ? { ...user, role: 'member' } : user)),
  ),
  get(
    'status-pending',
    'user-status',
    'Invited users have the status pending.',
    show('get', (user, stored) => (stored.status === 'invited' ? { ...user, status: 'pending' } : user)),
  ),
  get(
    'status-upper-case-for-active',
    'user-status',
    'The status of active users is shown in upper case.',
    show('get', (user, stored) => (stored.status === 'active' ? { ...user, status: 'ACTIVE' } : user)),
  ),
  get(
    'created-at-without-zone',
    'user-timestamps',
    'created_at has no offset from UTC.',
    show('get', (user, stored) => ({ ...user, created_at: stored.created_at.replace('+00:00', '') })),
  ),
  get(
    'last-login-empty',
    'user-timestamps',
    'Who never logged in has an empty text for last_login_at.',
    show('get', (user, stored) => ({ ...user, last_login_at: stored.last_login_at ?? '' })),
  ),
  get(
    'created-at-null-for-invited',
    'user-timestamps',
    'Invited users have null for created_at.',
    show('get', (user, stored) => (stored.status === 'invited' ? { ...user, created_at: null } : user)),
  ),
  get(
    'updated-before-created',
    'timestamps-ordered',
    'updated_at lies a week before created_at.',
    show('get', (user, stored) => ({
      ...user,
      updated_at: new Date(Date.parse(stored.created_at) - 7 * 86_400_000).toISOString(),
    })),
  ),
  get('not-found-once', 'success-status', 'Every third read of a known user finds nobody.', (b) => {
    let reads = 0
    return {
      ...b,
      findUser: (c) => {
        b.findUser(c)
        if (c.operation === 'get' && ++reads % 3 === 0) throw userNotFound()
      },
    }
  }),
  get(
    'no-content',
    'success-status',
    'A known user is answered with 204.',
    rewrite('get', hasStatus(200), ({ headers }) => ({ status: 204, headers })),
  ),
]
