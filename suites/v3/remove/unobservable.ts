/** What HTTP cannot show of a removal. */

import { REMOVE } from '../../../contracts/v3/pages.ts'
import { inferred, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(REMOVE, [
  requirement('account-kept', {
    should: "Removal withdraws access; the person's account is not said to be erased.",
    source: inferred('R-29'),
    about: 'effects',
    unobservable: 'an account is not shown by any operation',
  }),

  requirement('owner-may-remove', {
    must: 'The owner may remove like an admin.',
    source: stated('R-04 P-04'),
    about: 'roles',
    unobservable: 'an answer does not show whether the key belongs to the owner',
  }),

  requirement('invited-again', {
    should: 'A removed address can be invited again.',
    source: inferred('R-30'),
    about: 'effects',
    unobservable: 'either answer is accepted, and invitations are scarce',
  }),

  requirement('idempotency', {
    must: 'Whether a removal can be replayed by Idempotency-Key is told in two ways.',
    source: stated('R-32'),
    about: 'effects',
    unobservable: 'both answers are accepted, so neither can be a violation',
  }),
])
