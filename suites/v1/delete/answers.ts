/** What every answer to a deletion looks like. */

import { servedWith } from '../../../contracts/v1/inspection/success.ts'
import { DELETE } from '../../../contracts/v1/pages.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import type { Asked } from '../../../model/asked.ts'
import { type Finding, must } from '../../../model/finding.ts'
import { everyAnswer } from '../every-answer.ts'
import { REMOVER } from '../instruments.ts'
import { page, requirement } from '../language.ts'

export const answers = page(DELETE, [
  requirement('status-204', {
    must: 'A deletion is answered with 204.',
    source: stated('DD-05 DD-01'),
    about: 'shape',
    needs: ['SAFETY=disposable', REMOVER],
    follows: ['v1.create.duplicate-changes-nothing'],
    everyAnswer: servedWith(204),
  }),

  requirement('no-body', {
    must: 'A deletion is answered without a body.',
    source: entailed('DD-05', 'DD-06'),
    about: 'shape',
    needs: ['SAFETY=disposable', REMOVER],
    everyAnswer: { look: () => withoutBody },
  }),

  requirement('not-found-error', {
    must: 'A 404 says the word not_found and a message.',
    source: shown('DD-07 DS-09 DS-10'),
    accepts: 'Any wording of the message; further members.',
    about: 'not-found',
    needs: ['SAFETY=disposable', REMOVER],
    everyAnswer: { shape: { of: 404 } },
  }),

  requirement('forbidden-error', {
    must: 'A 403 says the word forbidden and a message.',
    source: shown('DD-08 DS-09 DS-10'),
    accepts: 'Any wording of the message; further members.',
    about: 'roles',
    needs: ['RESTRICTED_ACCESS_TOKEN', 'SAFETY=disposable', REMOVER],
    everyAnswer: { shape: { of: 403 } },
  }),

  ...everyAnswer('DD-07', ['SAFETY=disposable', REMOVER]),
])

function withoutBody(answer: Answer, { known }: Asked): Finding[] | undefined {
  if (!known || !succeeded(answer)) return undefined
  const bytes = answer.exchange.response?.body.bytes ?? 0
  return bytes === 0 ? [] : [must('no body', `a body of ${bytes} bytes`)]
}
