/** Forms of `DELETE /v3/users/{userId}` that touch others than the one who is removed. */
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'
import { removing } from '../remove.ts'

const remove = formsOf('remove')
const OTHERS = 'leaves-others-alone'

/** Does something to somebody else as well. */
const beside = (deed: (user: V3User, c: Context) => void): V3Change =>
  removing((user, c, honest) => {
    deed(user, c)
    honest()
  })

const neighbour = (user: V3User, c: Context, step: 1 | -1): V3User | undefined => {
  const invited = c.scope.all().filter(({ status }) => status === 'invited')
  return invited[invited.findIndex(({ id }) => id === user.id) + step]
}

export const removeRemovalOthersForms: V3Form[] = [
  remove.sequence(
    'removes-the-one-before',
    'gone-from-list',
    'A removal removes who was invited before the one it names, too.',
    beside((user, c) => {
      const other = neighbour(user, c, -1)
      if (other) c.scope.delete(other)
    }),
    OTHERS,
  ),
  remove.sequence(
    'removes-the-one-after',
    'gone-from-list',
    'A removal removes who was invited after the one it names, too.',
    beside((user, c) => {
      const other = neighbour(user, c, 1)
      if (other) c.scope.delete(other)
    }),
    OTHERS,
  ),
  remove.sequence(
    'removes-same-name',
    'gone-from-list',
    'A removal removes everybody of the same name.',
    beside((user, c) => {
      for (const other of c.scope.all())
        if (other.name === user.name && other.id !== user.id) c.scope.delete(other)
    }),
    OTHERS,
  ),
  remove.sequence(
    'touches-others',
    'gone-from-list',
    'A removal moves updated_at of all who are invited to now.',
    beside((_, c) => {
      for (const other of c.scope.all()) {
        if (other.status === 'invited') c.scope.put({ ...other, updated_at: c.world.clock.now() })
      }
    }),
    OTHERS,
  ),
  remove.sequence(
    'changes-role-of-another',
    'gone-from-list',
    'A removal makes a developer of who was invited before.',
    beside((user, c) => {
      const other = neighbour(user, c, -1)
      if (other) c.scope.put({ ...other, role: 'developer' })
    }),
    OTHERS,
  ),
]
