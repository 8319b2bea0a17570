/** Faults of `DELETE /v3/users/{userId}` in what must not happen: oneself, the last admin, sandbox. */

import {
  both,
  changeNamed,
  guard,
  refuseButDo,
  removeNamed,
  rewrite,
  toEmpty,
  toRefusal,
  type When,
  withHeaders,
  without,
} from '../v3/mutator.ts'
import { userNotFound } from '../v3/refusal.ts'
import type { Context, V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const remove = faultsOf('remove')
const off = () => undefined
const ofSelf: When = (answer, seen) => answer.status === 400 && seen.userId === seen.world.self.id
const ofLastAdmin: When = (answer, seen) =>
  answer.status === 400 && seen.world.profile.activeAdmins()[0]?.id === seen.userId
const simulated: When = (answer, seen) => answer.status < 300 && seen.sandbox === true

/** Leaves something behind where a removal is simulated. */
function leaving(deed: (user: V3User, c: Context) => void): V3Fault['change'] {
  return (b) => ({ ...b, simulateRemoval: deed })
}

export const removeGuardFaults: V3Fault[] = [
  remove(
    'self-allowed',
    'self-rejected self-kept',
    'Only the last admin is protected, not oneself.',
    guard('remove', 'refuseSelf', off),
  ),
  remove(
    'self-allowed-for-real',
    'self-rejected self-kept',
    'Oneself is protected in sandbox only.',
    guard('remove', 'refuseSelf', (c, honest) => (c.sandbox ? honest() : undefined)),
  ),
  remove(
    'self-answered-as-done',
    'self-rejected',
    'Removing oneself is answered as done, yet not done.',
    rewrite('remove', ofSelf, toEmpty(204)),
  ),
  remove(
    'self-404',
    'self-rejected',
    'Removing oneself is answered with 404.',
    rewrite('remove', ofSelf, toRefusal(404, 'RESOURCE_006')),
  ),
  remove(
    'self-401',
    'self-rejected',
    'Removing oneself is answered as if the key were wrong.',
    rewrite('remove', ofSelf, toRefusal(401, 'AUTH_002')),
  ),
  remove(
    'self-500',
    'self-rejected no-server-error',
    'Removing oneself is answered with 500.',
    rewrite('remove', ofSelf, toRefusal(500, 'INTERNAL_001')),
  ),
  remove(
    'self-refused-but-done',
    'self-kept',
    'Removing oneself is refused and done.',
    refuseButDo('remove', 'refuseSelf', (c) => (c.sandbox ? undefined : removeNamed(c))),
  ),
  remove(
    'self-refused-but-suspended',
    'self-kept',
    'Removing oneself is refused, and one is suspended in the list.',
    (b) => {
      const suspended = new Set<string>()
      const refused = refuseButDo('remove', 'refuseSelf', (c) => {
        if (!c.sandbox) suspended.add(c.userId)
      })(b)
      return {
        ...refused,
        renderUser: (user, c) => ({
          ...b.renderUser(user, c),
          ...(suspended.has(user.id) ? { status: 'suspended' } : {}),
        }),
      }
    },
  ),
  remove(
    'self-refused-but-renamed',
    'self-kept',
    'Removing oneself is refused, and the name is wiped.',
    refuseButDo('remove', 'refuseSelf', (c) => {
      if (!c.sandbox) changeNamed(c, () => ({ name: 'Removed User' }))
    }),
  ),
  remove(
    'last-admin-allowed',
    'last-admin-rejected last-admin-kept',
    'Only oneself is protected, not the last admin.',
    guard('remove', 'refuseLastAdmin', off),
  ),
  remove(
    'last-admin-allowed-in-profile',
    'last-admin-rejected last-admin-kept',
    'The last admin is protected in the organization, not in a profile.',
    guard('remove', 'refuseLastAdmin', (c, honest) => (c.scope.parent ? undefined : honest())),
  ),
  remove(
    'last-admin-allowed-for-real',
    'last-admin-rejected last-admin-kept',
    'The last admin is protected in sandbox only.',
    guard('remove', 'refuseLastAdmin', (c, honest) => (c.sandbox ? honest() : undefined)),
  ),
  remove(
    'last-admin-of-organization-counts',
    'last-admin-rejected last-admin-kept',
    'Admins of the organization count as admins of the profile.',
    (b) => ({
      ...b,
      isLastAdmin: (user, c) => b.isLastAdmin(user, c) && (c.scope.parent?.activeAdmins().length ?? 0) === 0,
    }),
  ),
  remove(
    'last-admin-answered-as-done',
    'last-admin-rejected',
    'Removing the last admin is answered as done, yet not done.',
    rewrite('remove', ofLastAdmin, toEmpty(204)),
  ),
  remove(
    'last-admin-404',
    'last-admin-rejected',
    'Removing the last admin is answered with 404.',
    rewrite('remove', ofLastAdmin, toRefusal(404, 'RESOURCE_006')),
  ),
  remove(
    'last-admin-401',
    'last-admin-rejected',
    'Removing the last admin is answered as if the key were wrong.',
    rewrite('remove', ofLastAdmin, toRefusal(401, 'AUTH_002')),
  ),
  remove(
    'last-admin-500',
    'last-admin-rejected no-server-error',
    'Removing the last admin is answered with 500.',
    rewrite('remove', ofLastAdmin, toRefusal(500, 'INTERNAL_001')),
  ),
  remove(
    'last-admin-refused-but-done',
    'last-admin-kept',
    'Removing the last admin is refused and done.',
    refuseButDo('remove', 'refuseLastAdmin', (c) => (c.sandbox ? undefined : removeNamed(c))),
  ),
  remove(
    'last-admin-refused-but-demoted',
    'last-admin-kept',
    'Removing the last admin is refused, and the role is lowered.',
    refuseButDo('remove', 'refuseLastAdmin', (c) => {
      if (!c.sandbox) changeNamed(c, () => ({ role: 'developer' }))
    }),
  ),
  remove(
    'sandbox-is-real',
    'sandbox-no-effect',
    'sandbox is ignored.',
    leaving((user, c) => c.scope.delete(user)),
  ),
  remove(
    'sandbox-suspends',
    'sandbox-no-effect',
    'A simulated removal suspends.',
    leaving((user, c) => c.scope.put({ ...user, status: 'suspended' })),
  ),
  remove(
    'sandbox-touches',
    'sandbox-no-effect',
    'A simulated removal moves updated_at to now.',
    leaving((user, c) => c.scope.put({ ...user, updated_at: c.world.clock.now() })),
  ),
  remove(
    'sandbox-changes-role',
    'sandbox-no-effect',
    'A simulated removal lowers the role to billing.',
    leaving((user, c) => c.scope.put({ ...user, role: user.role === 'billing' ? 'developer' : 'billing' })),
  ),
  remove(
    'sandbox-sets-role-developer',
    'sandbox-no-effect',
    'A simulated removal lowers the role to developer.',
    leaving((user, c) => c.scope.put({ ...user, role: 'developer' })),
  ),
  remove(
    'sandbox-is-real-in-profile',
    'sandbox-no-effect',
    'sandbox is ignored under x-profile-id.',
    leaving((user, c) => (c.scope.parent ? c.scope.delete(user) : undefined)),
  ),
  remove(
    'sandbox-is-real-for-members',
    'last-admin-kept',
    'The last admin is not protected, and sandbox is ignored for those who have accepted their invitation.',
    both(
      guard('remove', 'refuseLastAdmin', off),
      leaving((user, c) => (user.status === 'active' ? c.scope.delete(user) : undefined)),
    ),
  ),
  remove('sandbox-body-dropped', 'sandbox-no-effect', 'The body of a removal does not arrive.', (b) => ({
    ...b,
    readInput: (c) => (c.operation === 'remove' ? undefined : b.readInput(c)),
  })),
  remove(
    'sandbox-withdraws-invitation',
    'sandbox-no-effect',
    'A simulated removal wipes invited_at.',
    leaving((user, c) => c.scope.put({ ...user, invited_at: null })),
  ),
  remove(
    'sandbox-hides-from-list',
    'sandbox-no-effect',
    'Whose removal was simulated is off the list.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        simulateRemoval: (user) => {
          hidden.add(user.id)
        },
        members: (c) => b.members(c).filter((user) => !hidden.has(user.id)),
      }
    },
  ),
  remove(
    'sandbox-hides-from-get',
    'sandbox-no-effect',
    'Whose removal was simulated cannot be read any more.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        simulateRemoval: (user) => {
          hidden.add(user.id)
        },
        findUser: (c) => (c.operation === 'get' && hidden.has(c.userId) ? undefined : b.findUser(c)),
      }
    },
  ),
  remove(
    'sandbox-202',
    'sandbox-answer',
    'A simulated removal is answered with 202.',
    rewrite('remove', simulated, toEmpty(202)),
  ),
  remove(
    'sandbox-404',
    'sandbox-answer',
    'A simulated removal finds nobody.',
    guard('remove', 'checkExistence', (c, honest) => {
      if (c.sandbox) throw userNotFound()
      honest()
    }),
  ),
  remove(
    'sandbox-bare-object',
    'sandbox-answer',
    'A simulated removal is answered with a body of its own form.',
    rewrite('remove', simulated, (answer) => ({ ...answer, status: 200, body: { simulated: true } })),
  ),
  remove(
    'sandbox-header-missing',
    'sandbox-header',
    'A simulated removal has no X-Sandbox.',
    rewrite('remove', simulated, (answer) => ({
      ...answer,
      headers: without(answer.headers, 'X-Sandbox') as Record<string, string>,
    })),
  ),
  remove(
    'sandbox-header-false',
    'sandbox-header',
    'A simulated removal has X-Sandbox: 0.',
    rewrite('remove', simulated, withHeaders({ 'X-Sandbox': '0' })),
  ),
  remove(
    'sandbox-unknown-500',
    'sandbox-unknown-user no-server-error',
    'A simulated removal of an unknown id is answered with 500.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 404 && seen.sandbox === true,
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  remove(
    'sandbox-unknown-401',
    'sandbox-unknown-user',
    'A simulated removal of an unknown id is answered as if the key were wrong.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 404 && seen.sandbox === true,
      toRefusal(401, 'AUTH_002'),
    ),
  ),
]
