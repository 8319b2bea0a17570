/** Faults of `DELETE /v3/users/{userId}` in whom it answers, and what happens where it refuses. */

import {
  adminAccount,
  changeNamed,
  guard,
  hasStatus,
  key,
  keyMissing,
  named,
  permit,
  refuseButDo,
  removeNamed,
  rewrite,
  scope,
  toEmpty,
  toRefusal,
} from '../v3/mutator.ts'
import { userNotFound } from '../v3/refusal.ts'
import type { Arrival } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const remove = faultsOf('remove')
const isKnown = (a: Arrival) => a.world.accounts.has(a.call.headers['x-api-key'] ?? '')
const asksSandbox = (a: Arrival) => a.call.body.includes('true')

/** Refuses a bad key, and removes all the same. */
function refuseKeyButRemove(when: (a: Arrival) => boolean): V3Fault['change'] {
  return key('remove', (a, honest) => {
    if (!isKnown(a) && when(a) && !asksSandbox(a)) removeNamed(a)
    return honest()
  })
}

export const removeAccessFaults: V3Fault[] = [
  remove(
    'open-without-key',
    'requires-key',
    'Whoever sends no key is taken for an admin.',
    key('remove', (a, honest) => (keyMissing(a) ? adminAccount(a) : honest())),
  ),
  remove(
    'missing-key-403',
    'requires-key',
    'A missing key is answered with 403.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 401 && keyMissing(seen),
      toRefusal(403, 'AUTH_001'),
    ),
  ),
  remove(
    'missing-key-204',
    'requires-key',
    'Without a key a removal is answered as done.',
    rewrite('remove', (answer, seen) => answer.status === 401 && keyMissing(seen), toEmpty(204)),
  ),
  remove(
    'any-key-accepted',
    'unknown-key-refused',
    'Any key will do.',
    key('remove', (a, honest) => (isKnown(a) || keyMissing(a) ? honest() : adminAccount(a))),
  ),
  remove(
    'unknown-key-404',
    'unknown-key-refused',
    'An unknown key is answered with 404.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 401 && !keyMissing(seen),
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  remove(
    'unknown-key-403',
    'unknown-key-refused',
    'An unknown key is answered with 403.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 401 && !keyMissing(seen),
      toRefusal(403, 'AUTH_004'),
    ),
  ),
  remove(
    'user-before-key',
    'key-before-user',
    'An unknown id is answered with 404 before the key is looked at.',
    key('remove', (a, honest) => {
      if (!named(a)) throw userNotFound()
      return honest()
    }),
  ),
  remove(
    'sandbox-needs-no-key',
    'sandbox-requires-key',
    'With sandbox true any key will do.',
    key('remove', (a, honest) => (isKnown(a) || !asksSandbox(a) ? honest() : adminAccount(a))),
  ),
  remove(
    'sandbox-unknown-key-403',
    'sandbox-requires-key',
    'With sandbox true an unknown key is answered with 403.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 401 && asksSandbox(seen),
      toRefusal(403, 'AUTH_004'),
    ),
  ),
  remove(
    'open-to-developers',
    'developer-refused',
    'Developers may remove users.',
    permit('remove', (c) => c.role === 'developer'),
  ),
  remove(
    'developer-401',
    'developer-refused',
    'A developer is answered as if the key were wrong.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 403 && seen.role === 'developer',
      toRefusal(401, 'AUTH_002'),
    ),
  ),
  remove(
    'developer-404',
    'developer-refused',
    'A developer is told that there is no such user.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 403 && seen.role === 'developer',
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  remove(
    'developer-204',
    'developer-refused',
    'To a developer a removal is answered as done, yet not done.',
    rewrite('remove', (answer, seen) => answer.status === 403 && seen.role === 'developer', toEmpty(204)),
  ),
  remove(
    'developer-wrong-code',
    'developer-refused',
    'A developer gets a validation code.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 403 && seen.role === 'developer',
      toRefusal(403, 'VALIDATION_001'),
    ),
  ),
  remove(
    'sandbox-opens-gate',
    'developer-refused-in-sandbox',
    'With sandbox true a developer may remove.',
    permit('remove', asksSandbox),
  ),
  remove(
    'sandbox-opens-gate-for-real',
    'developer-refused-in-sandbox',
    'With sandbox true a developer may remove, and does.',
    (b) => {
      const open = permit('remove', asksSandbox)(b)
      return { ...open, isSandbox: (body, c) => b.isSandbox(body, c) && c.role !== 'developer' }
    },
  ),
  remove(
    'open-to-non-members',
    'no-access-refused',
    'An account without a role may remove users.',
    permit('remove', (c) => c.role === undefined),
  ),
  remove(
    'non-member-404',
    'no-access-refused',
    'An account without a role is told that there is no such user.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 403 && seen.role === undefined,
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  remove(
    'non-member-401',
    'no-access-refused',
    'An account without a role is answered as if its key were wrong.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 403 && seen.role === undefined,
      toRefusal(401, 'AUTH_002'),
    ),
  ),
  remove(
    'developer-refused-but-done',
    'refused-keeps-user',
    'Who may not remove is refused, and the user removed.',
    refuseButDo('remove', 'checkPermission', (c) => (asksSandbox(c) ? undefined : removeNamed(c))),
  ),
  remove(
    'non-member-refused-but-done',
    'refused-keeps-user',
    'An account without a role is refused, and the user removed.',
    refuseButDo('remove', 'checkPermission', (c) =>
      c.role === undefined && !asksSandbox(c) ? removeNamed(c) : undefined,
    ),
  ),
  remove(
    'developer-refused-but-suspended',
    'refused-keeps-user',
    'Who may not remove is refused, and the user suspended.',
    refuseButDo('remove', 'checkPermission', (c) => changeNamed(c, () => ({ status: 'suspended' }))),
  ),
  remove(
    'developer-refused-but-touched',
    'refused-keeps-user',
    'Who may not remove is refused, and updated_at moved to now.',
    refuseButDo('remove', 'checkPermission', (c) =>
      changeNamed(c, () => ({ updated_at: c.world.clock.now() })),
    ),
  ),
  remove(
    'developer-sandbox-refused-but-done',
    'refused-keeps-user',
    'A developer is refused with sandbox true, and the user removed.',
    refuseButDo('remove', 'checkPermission', (c) => (asksSandbox(c) ? removeNamed(c) : undefined)),
  ),
  remove(
    'missing-key-refused-but-done',
    'refused-keeps-user',
    'A missing key is refused, and the user removed.',
    refuseKeyButRemove(keyMissing),
  ),
  remove(
    'unknown-key-refused-but-done',
    'refused-keeps-user',
    'An unknown key is refused, and the user removed.',
    refuseKeyButRemove((a) => !keyMissing(a)),
  ),
  remove(
    'profile-refused-but-done',
    'refused-keeps-user scope-foreign-refused',
    'A foreign or unknown profile is refused, and the user removed.',
    scope('remove', (a, _, honest) => {
      try {
        return honest()
      } catch (refusal) {
        removeNamed(a)
        throw refusal
      }
    }),
  ),
  remove(
    'refuses-everybody',
    'success-status',
    'Nobody may remove, the admin neither.',
    guard('remove', 'checkPermission', (c, honest) => {
      c.role = c.role === 'admin' ? undefined : c.role
      honest()
    }),
  ),
  remove(
    'no-details-and-200',
    'error-shape no-access-refused developer-refused',
    'Refusals are answered with 200 and success false.',
    rewrite('remove', hasStatus(403), (answer) => ({ ...answer, status: 200 })),
  ),
]
