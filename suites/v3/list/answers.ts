/** What every answer to `GET /v3/users` looks like. */

import { PAGINATION, pagination } from '../../../contracts/v3/inspection/later.ts'
import { idsOnce } from '../../../contracts/v3/inspection/listed-ids.ts'
import { LIST } from '../../../contracts/v3/pages.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import { everyAnswer, everyUser, following, whereTold } from '../every-answer.ts'
import { page, requirement } from '../language.ts'

export const answers = page(LIST, [
  requirement('users-array', {
    must: 'The users stand in an array data.users.',
    source: shown('L-11 N-01'),
    about: 'shape',
    everyAnswer: { shape: { of: 'success', at: ['/data', '/data/users', '/data/users/*'] } },
  }),

  requirement('unique-ids', {
    must: 'No user is listed twice.',
    source: entailed('G-02', 'L-35'),
    about: 'shape',
    everyAnswer: { look: idsOnce },
  }),

  requirement('pagination', {
    should: 'data.pagination, where it is told, has sound numbers and counts no fewer users than are shown.',
    source: stated('L-38 N-04'),
    accepts: 'No such member, and none of its members.',
    about: 'shape',
    everyAnswer: { look: () => pagination },
    ...whereTold(PAGINATION),
  }),

  // Whoever was let in with a wrong role or without an address is listed so.
  ...following(everyUser(), {
    'user-fields': ['v3.invite.email-missing-refused', 'v3.invite.email-malformed-refused'],
    'user-role': [
      'v3.invite.role-lower-case',
      'v3.invite.role-unknown-refused',
      'v3.invite.role-owner-refused',
    ],
  }),
  ...everyAnswer(),
])
