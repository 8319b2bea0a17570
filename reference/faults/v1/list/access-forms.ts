/** Forms of `GET /api/v1/users` in whom it answers. */
import type { V1Change } from '../../../v1/behaviour.ts'
import type { V1Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'
import { form } from '../fault.ts'

/** Takes the token of any header where the list is asked for with parameters. */
const looselyWithQuery = (reads: RegExp): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    authenticate(header, callers, context) {
      const isMeant = context.operation === 'list' && context.call.query.size > 0
      const token = isMeant ? reads.exec(header ?? '')?.[1] : undefined
      const caller = token === undefined ? undefined : callers(token)
      return caller ?? behaviour.authenticate(header, callers, context)
    },
  })
}

export const listAccessForms: V1Form[] = [
  ...credentialsOf('list'),
  form.plain(
    'v1-list-basic-with-query',
    'v1.list.wrong-scheme-refused',
    'With parameters the list takes a token under Basic.',
    looselyWithQuery(/^Basic (\S+)$/i),
  ),
  form.plain(
    'v1-list-longer-token-with-query',
    'v1.list.unknown-token-refused',
    'With parameters the list takes a token with one character more.',
    looselyWithQuery(/^Bearer (\S+)\S$/i),
  ),
]
