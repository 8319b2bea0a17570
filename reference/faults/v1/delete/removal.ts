/** Faults of `DELETE /api/v1/users/{id}` in what a removal does, and how it is answered. */
import { replace, type V1Behaviour } from '../../../v1/behaviour.ts'
import { editAnswer } from '../../../v1/mutator.ts'
import type { V1Context } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'

const GONE = 'v1.delete.gone-from-get'

const UNLISTED = 'v1.delete.gone-from-list'

const AGAIN = 'v1.delete.second-404'

const UNKNOWN = 'v1.delete.unknown-404'

/**
 * Keeps removed users and hides them in places: `hides` says whether from one operation.
 * `list` is asked with the query's status, too.
 */
function hiding(hides: (operation: V1Context['operation'], status?: string) => boolean): V1Fault['change'] {
  return (behaviour) => {
    const gone = new Set<string>()
    return {
      ...behaviour,
      remove: (user) => void gone.add(user.id),
      find(id, context) {
        return gone.has(id) && hides(context.operation) ? undefined : behaviour.find(id, context)
      },
      select(query, context) {
        const users = behaviour.select(query, context)
        return hides('list', query.status) ? users.filter(({ id }) => !gone.has(id)) : users
      },
    }
  }
}

/** Remembers who was removed. */
function remembering(change: (behaviour: V1Behaviour, gone: Set<string>) => V1Behaviour): V1Fault['change'] {
  return (behaviour) => {
    const gone = new Set<string>()
    const remembers: V1Behaviour = {
      ...behaviour,
      remove(user, context) {
        gone.add(user.id)
        behaviour.remove(user, context)
      },
    }
    return change(remembers, gone)
  }
}

export const deleteRemovalFaults: V1Fault[] = [
  fault(
    'v1-delete-not-done',
    [GONE, UNLISTED],
    'A removal answers 204 and does nothing.',
    replace({ remove() {} }),
  ),
  fault(
    'v1-delete-every-second-not-done',
    UNLISTED,
    'Every second removal answers 204 and does nothing.',
    (behaviour) => {
      let removals = 0
      return {
        ...behaviour,
        remove(user, context) {
          removals += 1
          if (removals % 2 === 1) behaviour.remove(user, context)
        },
      }
    },
  ),
  fault(
    'v1-delete-still-listed',
    UNLISTED,
    'Removed users are gone for get and delete, but still listed.',
    hiding((operation) => operation !== 'list'),
  ),
  fault(
    'v1-delete-still-readable',
    GONE,
    'Removed users are no longer listed, but can still be read.',
    hiding((operation) => operation !== 'get'),
  ),
  fault(
    'v1-delete-still-removable',
    AGAIN,
    'Removed users are gone for list and get, but can be removed once more.',
    hiding((operation) => operation !== 'delete'),
  ),
  fault(
    'v1-delete-listed-under-status',
    UNLISTED,
    'Removed users are gone, except from lists that are filtered by their status.',
    hiding((operation, status) => operation !== 'list' || status === undefined),
  ),
  fault(
    'v1-delete-listed-without-filter',
    UNLISTED,
    'Removed users are gone, except from the list without a filter.',
    hiding((operation, status) => operation !== 'list' || status !== undefined),
  ),
  fault(
    'v1-delete-makes-inactive',
    [GONE, UNLISTED],
    'Removed users are kept as inactive.',
    replace({ remove: (user, { store }) => store.update(user, { status: 'inactive' }) }),
  ),
  fault(
    'v1-delete-listed-as-inactive',
    UNLISTED,
    'Removed users cannot be read, but are listed as inactive.',
    (behaviour) => {
      const hidden = hiding((operation) => operation !== 'list')(behaviour)
      return {
        ...hidden,
        remove(user, context) {
          context.store.update(user, { status: 'inactive' })
          hidden.remove(user, context)
        },
      }
    },
  ),
  fault(
    'v1-delete-removes-somebody-else',
    [GONE, UNLISTED],
    'Another pending user is removed instead.',
    (behaviour) => ({
      ...behaviour,
      remove(user, context) {
        const other = context.store.list('pending').find(({ id }) => id !== user.id)
        if (other) behaviour.remove(other, context)
      },
    }),
  ),
  fault(
    'v1-delete-undone-later',
    'v1.delete.permanent',
    'Removed users are back after get has missed them once.',
    (behaviour) => {
      const gone = new Map<string, Parameters<V1Behaviour['remove']>[0]>()
      return {
        ...behaviour,
        remove(user, context) {
          gone.set(user.id, user)
          behaviour.remove(user, context)
        },
        answer(answer, context) {
          const user = gone.get(context.id)
          if (user && context.operation === 'get') {
            gone.delete(user.id)
            context.store.add(user)
          }
          return behaviour.answer(answer, context)
        },
      }
    },
  ),
  fault(
    'v1-delete-email-stays-taken',
    'v1.delete.email-free',
    'The e-mail address of a removed user stays taken.',
    (behaviour) => {
      const taken = new Map<string, Parameters<V1Behaviour['remove']>[0]>()
      return {
        ...behaviour,
        remove(user, context) {
          taken.set(user.email.toLowerCase(), user)
          behaviour.remove(user, context)
        },
        duplicateOf: (draft, context) =>
          behaviour.duplicateOf(draft, context) ?? taken.get(draft.email.toLowerCase()),
      }
    },
  ),
  ...[204, 410, 500].map((status) =>
    fault(
      `v1-delete-again-${status}`,
      AGAIN,
      `A second removal of the same user is answered with ${status}.`,
      remembering((behaviour, gone) =>
        editAnswer('delete', 404, (answer, { id }) => (gone.has(id) ? { ...answer, status } : answer))(
          behaviour,
        ),
      ),
    ),
  ),
  ...[204, 200, 400, 500].map((status) =>
    fault(
      `v1-delete-unknown-${status}`,
      status === 500 ? [UNKNOWN, 'v1.delete.no-server-error'] : UNKNOWN,
      `The removal of an unknown id is answered with ${status}.`,
      remembering((behaviour, gone) =>
        editAnswer('delete', 404, (answer, { id }) => (gone.has(id) ? answer : { ...answer, status }))(
          behaviour,
        ),
      ),
    ),
  ),
  fault(
    'v1-delete-other-form-204',
    'v1.delete.other-ids-404',
    'The removal of an id that does not begin as ids do is answered with 204.',
    editAnswer('delete', 404, (answer, { id }) => (id.startsWith('usr_') ? answer : { status: 204 })),
  ),
]
