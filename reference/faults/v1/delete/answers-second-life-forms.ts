/** Forms of `DELETE /api/v1/users/{id}` in how the removal of somebody who was created again is answered. */
import type { V1Form } from '../../types.ts'
import { inSecondLife } from '../create/user-second-life-forms.ts'
import { form } from '../fault.ts'

export const deleteAnswersSecondLifeForms: V1Form[] = [
  form.sequence(
    'v1-delete-second-life-404',
    'v1.delete.status-204',
    'The first removal of somebody who was created again is answered with 404.',
    inSecondLife((inner, isAgain) => {
      const denied = new Set<string>()
      return {
        ...inner,
        find(id, context) {
          const isMeant = context.operation === 'delete' && context.caller?.mayDelete && isAgain(id)
          if (!isMeant || denied.has(id)) return inner.find(id, context)
          denied.add(id)
          return undefined
        },
      }
    }),
  ),
]
