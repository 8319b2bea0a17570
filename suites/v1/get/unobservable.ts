/** What HTTP cannot show of reading a user. */
import { shown } from '../../../helpers/suite/declaration.ts'
import { page, requirement } from '../language.ts'
import { GET } from '../pages.ts'

export const unobservable = page(GET, [
  requirement('forbidden', {
    should: 'No 403 is documented for reading a user.',
    source: shown('DG-09'),
    about: 'roles',
    unobservable: 'who may read is not said, and users of other organizations are not known to the suite',
  }),
])
