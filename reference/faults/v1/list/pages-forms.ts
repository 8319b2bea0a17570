/** Forms of `GET /api/v1/users` in its pages: which page, of which length, of how many users, in which order. */
import { replace } from '../../../v1/behaviour.ts'
import { crashed } from '../../../v1/mutator.ts'
import type { V1Query } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { honest, start, type Users } from '../list.ts'

const DEFAULT_LIMIT = 20
const DISJOINT = 'v1.list.pages-disjoint'
const COMPLETE = 'v1.list.pages-complete'

/** Shows another window for some queries. */
const windowing = (
  meant: (query: V1Query, users: Users) => boolean,
  edit: (users: Users, query: V1Query) => Users,
) =>
  replace({
    window: (users, query) => (meant(query, users) ? edit(users, query) : honest(users, query)),
  })

const first = (users: Users, query: V1Query) => honest(users, { ...query, page: 1 })
const isMultiple = ({ page, limit }: V1Query, users: Users) =>
  users.length > 0 && page * limit === users.length

export const listPagesForms: V1Form[] = [
  form.plain(
    'v1-list-second-page-repeats-by-default',
    DISJOINT,
    'With the default limit page 2 shows page 1 again.',
    windowing(({ page, limit }) => limit === DEFAULT_LIMIT && page === 2, first),
  ),
  form.plain(
    'v1-list-third-page-repeats-by-default',
    DISJOINT,
    'With the default limit page 3 shows page 2 again.',
    windowing(
      ({ page, limit }) => limit === DEFAULT_LIMIT && page === 3,
      (users, query) => honest(users, { ...query, page: 2 }),
    ),
  ),
  form.plain(
    'v1-list-pages-of-limit-as-of-default',
    COMPLETE,
    'Pages begin where those of the default limit would, whatever the limit.',
    windowing(
      ({ limit, page }) => limit < DEFAULT_LIMIT && page > 1,
      (users, { page, limit }) => users.slice((page - 1) * DEFAULT_LIMIT, (page - 1) * DEFAULT_LIMIT + limit),
    ),
  ),
  form.plain(
    'v1-list-last-full-page-crash',
    COMPLETE,
    'Where the total is a multiple of the limit, the last page is answered with 500.',
    replace({
      window: (users, query) => {
        if (isMultiple(query, users) && query.page > 1) throw crashed()
        return honest(users, query)
      },
    }),
  ),
  form.plain(
    'v1-list-last-full-page-empty',
    COMPLETE,
    'Where the total is a multiple of the limit, the last page is empty.',
    windowing(
      (query, users) => query.page > 1 && isMultiple(query, users),
      () => [],
    ),
  ),
  form.plain(
    'v1-list-page-behind-full-one-repeats',
    'v1.list.past-the-end',
    'Where the total is a multiple of the limit, the page behind the last one shows it again.',
    windowing(
      (query, users) => isMultiple({ ...query, page: query.page - 1 }, users),
      (users, query) => honest(users, { ...query, page: query.page - 1 }),
    ),
  ),
  form.plain(
    'v1-list-far-page-crash',
    'v1.list.past-the-end',
    'A page far behind the last one is answered with 500.',
    replace({
      window: (users, query) => {
        if (query.page >= 1000) throw crashed()
        return honest(users, query)
      },
    }),
  ),
  form.plain(
    'v1-list-tenth-page-repeats',
    [DISJOINT, 'v1.list.past-the-end'],
    'From page 10 on the ninth is shown again.',
    windowing(
      ({ page }) => page >= 10,
      (users, query) => honest(users, { ...query, page: 9 }),
    ),
  ),
  form.plain(
    'v1-list-single-user-pages-repeat',
    DISJOINT,
    'With a limit of 1 every page shows the first user.',
    windowing(({ limit }) => limit === 1, first),
  ),
  form.plain(
    'v1-list-odd-limit-pages-overlap',
    DISJOINT,
    'With an odd limit the pages overlap by one.',
    windowing(
      ({ limit, page }) => limit % 2 === 1 && limit > 1 && page > 1,
      (users, query) => users.slice(start(query) - 1, start(query) - 1 + query.limit),
    ),
  ),
  form.plain(
    'v1-list-middle-page-short',
    'v1.list.pages-full',
    'Every page but the first and the last misses its last user.',
    windowing(
      (query, users) => query.page > 1 && start(query) + query.limit < users.length,
      (users, query) => honest(users, query).slice(0, -1),
    ),
  ),
]
