/** What HTTP cannot show of a creation. */

import { CREATE } from '../../../contracts/v1/pages.ts'
import { shown } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(CREATE, [
  requirement('location-header', {
    should: 'No Location header is documented.',
    source: shown('DC-19'),
    about: 'shape',
    unobservable: 'silence promises nothing, so nothing can be violated',
  }),
])
