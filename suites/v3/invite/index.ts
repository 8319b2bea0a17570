/** `POST /v3/users`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { duplicates } from './duplicates.ts'
import { invitation } from './invitation.ts'
import { replay } from './replay.ts'
import { sandbox } from './sandbox.ts'
import { scope } from './scope.ts'
import { unobservable } from './unobservable.ts'
import { validation } from './validation.ts'

/** In the order of the catalogue. */
const ORDER = `
  success-status envelope user-fields user-role user-status user-timestamps timestamps-ordered
  echo status-invited never-logged-in times-current new-id listed role-lower-case
  no-token-disclosed duplicate-one-entry duplicate-answer email-malformed-refused
  email-missing-refused name-missing-refused role-unknown-refused role-owner-refused
  validation-details requires-key key-before-validation requires-admin requires-admin-in-sandbox
  refused-creates-nothing sandbox-answer sandbox-no-effect sandbox-header sandbox-validates
  scope-own-profile scope-foreign-refused scope-unknown-refused scope-malformed-refused media-type meta error-shape recommended-shape no-server-error
  request-id-unique timestamp-current response-headers email-sent token-sent token-expires
  acceptance lengths rate-limit owner-may-invite organization-not-found replay-answer replay-no-effect
  replay-other-body replay-headers replay-key-malformed
`

export const invite = operation(
  [answers, invitation, duplicates, validation, access, sandbox, scope, replay, unobservable],
  ORDER,
)
