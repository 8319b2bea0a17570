/** `GET /api/v1/users/{id}`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { unobservable } from './unobservable.ts'
import { user } from './user.ts'

/** In the order of the catalogue. */
const ORDER = `
  status-200 shape id-echoed agrees-with-create last-login-empty unknown-404 other-ids-404 not-found-error
  missing-token-refused unknown-token-refused wrong-scheme-refused json recommended-shape
  no-server-error forbidden
`

export const get = operation([answers, user, access, unobservable], ORDER)
