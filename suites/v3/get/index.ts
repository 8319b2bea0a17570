/** `GET /v3/users/{userId}`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { scope } from './scope.ts'
import { user } from './user.ts'

/** In the order of the catalogue. */
const ORDER = `
  success-status envelope user-fields user-role user-status user-timestamps timestamps-ordered
  same-id agrees-with-list invited-readable removed-not-found unknown-user malformed-id
  stable-read requires-key unknown-key-refused key-before-user developer-allowed no-access-refused
  scope-own-profile scope-foreign-refused scope-unknown-refused scope-malformed-refused media-type
  meta error-shape recommended-shape no-server-error request-id-unique timestamp-current
  response-headers
`

export const get = operation([answers, user, access, scope], ORDER)
