/** What every answer to `GET /api/v1/users/{id}` looks like. */

import { servedWith } from '../../../contracts/v1/inspection/success.ts'
import { GET } from '../../../contracts/v1/pages.ts'
import { shown, stated } from '../../../language/declaration.ts'
import { everyAnswer } from '../every-answer.ts'
import { page, requirement } from '../language.ts'

export const answers = page(GET, [
  requirement('status-200', {
    must: 'A user who is there is answered with 200, every time.',
    source: stated('DG-03 DG-01'),
    about: 'shape',
    everyAnswer: servedWith(200),
  }),

  requirement('shape', {
    must: 'The answer is the user, with id, e-mail, name, role, status, creation time and last login, and nothing around it.',
    source: shown('DG-04 DS-03 DS-04 DS-05 DS-06 DS-07 DS-08 DS-11'),
    accepts: 'Further members; any form of id; any RFC 3339 time; last_login null or left out.',
    about: 'shape',
    everyAnswer: { shape: { of: 'success' } },
  }),

  requirement('not-found-error', {
    must: 'A 404 says the word not_found and a message.',
    source: shown('DG-08 DS-09 DS-10'),
    accepts: 'Any wording of the message; further members.',
    about: 'not-found',
    everyAnswer: { shape: { of: 404 } },
  }),

  ...everyAnswer('DG-04'),
])
