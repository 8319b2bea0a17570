/** Forms of `DELETE /api/v1/users/{id}` that touch others than the one who is removed. */
import type { V1Change } from '../../../v1/behaviour.ts'
import type { V1Context, V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const UNLISTED = 'v1.delete.gone-from-list'
const OTHERS = 'v1.delete.leaves-others-alone'

/** Does something to others as well. */
const beside = (deed: (user: V1User, context: V1Context) => void): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    remove(user, context) {
      deed(user, context)
      behaviour.remove(user, context)
    },
  })
}

const neighbour = ({ id }: V1User, { store }: V1Context, step: 1 | -1): V1User | undefined => {
  const pending = store.list('pending')
  return pending[pending.findIndex((user) => user.id === id) + step]
}

export const deleteRemovalOthersForms: V1Form[] = [
  form.sequence(
    'v1-delete-removes-the-one-before',
    UNLISTED,
    'A removal removes who was created before the one it names, too.',
    beside((user, context) => {
      const other = neighbour(user, context, -1)
      if (other) context.store.remove(other)
    }),
    OTHERS,
  ),
  form.sequence(
    'v1-delete-removes-the-one-after',
    UNLISTED,
    'A removal removes who was created after the one it names, too.',
    beside((user, context) => {
      const other = neighbour(user, context, 1)
      if (other) context.store.remove(other)
    }),
    OTHERS,
  ),
  form.sequence(
    'v1-delete-activates-others',
    UNLISTED,
    'A removal makes who was created before the one it names active.',
    beside((user, context) => {
      const other = neighbour(user, context, -1)
      if (other) context.store.update(other, { status: 'active' })
    }),
    OTHERS,
  ),
  form.sequence(
    'v1-delete-removes-same-name',
    UNLISTED,
    'A removal removes everybody of the same name who is pending.',
    beside((user, { store }) => {
      for (const other of store.list('pending')) {
        if (other.name === user.name && other.id !== user.id) store.remove(other)
      }
    }),
    OTHERS,
  ),
]
