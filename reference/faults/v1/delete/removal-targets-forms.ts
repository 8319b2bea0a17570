/** Forms of `DELETE /api/v1/users/{id}` where the id names nobody. */
import { everyNth } from '../../../frequency.ts'
import { crash, editAnswer } from '../../../v1/mutator.ts'
import { ID_KINDS, type IdKind } from '../../ids.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const UNKNOWN = 'v1.delete.unknown-404'
const OTHER_IDS = 'v1.delete.other-ids-404'

/** An id of a kind is answered as removed, or breaks the program. */
const ofIds = ({ name, says, meant }: IdKind): V1Form[] => [
  form.plain(
    `v1-delete-${name}-id-204`,
    OTHER_IDS,
    `${says} is answered as removed.`,
    editAnswer('delete', 404, (answer, { id }) => (meant(id) ? { status: 204 } : answer)),
  ),
  form.plain(
    `v1-delete-${name}-id-500`,
    [OTHER_IDS, 'v1.delete.no-server-error'],
    `${says} is answered with 500.`,
    editAnswer('delete', 404, (answer, { id }) => (meant(id) ? crash(answer) : answer)),
  ),
]

export const deleteRemovalTargetsForms: V1Form[] = [
  ...ID_KINDS.flatMap(ofIds),
  form.plain(
    'v1-delete-beginning-removes',
    OTHER_IDS,
    'The beginning of an id removes the user.',
    (behaviour) => ({
      ...behaviour,
      find: (id, context) =>
        behaviour.find(id, context) ??
        (context.operation === 'delete' && id.length > 6
          ? context.store.list().find((user) => user.id.startsWith(id))
          : undefined),
    }),
  ),
  form.sequence(
    'v1-delete-third-204',
    'v1.delete.second-404',
    'A third removal of somebody is answered as done.',
    (behaviour) => {
      const again = new Map<string, number>()
      const edited = editAnswer('delete', 404, (answer, { id }) => {
        const times = again.get(id)
        if (times === undefined) return answer
        again.set(id, times + 1)
        return times > 0 ? { status: 204 } : answer
      })(behaviour)
      return {
        ...edited,
        remove(user, context) {
          again.set(user.id, 0)
          behaviour.remove(user, context)
        },
      }
    },
    'v1.delete.third-404',
  ),
  form.rare(
    'v1-delete-unknown-204-every-third-time',
    [UNKNOWN, OTHER_IDS],
    'Every third unknown id is answered as removed.',
    (behaviour) => {
      const third = everyNth(3)
      return editAnswer('delete', 404, (answer) => (third() ? { status: 204 } : answer))(behaviour)
    },
  ),
]
