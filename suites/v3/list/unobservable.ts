/** What HTTP cannot show of the list. */

import { LIST } from '../../../contracts/v3/pages.ts'
import { inferred, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(LIST, [
  requirement('order', {
    should: 'The order of the entries is not promised.',
    source: inferred('L-31'),
    about: 'shape',
    unobservable: 'nothing is promised, so nothing can be violated',
  }),

  requirement('owner-not-listed', {
    must: 'The owner of the organization has no entry of its own.',
    source: stated('L-21 P-02 P-03'),
    about: 'roles',
    unobservable: 'an answer does not show which person is the owner',
  }),

  requirement('profile-key-refused', {
    must: 'Only organization keys may use x-profile-id.',
    source: stated('L-05 O-03 O-04'),
    about: 'scope',
    unobservable: 'needs a key that belongs to a profile, which the suite does not ask for',
  }),

  requirement('billing-access', {
    must: 'Whether the billing role may read is told in two ways; either is conformant.',
    source: stated('L-24 G-13 P-07'),
    about: 'roles',
    unobservable: 'both answers are accepted, so neither can be a violation',
  }),

  requirement('other-organizations-absent', {
    should: 'Users of other organizations are not listed.',
    source: inferred('L-34'),
    about: 'scope',
    unobservable: 'an answer does not show to which organization a user belongs',
  }),

  requirement('unlisted-statuses', {
    must: 'Whether suspended and rejected users are listed is not promised.',
    source: stated('L-20'),
    about: 'effects',
    unobservable: 'nothing is promised, so nothing can be violated',
  }),

  requirement('role-change-shown', {
    should: 'A changed role shows in the list.',
    source: inferred('L-33'),
    about: 'effects',
    unobservable: 'needs the operation that changes roles, which is outside this contract',
  }),

  requirement('sandbox-not-applicable', {
    must: 'Sandbox mode is for changing operations only.',
    source: stated('L-37'),
    about: 'sandbox',
    unobservable: 'a read changes nothing, so simulation cannot be told apart',
  }),
])
