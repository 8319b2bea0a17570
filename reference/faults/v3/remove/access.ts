/** Faults of `DELETE /v3/users/{userId}` in whom it answers. */
import { hasStatus, keyMissing, permit, rewrite, toEmpty, toRefusal } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { callersOf } from '../callers.ts'
import { asksSandbox, remove } from '../remove.ts'

export const removeAccessFaults: V3Fault[] = [
  ...callersOf('remove'),
  remove(
    'developer-allowed-with-query',
    'developer-refused',
    'Where parameters stand behind the path, developers may remove users.',
    permit('remove', (c) => c.role === 'developer' && c.call.query.size > 0),
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
    'open-to-developers',
    'developer-refused',
    'Developers may remove users.',
    permit('remove', (c) => c.role === 'developer'),
  ),
  remove(
    'open-to-billing',
    'developer-refused',
    'The gate looks for developers alone, so that billing may remove.',
    permit('remove', (c) => c.role === 'billing'),
  ),
  remove(
    'billing-204',
    'developer-refused',
    'To billing a removal is answered as done, yet not done.',
    rewrite('remove', (answer, seen) => answer.status === 403 && seen.role === 'billing', toEmpty(204)),
  ),
  remove(
    'billing-wrong-code',
    'developer-refused',
    'Billing gets a validation code.',
    rewrite(
      'remove',
      (answer, seen) => answer.status === 403 && seen.role === 'billing',
      toRefusal(403, 'VALIDATION_001'),
    ),
  ),
  remove(
    'sandbox-opens-gate-to-billing',
    'developer-refused-in-sandbox',
    'With sandbox true billing may remove.',
    permit('remove', (c) => c.role === 'billing' && asksSandbox(c)),
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
    'no-details-and-200',
    ['no-access-refused', 'developer-refused'],
    'Refusals are answered with 200 and success false.',
    rewrite('remove', hasStatus(403), (answer) => ({ ...answer, status: 200 })),
  ),
]
