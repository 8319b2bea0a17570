/** Faults of `PATCH /v3/users/{userId}` in whose role it must not change: one's own, the last admin's. */
import { changeNamed, guard, refuseButDo, rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { ofLastAdmin, ofSelf, update } from '../update.ts'

const off = () => undefined

export const updateGuardsFaults: V3Fault[] = [
  update(
    'self-allowed-for-real',
    ['self-rejected', 'self-kept'],
    'The own role is protected in sandbox only.',
    guard('update', 'refuseSelf', (c, honest) => (c.sandbox ? honest() : undefined)),
  ),
  update(
    'self-404',
    'self-rejected',
    'A change of the own role is answered with 404.',
    rewrite('update', ofSelf, toRefusal(404, 'RESOURCE_006')),
  ),
  update(
    'self-401',
    'self-rejected',
    'A change of the own role is answered as if the key were wrong.',
    rewrite('update', ofSelf, toRefusal(401, 'AUTH_002')),
  ),
  update(
    'self-500',
    ['self-rejected', 'no-server-error'],
    'A change of the own role is answered with 500.',
    rewrite('update', ofSelf, toRefusal(500, 'INTERNAL_001')),
  ),
  update(
    'self-refused-but-done',
    'self-kept',
    'A change of the own role is refused and made.',
    refuseButDo('update', 'refuseSelf', (c) => {
      if (!c.sandbox) changeNamed(c, () => ({ role: 'developer' }))
    }),
  ),
  update(
    'self-simulated-but-done',
    'self-kept',
    'A simulated change of the own role is refused and made.',
    refuseButDo('update', 'refuseSelf', (c) => {
      if (c.sandbox) changeNamed(c, () => ({ role: 'developer' }))
    }),
  ),
  update(
    'last-admin-allowed',
    ['last-admin-rejected', 'last-admin-kept'],
    "The last admin's role may be changed.",
    guard('update', 'refuseLastAdmin', off),
  ),
  update(
    'last-admin-allowed-for-real',
    ['last-admin-rejected', 'last-admin-kept'],
    "The last admin's role is protected in sandbox only.",
    guard('update', 'refuseLastAdmin', (c, honest) => (c.sandbox ? honest() : undefined)),
  ),
  update(
    'last-admin-404',
    'last-admin-rejected',
    "A change of the last admin's role is answered with 404.",
    rewrite('update', ofLastAdmin, toRefusal(404, 'RESOURCE_006')),
  ),
  update(
    'last-admin-401',
    'last-admin-rejected',
    "A change of the last admin's role is answered as if the key were wrong.",
    rewrite('update', ofLastAdmin, toRefusal(401, 'AUTH_002')),
  ),
  update(
    'last-admin-refused-but-done',
    'last-admin-kept',
    "A change of the last admin's role is refused and made.",
    refuseButDo('update', 'refuseLastAdmin', (c) => {
      if (!c.sandbox) changeNamed(c, () => ({ role: 'developer' }))
    }),
  ),
]
