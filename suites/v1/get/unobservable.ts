/** What HTTP cannot show of reading a user. */

import { GET } from '../../../contracts/v1/pages.ts'
import { shown } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(GET, [
  requirement('forbidden', {
    should: 'No 403 is documented for reading a user.',
    source: shown('DG-09'),
    about: 'roles',
    unobservable: 'who may read is not said, and users of other organizations are not known to the suite',
  }),
])
