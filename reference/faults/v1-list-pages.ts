/** Faults of v1: pages of the list that start, end or repeat where they should not. */
import { replace } from '../v1/behaviour.ts'
import type { V1Query, V1User } from '../v1/types.ts'
import type { V1Fault } from './types.ts'
import { crashed, editAnswer, fault } from './v1-edits.ts'

type Users = readonly V1User[]

const start = ({ page, limit }: V1Query) => (page - 1) * limit
const isLast = (users: Users, { page, limit }: V1Query) => page * limit >= users.length
const honest = (users: Users, query: V1Query) => users.slice(start(query), start(query) + query.limit)

/** Reads `page` without refusing anything; what is no number becomes NaN. */
const anyPage = ([text]: string[]) => (text === undefined ? 1 : Number(text))

/** A parser of `page` that breaks down on values that `breaks` names. */
function breakingPage(breaks: (values: string[]) => boolean): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    parsePage(values) {
      if (breaks(values)) throw crashed()
      return behaviour.parsePage(values)
    },
  })
}

/** Every fault of paging. */
export const V1_LIST_PAGE_FAULTS: V1Fault[] = [
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
    'v1-list-default-page-0',
    'v1.list.default-page',
    'Without `page`, the first entries are shown as page 0.',
    (behaviour) => ({
      ...behaviour,
      parsePage: (values) => (values.length === 0 ? 0 : behaviour.parsePage(values)),
      window: (users, query) => honest(users, { ...query, page: Math.max(1, query.page) }),
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
    'v1-list-page-long-by-one',
    'v1.list.page-length',
    'A page holds one entry more than `limit`.',
    replace({ window: (users, query) => users.slice(start(query), start(query) + query.limit + 1) }),
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
    'v1-list-entry-twice-on-page',
    'v1.list.ids-unique',
    'The last entry of a page is the first one again.',
    replace({
      window: (users, query) => {
        const page = honest(users, query)
        return page.length > 2 ? [...page.slice(0, -1), ...page.slice(0, 1)] : page
      },
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
    'v1-list-past-the-end-repeats',
    'v1.list.past-the-end',
    'Past the end the last page is shown again under the number asked for.',
    replace({
      window: (users, query) =>
        start(query) < users.length
          ? honest(users, query)
          : honest(users, { ...query, page: Math.max(1, Math.ceil(users.length / query.limit)) }),
    }),
  ),
  fault(
    'v1-list-past-the-end-wraps',
    'v1.list.past-the-end',
    'Past the end the list begins anew under the number asked for.',
    replace({
      window: (users, query) => honest(users, start(query) < users.length ? query : { ...query, page: 1 }),
    }),
  ),
  fault(
    'v1-list-past-the-end-crash',
    'v1.list.past-the-end',
    'A page past the end leads to 500.',
    replace({
      settle: (query, count) => {
        if (query.page > 1 && start(query) >= count) throw crashed()
        return query
      },
    }),
  ),
  fault(
    'v1-list-past-the-end-total-0',
    'v1.list.past-the-end',
    'Past the end `meta.total` is 0.',
    replace({ countTotal: (users, shown) => (shown.length === 0 ? 0 : users.length) }),
  ),
  fault(
    'v1-list-page-0-shown',
    'v1.list.page-below-1',
    'Page 0 is served, and `meta.page` says 0.',
    (behaviour) => ({
      ...behaviour,
      parsePage: (values) => (values[0] === '0' ? 0 : behaviour.parsePage(values)),
      window: (users, query) => honest(users, { ...query, page: Math.max(1, query.page) }),
    }),
  ),
  fault(
    'v1-list-page-negative-shown',
    'v1.list.page-below-1',
    'A negative page is served as an empty one, with the negative number in `meta.page`.',
    (behaviour) => ({
      ...behaviour,
      parsePage: (values) =>
        /^-\d+$/.test(values[0] ?? '') ? Number(values[0]) : behaviour.parsePage(values),
      window: (users, query) => (query.page < 1 ? [] : honest(users, query)),
    }),
  ),
  fault(
    'v1-list-page-0-crash',
    'v1.list.page-below-1',
    'Page 0 leads to 500.',
    breakingPage(([text]) => text === '0'),
  ),
  fault(
    'v1-list-page-negative-crash',
    'v1.list.page-below-1',
    'A negative page leads to 500.',
    breakingPage(([text]) => /^-\d/.test(text ?? '')),
  ),
  fault(
    'v1-list-page-word-crash',
    'v1.list.page-not-integer',
    'A page that is no number leads to 500.',
    breakingPage(([text]) => text !== undefined && Number.isNaN(Number(text))),
  ),
  fault(
    'v1-list-page-fraction-crash',
    'v1.list.page-not-integer',
    'A fractional page leads to 500.',
    breakingPage(([text]) => /^\d+\.\d+$/.test(text ?? '')),
  ),
  fault(
    'v1-list-page-word-as-null',
    'v1.list.page-not-integer',
    'A page that is no number is served, and `meta.page` is null.',
    (behaviour) => ({
      ...behaviour,
      parsePage: (values) => (Number.isNaN(anyPage(values)) ? Number.NaN : behaviour.parsePage(values)),
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
