/** `DELETE /api/v1/users/{id}`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { removal } from './removal.ts'
import { unobservable } from './unobservable.ts'

/** In the order of the catalogue. */
const ORDER = `
  status-204 no-body gone-from-get gone-from-list permanent second-404 unknown-404 other-ids-404 not-found-error
  forbidden-403 forbidden-error refused-keeps-user email-free missing-token-refused
  unknown-token-refused wrong-scheme-refused json recommended-shape no-server-error permission
`

export const remove = operation([answers, removal, access, unobservable], ORDER)
