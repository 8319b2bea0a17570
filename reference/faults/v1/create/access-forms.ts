/** Forms of `POST /api/v1/users` in whom it answers. */
import type { V1Form } from '../../types.ts'
import { somebody } from '../callers.ts'
import { credentialsOf } from '../credentials.ts'
import { form } from '../fault.ts'

export const createAccessForms: V1Form[] = [
  ...credentialsOf('create'),
  form.plain(
    'v1-create-without-token-with-charset',
    'v1.create.missing-token-refused',
    'A creation whose media type names a charset needs no token.',
    (behaviour) => ({
      ...behaviour,
      authenticate(header, callers, context) {
        const type = context.call.headers['content-type'] ?? ''
        const isMeant = context.operation === 'create' && !header && /charset/i.test(type)
        return isMeant ? somebody(context) : behaviour.authenticate(header, callers, context)
      },
    }),
  ),
]
