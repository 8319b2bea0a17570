/** Forms of `DELETE /api/v1/users/{id}` where somebody was deleted and created again. */
import type { V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { inSecondLife } from '../create/second-life-forms.ts'
import { form } from '../fault.ts'

export const deleteSecondLifeForms: V1Form[] = [
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
          if (!isAgain(context, user.id) || spared.has(user.id)) return inner.remove(user, context)
          spared.add(user.id)
        },
      }
    }),
  ),
  form.sequence(
    'v1-delete-second-life-404',
    'v1.delete.status-204',
    'The first removal of somebody who was created again is answered with 404.',
    inSecondLife((inner, isAgain) => {
      const denied = new Set<string>()
      return {
        ...inner,
        find(id, context) {
          const isMeant = context.operation === 'delete' && context.caller?.mayDelete && isAgain(context, id)
          if (!isMeant || denied.has(id)) return inner.find(id, context)
          denied.add(id)
          return undefined
        },
      }
    }),
  ),
  form.sequence(
    'v1-delete-second-life-by-weak-caller',
    'v1.delete.forbidden-403',
    'Somebody who was created again may be removed by everybody.',
    inSecondLife((inner, isAgain) => {
      let meant: V1User | undefined
      return {
        ...inner,
        find(id, context) {
          const user = inner.find(id, context)
          meant = user && isAgain(context, id) ? user : undefined
          return user
        },
        mayDelete(caller, user) {
          if (user === undefined || user !== meant) inner.mayDelete(caller, user)
        },
      }
    }),
  ),
]
