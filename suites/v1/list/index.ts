/** `GET /api/v1/users`: everything that its page promises. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { filter } from './filter.ts'
import { limits } from './limits.ts'
import { pages } from './pages.ts'
import { unobservable } from './unobservable.ts'
import { users } from './users.ts'

/** In the order of the catalogue. */
const ORDER = `
  status-200 shape default-page page-starts-at-1 page-echoed limit-echoed page-length pages-full
  pages-disjoint pages-complete ids-unique total past-the-end limit-served limit-100
  limit-at-most-100 limit-at-most-100-combined limit-below-1 limit-not-integer page-below-1 page-not-integer
  unknown-parameter status-filter filter-complete filter-with-pages total-filtered filter-finds-new-user
  status-unknown status-case created-user-listed agrees-with-get missing-token-refused
  unknown-token-refused wrong-scheme-refused json recommended-shape no-server-error
  own-organization default-limit refusals
`

export const list = operation([answers, users, pages, limits, filter, access, unobservable], ORDER)
