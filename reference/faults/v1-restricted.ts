/** Faults of v1: removals by a caller who may not remove anybody. */
import { replace } from '../v1/behaviour.ts'
import type { V1Store } from '../v1/store.ts'
import type { V1User } from '../v1/types.ts'
import type { V1Fault } from './types.ts'
import { aside, editAnswer, fault } from './v1-edits.ts'

const REFUSED = 'v1.delete.forbidden-403'
const KEPT = 'v1.delete.refused-keeps-user'

/** Refuses as documented and does something to the user all the same. */
function refusedBut(happen: (user: V1User, store: V1Store) => void): V1Fault['change'] {
  return aside('delete', 403, ({ user, store, caller }) => {
    // The account itself is spared: without it the token would stop working.
    if (user && user.id !== caller?.account.id) happen(user, store)
  })
}

/** Every fault of forbidden removals. */
export const V1_RESTRICTED_FAULTS: V1Fault[] = [
  fault(
    'v1-delete-restricted-may',
    REFUSED,
    'A token without the right removes users.',
    replace({ mayDelete() {} }),
  ),
  fault(
    'v1-delete-restricted-may-members',
    REFUSED,
    'A token without the right removes members, though not admins.',
    (behaviour) => ({
      ...behaviour,
      mayDelete(caller, user) {
        if (user?.role !== 'member') behaviour.mayDelete(caller, user)
      },
    }),
  ),
  fault(
    'v1-delete-restricted-204-not-done',
    REFUSED,
    'A token without the right gets 204, and nothing happens.',
    editAnswer('delete', 403, () => ({ status: 204 })),
  ),
  ...[200, 400, 401, 404, 500].map((status) =>
    fault(
      `v1-delete-restricted-${status}`,
      REFUSED,
      `A token without the right is answered with ${status}.`,
      editAnswer('delete', 403, (answer) => ({ ...answer, status })),
    ),
  ),
  fault(
    'v1-delete-refused-but-deleted',
    KEPT,
    'A forbidden removal answers 403, yet the user is gone.',
    refusedBut((user, store) => store.remove(user)),
  ),
  fault(
    'v1-delete-refused-but-inactive',
    KEPT,
    'A forbidden removal answers 403 and makes the user inactive.',
    refusedBut((user, store) => store.update(user, { status: 'inactive' })),
  ),
  fault(
    'v1-delete-refused-but-renamed',
    KEPT,
    'A forbidden removal answers 403 and takes the name away from the user.',
    refusedBut((user, store) => store.update(user, { name: 'Deleted user' })),
  ),
  fault(
    'v1-delete-refused-but-demoted',
    KEPT,
    'A forbidden removal answers 403 and makes an admin a member, a member an admin.',
    refusedBut((user, store) => store.update(user, { role: user.role === 'admin' ? 'member' : 'admin' })),
  ),
]
