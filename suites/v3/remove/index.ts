/** `DELETE /v3/users/{userId}`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { guards } from './guards.ts'
import { removal } from './removal.ts'
import { sandbox } from './sandbox.ts'
import { scope } from './scope.ts'
import { unobservable } from './unobservable.ts'

/** In the order of the catalogue. */
const ORDER = `
  success-status success-empty gone-from-get gone-from-list second-removal sandbox-false-is-real
  empty-object-is-real no-body-accepted unknown-user malformed-id requires-key unknown-key-refused
  key-before-user developer-refused developer-refused-in-sandbox no-access-refused
  refused-keeps-user self-rejected self-kept last-admin-rejected last-admin-kept sandbox-answer
  sandbox-no-effect sandbox-header sandbox-unknown-user sandbox-requires-key scope-own-profile
  scope-foreign-refused scope-unknown-refused scope-malformed-refused media-type meta error-shape
  recommended-shape no-server-error request-id-unique timestamp-current response-headers
  account-kept owner-may-remove invited-again idempotency
`

export const remove = operation([answers, removal, access, scope, sandbox, guards, unobservable], ORDER)
