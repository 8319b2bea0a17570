/** What every answer to an invitation looks like. */

import { INVITE } from '../../../contracts/v3/pages.ts'
import { everyAnswer, everyUser } from '../every-answer.ts'
import { page } from '../language.ts'

export const answers = page(INVITE, [
  ...everyUser(['SAFETY=disposable']),
  ...everyAnswer(['SAFETY=disposable']),
])
