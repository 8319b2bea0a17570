/** Faults of `DELETE /v3/users/{userId}` in whom it must not remove: oneself, the last admin. */
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
} from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { leaving, ofSelf, remove } from '../remove.ts'

const off = () => undefined

const ofLastAdmin: When = (answer, seen) =>
  answer.status === 400 && seen.world.profile.activeAdmins()[0]?.id === seen.userId

export const removeGuardsFaults: V3Fault[] = [
  remove(
    'self-allowed',
    ['self-rejected', 'self-kept'],
    'Only the last admin is protected, not oneself.',
    guard('remove', 'refuseSelf', off),
  ),
  remove(
    'self-allowed-for-real',
    ['self-rejected', 'self-kept'],
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
    ['self-rejected', 'no-server-error'],
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
    ['last-admin-rejected', 'last-admin-kept'],
    'Only oneself is protected, not the last admin.',
    guard('remove', 'refuseLastAdmin', off),
  ),
  remove(
    'last-admin-allowed-in-profile',
    ['last-admin-rejected', 'last-admin-kept'],
    'The last admin is protected in the organization, not in a profile.',
    guard('remove', 'refuseLastAdmin', (c, honest) => (c.scope.parent ? undefined : honest())),
  ),
  remove(
    'last-admin-allowed-for-real',
    ['last-admin-rejected', 'last-admin-kept'],
    'The last admin is protected in sandbox only.',
    guard('remove', 'refuseLastAdmin', (c, honest) => (c.sandbox ? honest() : undefined)),
  ),
  remove(
    'last-admin-of-organization-counts',
    ['last-admin-rejected', 'last-admin-kept'],
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
    ['last-admin-rejected', 'no-server-error'],
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
    'sandbox-is-real-for-members',
    'last-admin-kept',
    'The last admin is not protected, and sandbox is ignored for those who have accepted their invitation.',
    both(
      guard('remove', 'refuseLastAdmin', off),
      leaving((user, c) => (user.status === 'active' ? c.scope.delete(user) : undefined)),
    ),
  ),
]
