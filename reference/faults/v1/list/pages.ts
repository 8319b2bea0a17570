/** Faults of `GET /api/v1/users` in pages that begin, end or repeat where they should not. */
import { replace } from '../../../v1/behaviour.ts'
import { editAnswer } from '../../../v1/mutator.ts'
import type { V1Query } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { honest, start, type Users } from '../list.ts'

const TOTAL = 'v1.list.total'

const isLast = (users: Users, { page, limit }: V1Query) => page * limit >= users.length

export const listPagesFaults: V1Fault[] = [
  fault(
    'v1-list-total-one-more',
    TOTAL,
    '`meta.total` is one more than there are users.',
    replace({ countTotal: (users) => users.length + 1 }),
  ),
  fault(
    'v1-list-total-one-less',
    TOTAL,
    '`meta.total` is one less than there are users.',
    replace({ countTotal: (users) => users.length - 1 }),
  ),
  fault(
    'v1-list-total-counts-page',
    TOTAL,
    '`meta.total` counts the entries of the page.',
    replace({ countTotal: (_users, shown) => shown.length }),
  ),
  fault(
    'v1-list-total-counts-pages',
    TOTAL,
    '`meta.total` counts pages instead of users.',
    replace({ countTotal: (users, _shown, { limit }) => Math.ceil(users.length / limit) }),
  ),
  fault(
    'v1-list-total-counts-the-rest',
    TOTAL,
    '`meta.total` counts the users from this page on.',
    replace({
      countTotal: (users, _shown, { page, limit }) => Math.max(0, users.length - (page - 1) * limit),
    }),
  ),
  fault(
    'v1-list-total-counts-foreign-users',
    TOTAL,
    '`meta.total` includes the users of another organization.',
    replace({
      countTotal: (users, _shown, { status }, { foreign }) => users.length + foreign.list(status).length,
    }),
  ),
  fault('v1-list-total-frozen', TOTAL, '`meta.total` is what it was at the first call.', (behaviour) => {
    const first = new Map<string | undefined, number>()
    return {
      ...behaviour,
      countTotal(users, _shown, { status }) {
        if (!first.has(status)) first.set(status, users.length)
        return first.get(status) ?? 0
      },
    }
  }),
  fault(
    'v1-list-first-page-skipped',
    ['v1.list.pages-complete', 'v1.list.page-starts-at-1'],
    'Pages are counted from zero inside, so page 1 shows what belongs on page 2.',
    replace({ window: (users, query) => honest(users, { ...query, page: query.page + 1 }) }),
  ),
  fault(
    'v1-list-default-page-2',
    'v1.list.default-page',
    'Without `page`, the second page is shown.',
    (behaviour) => ({
      ...behaviour,
      parsePage: (values) => (values.length === 0 ? 2 : behaviour.parsePage(values)),
    }),
  ),
  fault(
    'v1-list-page-ignored',
    'v1.list.pages-disjoint',
    'Every page shows the first entries again, under the number asked for.',
    replace({ window: (users, query) => honest(users, { ...query, page: 1 }) }),
  ),
  fault(
    'v1-list-pages-overlap-by-one',
    'v1.list.pages-disjoint',
    'Every page but the first begins with the last entry of the page before.',
    replace({
      window: (users, query) => {
        const from = Math.max(0, start(query) - (query.page > 1 ? 1 : 0))
        return users.slice(from, from + query.limit)
      },
    }),
  ),
  fault(
    'v1-list-pages-drift',
    'v1.list.pages-disjoint',
    'Pages advance by one entry less than they hold, so that the overlap grows.',
    replace({
      window: (users, { page, limit }) => {
        const from = (page - 1) * Math.max(1, limit - 1)
        return users.slice(from, from + limit)
      },
    }),
  ),
  fault(
    'v1-list-gap-between-pages',
    'v1.list.pages-complete',
    'Every page but the first leaves out the entry it should begin with.',
    replace({
      window: (users, query) => {
        const from = start(query) + (query.page > 1 ? 1 : 0)
        return users.slice(from, from + query.limit)
      },
    }),
  ),
  fault(
    'v1-list-page-short-by-one',
    ['v1.list.pages-full', 'v1.list.pages-complete'],
    'A full page misses its last entry.',
    replace({ window: (users, query) => users.slice(start(query), start(query) + query.limit - 1) }),
  ),
  fault(
    'v1-list-last-page-drops-entry',
    'v1.list.pages-complete',
    'The last page misses its last entry.',
    replace({
      window: (users, query) =>
        isLast(users, query) ? users.slice(start(query), users.length - 1) : honest(users, query),
    }),
  ),
  fault(
    'v1-list-last-page-repeats-entry',
    'v1.list.pages-disjoint',
    'The last page begins with the last entry of the page before.',
    replace({
      window: (users, query) =>
        isLast(users, query) && query.page > 1 && start(query) < users.length
          ? users.slice(start(query) - 1, start(query) - 1 + query.limit)
          : honest(users, query),
    }),
  ),
  fault(
    'v1-list-last-page-filled-up',
    'v1.list.pages-disjoint',
    'The last page is filled up to `limit` with entries of the page before.',
    replace({
      window: (users, query) =>
        isLast(users, query) && start(query) < users.length
          ? users.slice(Math.max(0, users.length - query.limit))
          : honest(users, query),
    }),
  ),
  fault(
    'v1-list-last-page-missing',
    'v1.list.pages-complete',
    'The number of pages is rounded down: a last page that is not full stays empty.',
    replace({
      window: (users, query) =>
        start(query) + query.limit > users.length && query.page > 1 ? [] : honest(users, query),
    }),
  ),
  fault(
    'v1-list-order-shuffled',
    'v1.list.pages-disjoint',
    'The order is drawn anew for every call, so that pages overlap and miss entries.',
    replace({
      select: ({ status }, { store, callNumber }) => {
        const users = store.list(status)
        const turn = (callNumber * 17) % Math.max(1, users.length)
        return [...users.slice(turn), ...users.slice(0, turn)]
      },
    }),
  ),
  fault(
    'v1-list-second-page-crash',
    'v1.list.pages-complete',
    'Only the first page can be had; every other one leads to 500.',
    editAnswer('list', 200, (answer, { call }) =>
      Number(call.query.get('page') ?? 1) > 1
        ? { status: 500, body: { error: 'internal_error', message: 'Broken' } }
        : answer,
    ),
  ),
]
