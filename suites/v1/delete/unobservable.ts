/** What HTTP cannot show of a deletion. */
import { stated } from '../../../helpers/suite/declaration.ts'
import { page, requirement } from '../language.ts'
import { DELETE } from '../pages.ts'

export const unobservable = page(DELETE, [
  requirement('permission', {
    must: 'Which permission a deletion needs.',
    source: stated('DD-09'),
    about: 'roles',
    unobservable: 'the page does not say; RESTRICTED_ACCESS_TOKEN stands for whoever lacks it',
  }),
])
