/** Faults of `GET /v3/me` in whom it answers. */
import { adminAccount, inMember, key, keyMissing, rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { me } from '../me.ts'
import { isKnown } from '../update.ts'

export const meAccessFaults: V3Fault[] = [
  me(
    'open-without-key',
    'requires-key',
    'Whoever sends no key is taken for an admin.',
    key('me', (a, honest) => (keyMissing(a) ? adminAccount(a) : honest())),
  ),
  me(
    'empty-key-accepted',
    'requires-key',
    'An empty key passes for that of an admin.',
    key('me', (a, honest) => (a.call.headers['x-api-key'] === '' ? adminAccount(a) : honest())),
  ),
  me(
    'missing-key-403',
    'requires-key',
    'A missing key is answered with 403.',
    rewrite('me', (answer, seen) => answer.status === 401 && keyMissing(seen), toRefusal(403, 'AUTH_001')),
  ),
  me(
    'any-key-accepted',
    'unknown-key-refused',
    'Any key will do.',
    key('me', (a, honest) => (isKnown(a) || keyMissing(a) ? honest() : adminAccount(a))),
  ),
  me(
    'unknown-key-404',
    'unknown-key-refused',
    'An unknown key is answered with 404.',
    rewrite(
      'me',
      (answer, seen) => answer.status === 401 && !keyMissing(seen),
      toRefusal(404, 'RESOURCE_004'),
    ),
  ),
  me(
    'developers-elsewhere',
    'same-organization',
    'Developers are told of another organization.',
    rewrite(
      'me',
      (answer, seen) => answer.status === 200 && seen.role === 'developer',
      inMember('data', (data, { world }) => ({ ...data, id: world.foreignOrganization.id })),
    ),
  ),
]
