/** Faults of v1: the status filter and unknown parameters of the list. */
import { replace } from '../v1/behaviour.ts'
import { people } from '../v1/people.ts'
import { V1_STATUSES, type V1Query, type V1User } from '../v1/types.ts'
import type { V1Fault } from './types.ts'
import { crashed, editEntries, fault } from './v1-edits.ts'

const FILTER = 'v1.list.status-filter'
const PENDING = 'v1.list.filter-finds-new-user'
const COMPLETE = 'v1.list.filter-complete'

const isStatus = (text: string) => (V1_STATUSES as readonly string[]).includes(text)

/** Does with some values of `status` what `takes` says, and stays honest with the others. */
function special(
  meant: (text: string) => boolean,
  takes: (text: string) => string | undefined,
): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    parseStatus: (values) =>
      values[0] !== undefined && meant(values[0]) ? takes(values[0]) : behaviour.parseStatus(values),
  })
}

/** Replaces the users shown on a filtered page. */
function filteredPage(
  edit: (shown: readonly V1User[], others: readonly V1User[], query: V1Query) => V1User[],
) {
  const change: V1Fault['change'] = (behaviour) => ({
    ...behaviour,
    window(users, query, context) {
      const shown = behaviour.window(users, query, context)
      if (query.status === undefined || shown.length === 0) return shown
      const others = context.store.list().filter(({ status }) => status !== query.status)
      return others.length === 0 ? shown : edit(shown, others, query)
    },
  })
  return change
}

const breakDown = () => {
  throw crashed()
}

/** Every fault of filtering. */
export const V1_LIST_FILTER_FAULTS: V1Fault[] = [
  fault(
    'v1-list-filter-ignored',
    FILTER,
    'The status filter changes nothing.',
    replace({ select: (_query, { store }) => store.list() }),
  ),
  ...V1_STATUSES.map((status) =>
    fault(
      `v1-list-filter-${status}-ignored`,
      FILTER,
      `The filter ${status} changes nothing; the other two work.`,
      replace({
        select: (query, { store }) => store.list(query.status === status ? undefined : query.status),
      }),
    ),
  ),
  fault(
    'v1-list-filter-leaks-last-entry',
    FILTER,
    'The last entry of a filtered page has another status.',
    filteredPage((shown, others) => [...shown.slice(0, -1), ...others.slice(-1)]),
  ),
  fault(
    'v1-list-filter-leaks-on-page-2',
    FILTER,
    'From page 2 on, the first entry of a filtered page has another status.',
    filteredPage((shown, others, { page }) =>
      page === 1 ? [...shown] : [...others.slice(0, 1), ...shown.slice(1)],
    ),
  ),
  fault(
    'v1-list-filter-active-includes-inactive',
    FILTER,
    'The filter active matches every status that ends in those letters, inactive included.',
    replace({
      select: ({ status }, { store }) =>
        status === undefined ? store.list() : store.list().filter((user) => user.status.endsWith(status)),
    }),
  ),
  fault(
    'v1-list-filter-inverted',
    FILTER,
    'The filter inactive shows everybody who is not inactive.',
    replace({
      select: ({ status }, { store }) =>
        status === 'inactive'
          ? store.list().filter((user) => user.status !== 'inactive')
          : store.list(status),
    }),
  ),
  fault(
    'v1-list-filter-relabels',
    [PENDING, FILTER],
    'The filter shows everybody and labels them with the status that was asked for.',
    (behaviour) =>
      editEntries((entry, _place, { call }) => ({
        ...entry,
        status: call.query.get('status') ?? entry.status,
      }))({
        ...behaviour,
        select: (_query, { store }) => store.list(),
      }),
  ),
  fault(
    'v1-list-filter-after-paging',
    ['v1.list.pages-full', 'v1.list.total-filtered', PENDING],
    'The filter is applied to one page of everybody, so that filtered pages come out short.',
    replace({
      select: (_query, { store }) => store.list(),
      window: (users, { page, limit, status }) =>
        users
          .slice((page - 1) * limit, page * limit)
          .filter((user) => status === undefined || user.status === status),
    }),
  ),
  fault(
    'v1-list-filter-forgets-page',
    'v1.list.pages-disjoint',
    'With a filter, every page shows the first entries again.',
    (behaviour) => ({
      ...behaviour,
      window: (users, query, context) =>
        behaviour.window(users, query.status === undefined ? query : { ...query, page: 1 }, context),
    }),
  ),
  fault(
    'v1-list-filter-pending-drops-new',
    [PENDING, COMPLETE],
    'Users created through the API do not show under pending, only those who were there before.',
    (behaviour) => {
      const created = new Set<string>()
      return {
        ...behaviour,
        keep(user, context) {
          created.add(user.id)
          behaviour.keep(user, context)
        },
        select: (query, context) =>
          behaviour
            .select(query, context)
            .filter((user) => query.status === undefined || !created.has(user.id)),
      }
    },
  ),
  fault(
    'v1-list-filter-active-loses-oldest',
    [COMPLETE, 'v1.list.pages-complete'],
    'The filter active leaves out the oldest user and does not count that one either.',
    replace({
      select: ({ status }, { store }) => store.list(status).slice(status === 'active' ? 1 : 0),
    }),
  ),
  fault(
    'v1-list-filter-active-shows-new',
    [FILTER, PENDING],
    'A user created through the API shows under active too.',
    (behaviour) => {
      const created = new Set<string>()
      return {
        ...behaviour,
        keep(user, context) {
          created.add(user.id)
          behaviour.keep(user, context)
        },
        select: (query, context) =>
          query.status === 'active'
            ? context.store.list().filter(({ id, status }) => status === 'active' || created.has(id))
            : behaviour.select(query, context),
      }
    },
  ),
  fault(
    'v1-list-filter-pending-empty',
    [PENDING, COMPLETE],
    'Nobody is found under pending.',
    replace({ select: ({ status }, { store }) => (status === 'pending' ? [] : store.list(status)) }),
  ),
  fault(
    'v1-list-filter-inactive-crash',
    FILTER,
    'The filter inactive leads to 500.',
    special((text) => text === 'inactive', breakDown),
  ),
  fault(
    'v1-list-filter-pending-refused',
    [FILTER, PENDING],
    'The filter pending is refused as unknown.',
    (behaviour) =>
      special(
        (text) => text === 'pending',
        () => behaviour.parseStatus(['nonsense']),
      )(behaviour),
  ),
  fault(
    'v1-list-filter-unknown-crash',
    'v1.list.status-unknown',
    'An unknown status leads to 500.',
    special((text) => !isStatus(text.toLowerCase()), breakDown),
  ),
  fault(
    'v1-list-filter-unknown-labels',
    'v1.list.status-unknown',
    'An unknown status is answered with entries labelled with it.',
    (behaviour) =>
      editEntries((entry, _place, { call }) => {
        const asked = call.query.get('status')
        return asked === null || isStatus(asked) ? entry : { ...entry, status: asked }
      })(
        special(
          (text) => !isStatus(text),
          () => undefined,
        )(behaviour),
      ),
  ),
  fault(
    'v1-list-filter-upper-case-crash',
    'v1.list.status-case',
    'A status in upper case leads to 500.',
    special((text) => !isStatus(text) && isStatus(text.toLowerCase()), breakDown),
  ),
  fault(
    'v1-list-unknown-parameter-crash',
    'v1.list.unknown-parameter',
    'A query parameter that nobody knows leads to 500.',
    replace({
      checkQuery(query) {
        for (const name of query.keys()) if (!['page', 'limit', 'status'].includes(name)) throw crashed()
      },
    }),
  ),
  fault(
    'v1-list-shows-foreign-users',
    'v1.list.agrees-with-get',
    'The list begins with the users of another organization, whom get does not know.',
    replace({ select: ({ status }, { store, foreign }) => [...foreign.list(status), ...store.list(status)] }),
  ),
  fault(
    'v1-list-shows-strangers-on-every-page',
    'v1.list.agrees-with-get',
    'Every page ends with somebody whom get does not know.',
    (behaviour) => {
      const strangers = people(1, 'elsewhere.example')
      return {
        ...behaviour,
        window(users, query, context) {
          const shown = behaviour.window(users, query, context)
          return shown.length === 0 ? shown : [...shown.slice(0, -1), ...strangers]
        },
      }
    },
  ),
  fault(
    'v1-list-misses-new-users',
    'v1.list.created-user-listed',
    'Users created through the API are never listed.',
    (behaviour) => {
      const created = new Set<string>()
      return {
        ...behaviour,
        keep(user, context) {
          created.add(user.id)
          behaviour.keep(user, context)
        },
        select: (query, context) => behaviour.select(query, context).filter(({ id }) => !created.has(id)),
      }
    },
  ),
  fault(
    'v1-list-hides-pending',
    'v1.list.created-user-listed',
    'Without a filter, pending users are left out.',
    replace({
      select: ({ status }, { store }) =>
        status === undefined ? store.list().filter((user) => user.status !== 'pending') : store.list(status),
    }),
  ),
]
