/** What every answer to an invitation looks like. */
import { everyAnswer, everyUser } from '../every-answer.ts'
import { page } from '../language.ts'
import { INVITE } from '../pages.ts'

export const answers = page(INVITE, [
  ...everyUser(['SAFETY=disposable']),
  ...everyAnswer(['SAFETY=disposable']),
])
