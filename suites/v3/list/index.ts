/** `GET /v3/users`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { limits } from './limits.ts'
import { scope } from './scope.ts'
import { unobservable } from './unobservable.ts'
import { users } from './users.ts'

/** In the order of the catalogue. */
const ORDER = `
  success-status users-array envelope user-fields user-role user-status user-timestamps
  timestamps-ordered unique-ids shows-invited invited-never-logged-in shows-active removed-absent
  stable-read requires-key unknown-key-refused developer-allowed no-access-refused
  scope-own-profile scope-profile-only scope-foreign-refused scope-unknown-refused
  scope-malformed-refused scope-header-echoed media-type meta error-shape recommended-shape
  no-server-error request-id-unique timestamp-current response-headers order owner-not-listed
  profile-key-refused billing-access other-organizations-absent unlisted-statuses
  role-change-shown sandbox-not-applicable rate-limit-numbers rate-limit-falls rate-limit-refusal
  pagination customer-id response-time
`

export const list = operation([answers, users, access, scope, limits, unobservable], ORDER)
