/** What HTTP cannot show of the list. */

import { LIST } from '../../../contracts/v1/pages.ts'
import { inferred, shown, stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(LIST, [
  requirement('own-organization', {
    must: "Only users of the caller's own organization are listed.",
    source: stated('DL-02'),
    about: 'scope',
    unobservable: 'an answer does not show to which organization a user belongs',
  }),

  requirement('default-limit', {
    should: 'How many users are on a page when no limit is given.',
    source: inferred('DL-16'),
    about: 'pagination',
    unobservable: 'one example shows 20, but nothing promises it, so nothing can be violated',
  }),

  requirement('refusals', {
    should: 'No refusal is documented for the list.',
    source: shown('DL-21'),
    about: 'validation',
    unobservable:
      'silence promises nothing; what invalid parameters lead to is judged by what is accepted for each',
  }),
])
