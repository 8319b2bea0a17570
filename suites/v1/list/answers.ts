/** What every answer to `GET /api/v1/users` looks like, and how each fits what was asked for. */
import { inferred, shown, stated } from '../../../helpers/suite/declaration.ts'
import { everyAnswer } from '../every-answer.ts'
import { page, requirement } from '../language.ts'
import { LIST } from '../pages.ts'

export const answers = page(LIST, [
  requirement('status-200', {
    must: 'A valid request is answered with 200.',
    source: stated('DL-01 DL-08 DL-10'),
    about: 'shape',
    everyAnswer: 'noted',
  }),

  requirement('shape', {
    must: 'The answer has users in data, each with id, e-mail, name, status and creation time, and page, limit and total in meta.',
    source: shown('DL-11 DL-12 DS-01 DS-04 DS-05 DS-07 DS-11'),
    accepts: 'Further members, a role among them; any form of id; any RFC 3339 time; name null or left out.',
    about: 'shape',
    everyAnswer: 'noted',
  }),

  requirement('page-echoed', {
    must: 'meta.page is the page that was asked for.',
    source: inferred('DL-13'),
    accepts: 'Past the end, the number of the last page, where that is shown.',
    about: 'pagination',
    everyAnswer: 'noted',
  }),

  requirement('limit-echoed', {
    must: 'meta.limit is the limit that was asked for.',
    source: inferred('DL-13'),
    about: 'pagination',
    everyAnswer: 'noted',
  }),

  requirement('page-length', {
    must: 'A page holds at most limit users.',
    source: stated('DL-05'),
    about: 'pagination',
    everyAnswer: 'noted',
  }),

  requirement('ids-unique', {
    must: 'No user stands on a page twice.',
    source: inferred('DL-18'),
    about: 'shape',
    everyAnswer: 'noted',
  }),

  requirement('status-filter', {
    must: 'With a status filter every user on every page has that status.',
    source: stated('DL-07 DS-05'),
    about: 'pagination',
    everyAnswer: 'noted',
  }),

  ...everyAnswer('DL-11'),
])
