/** Forms of `GET /api/v1/users` in its filter: beside pages and limits, after changes, and how often. */
import { everyNth } from '../../../frequency.ts'
import { replace } from '../../../v1/behaviour.ts'
import { crashed, editMeta } from '../../../v1/mutator.ts'
import type { V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { PENDING } from '../list.ts'

const COMPLETE = 'v1.list.filter-complete'
const isNew = ({ created_at }: V1User) => Date.parse(created_at) > Date.now() - 3_600_000

export const listFilterForms: V1Form[] = [
  form.plain(
    'v1-list-filter-second-page-repeats',
    [COMPLETE, 'v1.list.filter-with-pages'],
    'Under a filter page 2 shows page 1 again.',
    (behaviour) => ({
      ...behaviour,
      window: (users, query, context) =>
        behaviour.window(users, query.status === undefined ? query : { ...query, page: 1 }, context),
    }),
  ),
  form.plain(
    'v1-list-filter-only-first-page',
    [COMPLETE, 'v1.list.filter-with-pages'],
    'Under a filter every page but the first is empty.',
    (behaviour) => ({
      ...behaviour,
      window: (users, query, context) =>
        query.status !== undefined && query.page > 1 ? [] : behaviour.window(users, query, context),
    }),
  ),
  form.plain(
    'v1-list-filter-within-page',
    [COMPLETE, 'v1.list.filter-with-pages'],
    'The page is cut first and filtered then, so that users of the status are missing.',
    (behaviour) => ({
      ...behaviour,
      select: (query, { store }) => (query.status === undefined ? store.list() : store.list()),
      window: (users, query, context) => {
        const page = behaviour.window(users, query, context)
        return query.status === undefined ? page : page.filter(({ status }) => status === query.status)
      },
      countTotal: (users, _shown, { status }) =>
        status === undefined ? users.length : users.filter((user) => user.status === status).length,
    }),
  ),
  form.plain(
    'v1-list-filter-later-page-crash',
    [COMPLETE, 'v1.list.filter-with-pages'],
    'Under a filter a later page is answered with 500.',
    (behaviour) => ({
      ...behaviour,
      settle: (query, count) => {
        if (query.status !== undefined && query.page > 1) throw crashed()
        return behaviour.settle(query, count)
      },
    }),
  ),
  form.plain(
    'v1-list-filter-hides-new-admins',
    PENDING,
    'Who was created as admin is not found under pending.',
    (behaviour) => ({
      ...behaviour,
      select: (query, context) =>
        behaviour
          .select(query, context)
          .filter((user) => query.status === undefined || user.role !== 'admin' || !isNew(user)),
    }),
  ),
  form.plain(
    'v1-list-filter-pending-as-inactive',
    PENDING,
    'Who is pending is found under inactive, too.',
    replace({
      select: ({ status }, { store }) =>
        status === 'inactive'
          ? store.list().filter((user) => user.status === 'inactive' || isNew(user))
          : store.list(status),
    }),
  ),
  form.sequence(
    'v1-list-filter-stale',
    [PENDING, COMPLETE],
    'Under a filter the list is the one of the first time that it was asked for.',
    (behaviour) => {
      const first = new Map<string, readonly V1User[]>()
      return {
        ...behaviour,
        select(query, context) {
          const users = behaviour.select(query, context)
          if (query.status === undefined) return users
          const known = first.get(query.status)
          if (!known) first.set(query.status, users)
          return known ?? users
        },
      }
    },
  ),
  form.sequence(
    'v1-list-filter-sticks',
    ['v1.list.filter-complete', 'v1.list.created-user-listed'],
    'After a filtered list the next one without a filter is filtered, too.',
    (behaviour) => {
      let last: string | undefined
      return {
        ...behaviour,
        parseStatus(values) {
          const status = behaviour.parseStatus(values)
          const stuck = status ?? last
          last = status
          return stuck
        },
      }
    },
    'v1.list.unfiltered-after-filter',
  ),
  form.plain(
    'v1-list-filter-total-of-all-on-later-pages',
    'v1.list.total-filtered',
    'On later pages of a filtered list `meta.total` counts all users.',
    (behaviour) => ({
      ...behaviour,
      countTotal: (users, shown, query, context) =>
        query.status !== undefined && query.page > 1
          ? context.store.list().length
          : behaviour.countTotal(users, shown, query, context),
    }),
  ),
  form.plain(
    'v1-list-filter-total-of-page',
    'v1.list.total-filtered',
    'Under a filter `meta.total` counts the page.',
    editMeta((meta, { call }) =>
      call.query.has('status') ? { ...meta, total: Math.min(Number(meta.total), Number(meta.limit)) } : meta,
    ),
  ),
  form.rare(
    'v1-list-filter-misses-newest-every-third-time',
    PENDING,
    'Every third filtered list misses who was created last.',
    (behaviour) => {
      const third = everyNth(3)
      return {
        ...behaviour,
        select(query, context) {
          const users = behaviour.select(query, context)
          return query.status !== undefined && users.some(isNew) && third() ? users.slice(0, -1) : users
        },
      }
    },
  ),
]
