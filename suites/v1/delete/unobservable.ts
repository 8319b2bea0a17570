/** What HTTP cannot show of a deletion. */

import { DELETE } from '../../../contracts/v1/pages.ts'
import { stated } from '../../../language/declaration.ts'
import { page, requirement } from '../language.ts'

export const unobservable = page(DELETE, [
  requirement('permission', {
    must: 'Which permission a deletion needs.',
    source: stated('DD-09'),
    about: 'roles',
    unobservable: 'the page does not say; RESTRICTED_ACCESS_TOKEN stands for whoever lacks it',
  }),
])
