/** What every answer to a change of role looks like: its page shows the usual envelope and the usual user. */

import { UPDATE } from '../../../contracts/v3/pages.ts'
import { shown } from '../../../language/declaration.ts'
import { everyAnswer, everyUser, whereOffered } from '../every-answer.ts'
import { page } from '../language.ts'

const NEEDS = ['SAFETY=disposable'] as const
const OF_ALL = shown('U-13 U-19 U-22 U-24')
const OF_SUCCESS = shown('U-13')

export const answers = page(
  UPDATE,
  whereOffered([...everyUser(NEEDS, OF_SUCCESS), ...everyAnswer(NEEDS, OF_ALL)], ({ updates }) =>
    updates.start(),
  ),
)
