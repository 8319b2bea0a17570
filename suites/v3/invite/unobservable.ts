/** What HTTP cannot show of an invitation. */

import { INVITE } from '../../../contracts/v3/pages.ts'
import { inferred, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(INVITE, [
  requirement('email-sent', {
    must: 'The invitee receives an e-mail.',
    source: stated('I-06'),
    about: 'effects',
    unobservable: 'the mailbox is outside HTTP',
  }),

  requirement('token-sent', {
    must: 'The e-mail carries a token for acceptance.',
    source: stated('I-07'),
    about: 'effects',
    unobservable: 'the mailbox is outside HTTP',
  }),

  requirement('token-expires', {
    must: 'An invitation token expires after seven days.',
    source: stated('I-08'),
    about: 'effects',
    unobservable: 'tokens are never shown, and a run does not last a week',
  }),

  requirement('acceptance', {
    should: 'Acceptance makes the user active.',
    source: inferred('I-42'),
    about: 'effects',
    unobservable: 'no public operation accepts an invitation',
  }),

  requirement('lengths', {
    must: 'Longest address and name.',
    source: stated('I-44'),
    about: 'validation',
    unobservable: 'nothing is promised, so nothing can be violated',
  }),

  requirement('rate-limit', {
    must: 'Ten invitations a minute, five at once.',
    source: stated('I-40 T-02'),
    about: 'shape',
    unobservable: 'a suite that provokes the limit disturbs other users; it keeps to it instead',
  }),

  requirement('owner-may-invite', {
    must: 'The owner may invite like an admin.',
    source: stated('I-05 P-04'),
    about: 'roles',
    unobservable: 'an answer does not show whether the key belongs to the owner',
  }),

  requirement('organization-not-found', {
    should: 'A key whose organization is gone is answered with RESOURCE_005.',
    source: inferred('I-39 I-35'),
    about: 'not-found',
    unobservable: 'cannot be provoked from outside',
  }),
])
