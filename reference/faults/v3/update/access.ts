/** Faults of `PATCH /v3/users/{userId}` in whom it answers. */
import {
  adminAccount,
  key,
  keyMissing,
  named,
  permit,
  refuseButDo,
  rewrite,
  toRefusal,
} from '../../../v3/mutator.ts'
import { userNotFound } from '../../../v3/refusal.ts'
import type { V3Fault } from '../../types.ts'
import { asksSandbox, changeAnyhow, isKnown, update } from '../update.ts'

export const updateAccessFaults: V3Fault[] = [
  update(
    'open-without-key',
    'requires-key',
    'Whoever sends no key is taken for an admin.',
    key('update', (a, honest) => (keyMissing(a) ? adminAccount(a) : honest())),
  ),
  update(
    'empty-key-accepted',
    'requires-key',
    'An empty key passes for that of an admin.',
    key('update', (a, honest) => (a.call.headers['x-api-key'] === '' ? adminAccount(a) : honest())),
  ),
  update(
    'bearer-accepted',
    'requires-key',
    'A key passes as a bearer token, too.',
    key('update', (a, honest) => {
      const known = a.world.accounts.get((a.call.headers.authorization ?? '').replace(/^Bearer /, ''))
      return keyMissing(a) && known ? known : honest()
    }),
  ),
  update(
    'missing-key-403',
    'requires-key',
    'A missing key is answered with 403.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 401 && keyMissing(seen),
      toRefusal(403, 'AUTH_001'),
    ),
  ),
  update(
    'any-key-accepted',
    'unknown-key-refused',
    'Any key will do.',
    key('update', (a, honest) => (isKnown(a) || keyMissing(a) ? honest() : adminAccount(a))),
  ),
  update(
    'shorter-key-accepted',
    'unknown-key-refused',
    'A key without its last character passes.',
    key('update', (a, honest) => {
      const sent = a.call.headers['x-api-key'] ?? ''
      const meant = [...a.world.accounts].find(
        ([known]) => known.startsWith(sent) && known.length === sent.length + 1,
      )
      return meant?.[1] ?? honest()
    }),
  ),
  update(
    'unknown-key-404',
    'unknown-key-refused',
    'An unknown key is answered with 404.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 401 && !keyMissing(seen),
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  update(
    'user-before-key',
    'key-before-user',
    'An unknown id is answered with 404 before the key is looked at.',
    key('update', (a, honest) => {
      if (!named(a)) throw userNotFound()
      return honest()
    }),
  ),
  update(
    'open-to-developers',
    'developer-refused',
    'Developers may change roles.',
    permit('update', (c) => c.role === 'developer'),
  ),
  update(
    'open-to-billing',
    'developer-refused',
    'Billing may change roles.',
    permit('update', (c) => c.role === 'billing'),
  ),
  update(
    'open-to-developers-for-real',
    'developer-refused',
    'Developers may change roles as long as they say sandbox false.',
    permit('update', (c) => c.role === 'developer' && c.call.body.includes('false')),
  ),
  update(
    'developer-401',
    'developer-refused',
    'A developer is answered as if the key were wrong.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 403 && seen.role === 'developer',
      toRefusal(401, 'AUTH_002'),
    ),
  ),
  update(
    'open-to-non-members',
    'no-access-refused',
    'An account without a role may change roles.',
    permit('update', (c) => c.role === undefined),
  ),
  update(
    'non-member-404',
    'no-access-refused',
    'An account without a role is told that there is no such user.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 403 && seen.role === undefined,
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  update(
    'developer-refused-but-done',
    'refused-keeps-role',
    'Who may not change roles is refused, and the role changed.',
    refuseButDo('update', 'checkPermission', (c) => (asksSandbox(c) ? undefined : changeAnyhow(c))),
  ),
  update(
    'keyless-refused-but-done',
    'refused-keeps-role',
    'A missing key is refused, and the role changed.',
    key('update', (a, honest) => {
      if (keyMissing(a) && !asksSandbox(a)) changeAnyhow(a)
      return honest()
    }),
  ),
  update(
    'bad-role-refused-but-done',
    'refused-keeps-role',
    'An unknown role is refused, and the user made a billing user.',
    refuseButDo('update', 'checkInput', (c) => {
      const user = c.scope.find(c.userId)
      if (user && !c.sandbox) c.scope.put({ ...user, role: 'billing' })
    }),
  ),
]
