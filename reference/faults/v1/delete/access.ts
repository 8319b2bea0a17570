/** Faults of `DELETE /api/v1/users/{id}` in whom it answers. */
import { replace } from '../../../v1/behaviour.ts'
import { aside, crash, editAnswer } from '../../../v1/mutator.ts'
import type { V1Store, V1User } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { openTo } from '../callers.ts'
import { fault } from '../fault.ts'

const REFUSED = 'v1.delete.forbidden-403'

const KEPT = 'v1.delete.refused-keeps-user'

/** Refuses as documented and does something to the user all the same. */
function refusedBut(happen: (user: V1User, store: V1Store) => void): V1Fault['change'] {
  return aside('delete', 403, ({ user, store, caller }) => {
    // The account itself is spared: without it the token would stop working.
    if (user && user.id !== caller?.account.id) happen(user, store)
  })
}

export const deleteAccessFaults: V1Fault[] = [
  ...openTo('delete'),
  fault(
    'v1-delete-unauthorized-crash',
    'v1.delete.wrong-scheme-refused',
    'A removal with another scheme leads to 500.',
    editAnswer('delete', 401, (answer, { call }) =>
      /^(?!Bearer )./i.test(call.headers.authorization ?? '') ? crash(answer) : answer,
    ),
  ),
  fault(
    'v1-delete-unauthorized-but-deleted',
    ['v1.delete.missing-token-refused', 'v1.delete.unknown-token-refused'],
    'A removal without a valid token answers 401, yet the user is gone.',
    aside('delete', 401, ({ store, id }) => {
      const user = store.byId(id)
      if (user) store.remove(user)
    }),
  ),
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
    'v1-delete-restricted-may-with-query',
    REFUSED,
    'A token without the right removes users where parameters stand behind the path.',
    (behaviour) => {
      let isOpen = false
      return {
        ...behaviour,
        meanwhile(context) {
          isOpen = context.operation === 'delete' && context.call.query.size > 0
          behaviour.meanwhile(context)
        },
        mayDelete(caller, user) {
          if (!isOpen) behaviour.mayDelete(caller, user)
        },
      }
    },
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
