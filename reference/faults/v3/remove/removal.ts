/** Faults of `DELETE /v3/users/{userId}` in what a removal does. */

import type { Arrival } from '../../../v3/behaviour.ts'
import { changeNamed, key, keyMissing, refuseButDo, removeNamed, scope } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { asksSandbox, isKnown, remove, removing } from '../remove.ts'

/** Refuses a bad key, and removes all the same. */
function refuseKeyButRemove(when: (a: Arrival) => boolean): V3Fault['change'] {
  return key('remove', (a, honest) => {
    if (!isKnown(a) && when(a) && !asksSandbox(a)) removeNamed(a)
    return honest()
  })
}

export const removeRemovalFaults: V3Fault[] = [
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
    'refused-keeps-user',
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
    'nothing-done',
    ['gone-from-list', 'gone-from-get', 'sandbox-false-is-real'],
    'A removal is answered but not done.',
    removing(() => undefined),
  ),
  remove(
    'suspends',
    ['gone-from-list', 'gone-from-get'],
    'Who is removed is only suspended.',
    removing((user, c) => c.scope.put({ ...user, status: 'suspended' })),
  ),
  remove(
    'rejects',
    ['gone-from-list', 'gone-from-get'],
    'Who is removed is kept with the status rejected.',
    removing((user, c) => c.scope.put({ ...user, status: 'rejected' })),
  ),
  remove(
    'billing-kept',
    ['gone-from-list', 'gone-from-get'],
    'Users with the billing role stay although their removal is answered.',
    removing((user, _, honest) => (user.role === 'billing' ? undefined : honest())),
  ),
  remove(
    'every-third-kept',
    ['gone-from-list', 'gone-from-get'],
    'Every third removal is answered but not done.',
    (b) => {
      let removals = 0
      return removing((_, __, honest) => (++removals % 3 === 0 ? undefined : honest()))(b)
    },
  ),
  remove(
    'hidden-from-list-only',
    ['gone-from-get', 'v3.get.removed-not-found'],
    'Who is removed is off the list and can still be read.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        applyRemoval: (user) => {
          hidden.add(user.id)
        },
        members: (c) => b.members(c).filter((user) => !hidden.has(user.id)),
        findUser: (c) => (c.operation === 'remove' && hidden.has(c.userId) ? undefined : b.findUser(c)),
      }
    },
  ),
  remove(
    'hidden-from-get-only',
    'gone-from-list',
    'Who is removed cannot be read and is still listed.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        applyRemoval: (user) => {
          hidden.add(user.id)
        },
        findUser: (c) => (hidden.has(c.userId) ? undefined : b.findUser(c)),
      }
    },
  ),
]
