/** What every answer to a removal looks like. */

import { REMOVE } from '../../../contracts/v3/pages.ts'
import { shown } from '../../../language/declaration.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { type Finding, must, should } from '../../../model/finding.ts'
import { everyAnswer } from '../every-answer.ts'
import { page, requirement } from '../language.ts'

export const answers = page(REMOVE, [
  requirement('success-empty', {
    must: 'A removal is answered without a body.',
    source: shown('R-14 E-06'),
    accepts: '200 with a success envelope (a warning).',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    everyAnswer: { shape: { of: 'success' }, look: () => withoutBody },
  }),

  ...everyAnswer(['SAFETY=disposable']),
])

/** A removal promises no body; an envelope with 200 is close enough for a warning. */
function withoutBody(answer: Answer): Finding[] | undefined {
  if (!succeeded(answer)) return undefined
  if (answer.empty) return []
  const level = answer.status === 200 ? should : must
  return [level('no body', `a body of ${answer.exchange.response?.body.bytes} bytes`)]
}
