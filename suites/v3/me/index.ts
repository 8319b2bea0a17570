/** `GET /v3/me`: everything that is said of it. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { account } from './account.ts'
import { answers } from './answers.ts'

export const me = operation([account, access, answers])
