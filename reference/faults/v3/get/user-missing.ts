/** Faults of `GET /v3/users/{userId}` where there is no such user, or no longer. */
import { isUuid, profileKind, rewrite, toRefusal, toSuccess } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { finding, get } from '../get.ts'
import { alsoFinding, byBeginning, inOtherOrganization } from '../searches.ts'

/** Remembers removed users, changed, and lets a read find them by their id then. */
function keepingRemoved(change: (user: V3User) => V3User): V3Fault['change'] {
  return (b) => {
    const removed = new Map<string, V3User>()
    const found = alsoFinding('get', (c) => removed.get(c.userId))(b)
    return {
      ...found,
      applyRemoval: (user, c) => {
        const kept = change(user)
        removed.set(kept.id, kept)
        b.applyRemoval(user, c)
      },
    }
  }
}

export const getUserMissingFaults: V3Fault[] = [
  get(
    'other-organization-found',
    'unknown-user',
    'Users of another organization are found by their id.',
    alsoFinding('get', inOtherOrganization),
  ),
  get(
    'found-by-beginning',
    'unknown-user',
    'The first eight digits of an id find the user.',
    alsoFinding('get', byBeginning),
  ),
  get(
    'keeps-removed-in-upper-case',
    'removed-not-found',
    'Removed users can still be read by their id in upper case.',
    keepingRemoved((user) => ({ ...user, id: user.id.toUpperCase() })),
  ),
  get(
    'keeps-removed',
    ['removed-not-found', 'v3.remove.gone-from-get'],
    'Removed users can still be read.',
    keepingRemoved((user) => user),
  ),
  get(
    'removed-as-suspended',
    ['removed-not-found', 'v3.remove.gone-from-get'],
    'Removed users can be read as suspended.',
    keepingRemoved((user) => ({ ...user, status: 'suspended' })),
  ),
  get(
    'removed-names-another',
    ['removed-not-found', 'v3.remove.gone-from-get'],
    'The id of a removed user names somebody who was there before, in reads and removals.',
    (b) => {
      const removed = new Set<string>()
      return {
        ...b,
        applyRemoval: (user, c) => {
          removed.add(user.id)
          b.applyRemoval(user, c)
        },
        findUser: (c) =>
          b.findUser(c) ??
          (removed.has(c.userId) ? c.scope.all().find(({ role }) => role === 'developer') : undefined),
      }
    },
  ),
  get('removed-410', 'removed-not-found', 'A removed user is answered with 410.', (b) => {
    const removed = new Set<string>()
    const changed = rewrite(
      'get',
      (answer, seen) => answer.status === 404 && removed.has(seen.userId),
      toRefusal(410, 'RESOURCE_006'),
    )(b)
    return {
      ...changed,
      applyRemoval: (user, c) => {
        removed.add(user.id)
        b.applyRemoval(user, c)
      },
    }
  }),
  get(
    'unknown-null',
    'unknown-user',
    'An unknown id is answered with 200 and null.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && isUuid(seen.userId),
      toSuccess(200, () => null),
    ),
  ),
  get(
    'unknown-wrong-code',
    'unknown-user',
    'An unknown id gets the code of an unknown organization.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && profileKind(seen) === 'none',
      toRefusal(404, 'RESOURCE_005'),
    ),
  ),
  get(
    'unknown-403',
    'unknown-user',
    'An unknown id is answered with 403.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && profileKind(seen) === 'none',
      toRefusal(403, 'AUTH_004'),
    ),
  ),
  get(
    'malformed-id-null',
    'malformed-id',
    'A malformed id is answered with 200 and null.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && !isUuid(seen.userId),
      toSuccess(200, () => null),
    ),
  ),
  get(
    'malformed-id-500',
    ['malformed-id', 'no-server-error'],
    'A malformed id is answered with 500.',
    rewrite(
      'get',
      (answer, seen) => answer.status === 404 && !isUuid(seen.userId),
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  get(
    'malformed-id-lists',
    'malformed-id',
    'A malformed id finds the first user.',
    finding((user, c) => user ?? (isUuid(c.userId) ? undefined : c.scope.all()[0])),
  ),
]
