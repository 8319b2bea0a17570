/** `POST /api/v1/users`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { duplicates } from './duplicates.ts'
import { unobservable } from './unobservable.ts'
import { user } from './user.ts'
import { validation } from './validation.ts'

/** In the order of the catalogue. */
const ORDER = `
  status-201 shape email-echoed name-echoed role-echoed status-pending created-at-now id-new
  retrievable extra-members-ignored email-required email-null email-empty email-syntax
  email-length wrong-types invalid-body name-missing role-missing role-unknown content-type
  content-type-refused invalid-error invalid-word refused-creates-nothing duplicate-409
  conflict-error duplicate-keeps-one duplicate-changes-nothing missing-token-refused
  unknown-token-refused wrong-scheme-refused json recommended-shape no-server-error
  location-header
`

export const create = operation([answers, user, duplicates, validation, access, unobservable], ORDER)
