/** What every answer to a removal looks like. */
import { shown } from '../../../helpers/suite/declaration.ts'
import { everyAnswer } from '../every-answer.ts'
import { page, requirement } from '../language.ts'
import { REMOVE } from '../pages.ts'

export const answers = page(REMOVE, [
  requirement('success-empty', {
    must: 'A removal is answered without a body.',
    source: shown('R-14 E-06'),
    accepts: '200 with a success envelope (a warning).',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    everyAnswer: 'noted',
  }),

  ...everyAnswer(['SAFETY=disposable']),
])
