/** Forms of `DELETE /api/v1/users/{id}` where somebody was deleted and created again. */
import type { V1Context } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { inSecondLife } from '../create/user-second-life-forms.ts'
import { form } from '../fault.ts'

export const deleteRemovalSecondLifeForms: V1Form[] = [
  form.sequence(
    'v1-delete-second-life-stays',
    ['v1.delete.gone-from-list', 'v1.delete.gone-from-get'],
    'The removal of somebody who was created again is answered with 204 and has no effect.',
    inSecondLife((inner, isAgain) => {
      const spared = new Set<string>()
      return {
        ...inner,
        remove(user, context) {
          // Once: whoever asks again gets what was promised, so that nobody is left behind.
          if (!isAgain(user.id) || spared.has(user.id)) return inner.remove(user, context)
          spared.add(user.id)
        },
      }
    }),
  ),
  form.sequence(
    'v1-delete-removed-shown-to-weak-caller',
    'v1.delete.gone-from-get',
    'A caller who may not remove users can read somebody who was removed.',
    (behaviour) => {
      const removed = new Map<string, V1Context['user']>()
      return {
        ...behaviour,
        remove(user, context) {
          removed.set(user.id, user)
          behaviour.remove(user, context)
        },
        find: (id, context) =>
          behaviour.find(id, context) ??
          (context.operation === 'get' && context.caller?.mayDelete === false ? removed.get(id) : undefined),
      }
    },
  ),
]
