/** What HTTP cannot show of a change of role. */

import { UPDATE } from '../../../contracts/v3/pages.ts'
import { inferred } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(UPDATE, [
  requirement('server-error-declared', {
    must: 'A failure of the target itself is answered as its page shows.',
    source: inferred('U-27'),
    about: 'shape',
    unobservable: 'it cannot be provoked',
  }),
])
