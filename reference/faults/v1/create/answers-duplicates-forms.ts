/** Forms of `POST /api/v1/users` in how a duplicate is refused. */
import { membersOf } from '../../../v1/body.ts'
import { editBody } from '../../../v1/mutator.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

export const createAnswersDuplicatesForms: V1Form[] = [
  form.sequence(
    'v1-create-duplicate-in-other-case-word',
    'v1.create.conflict-error',
    'A taken address in other letter case is refused with 409 and another word.',
    editBody('create', 409, (body, { store, call }) => {
      const { email } = membersOf(call)
      const isSame = typeof email === 'string' && store.byEmail(email)?.email === email
      return isSame ? body : { ...body, error: 'validation_error' }
    }),
  ),
]
