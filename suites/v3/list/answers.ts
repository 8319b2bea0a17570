/** What every answer to `GET /v3/users` looks like. */
import { entailed, shown } from '../../../helpers/suite/declaration.ts'
import { everyAnswer, everyUser } from '../every-answer.ts'
import { idsOnce } from '../inspection/listed-ids.ts'
import { page, requirement } from '../language.ts'
import { LIST } from '../pages.ts'

export const answers = page(LIST, [
  requirement('users-array', {
    must: 'The users stand in an array data.users.',
    source: shown('L-11 L-38 N-01 N-04'),
    about: 'shape',
    everyAnswer: { shape: { of: 'success', at: ['/data', '/data/users', '/data/users/*'] } },
  }),

  requirement('unique-ids', {
    must: 'No user is listed twice.',
    source: entailed('G-02', 'L-35'),
    about: 'shape',
    everyAnswer: { look: idsOnce },
  }),

  ...everyUser(),
  ...everyAnswer(),
])
