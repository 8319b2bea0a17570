/** Faults of `GET /api/v1/users` in its filter by status. */
import { replace } from '../../../v1/behaviour.ts'
import { chain, crowd, editEntries } from '../../../v1/mutator.ts'
import { V1_STATUSES } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { breakDown, PENDING, statusTaken } from '../list.ts'

const COMPLETE = 'v1.list.filter-complete'

const isStatus = (text: string) => (V1_STATUSES as readonly string[]).includes(text)

export const listFilterFaults: V1Fault[] = [
  fault(
    'v1-list-filter-relabels',
    PENDING,
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
    COMPLETE,
    'The filter active leaves out the oldest user and does not count that one either.',
    replace({
      select: ({ status }, { store }) => store.list(status).slice(status === 'active' ? 1 : 0),
    }),
  ),
  fault(
    'v1-list-filter-inactive-short-of-many',
    [COMPLETE, 'v1.list.total-filtered'],
    'In a list of several hundred users the filter inactive leaves out three, and does not count them either.',
    chain(
      crowd(210),
      replace({
        select: ({ status }, { store }) => store.list(status).slice(status === 'inactive' ? 3 : 0),
      }),
    ),
  ),
  fault(
    'v1-list-filter-pending-empty',
    [PENDING, COMPLETE],
    'Nobody is found under pending.',
    replace({ select: ({ status }, { store }) => (status === 'pending' ? [] : store.list(status)) }),
  ),
  fault(
    'v1-list-filter-unknown-crash',
    'v1.list.status-unknown',
    'An unknown status leads to 500.',
    statusTaken((text) => !isStatus(text.toLowerCase()), breakDown),
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
        statusTaken(
          (text) => !isStatus(text),
          () => undefined,
        )(behaviour),
      ),
  ),
  fault(
    'v1-list-filter-upper-case-crash',
    'v1.list.status-case',
    'A status in upper case leads to 500.',
    statusTaken((text) => !isStatus(text) && isStatus(text.toLowerCase()), breakDown),
  ),
  fault(
    'v1-list-total-ignores-filter',
    'v1.list.total-filtered',
    'With a status filter, `meta.total` still counts everybody.',
    replace({ countTotal: (_users, _shown, _query, { store }) => store.list().length }),
  ),
  fault(
    'v1-list-filter-pages-alike',
    'v1.list.filter-with-pages',
    'Under a filter every page is the first one.',
    (behaviour) => ({
      ...behaviour,
      window: (users, query, context) =>
        behaviour.window(users, query.status === undefined ? query : { ...query, page: 1 }, context),
    }),
  ),
  fault(
    'v1-list-filter-after-paging',
    ['v1.list.filter-with-pages', 'v1.list.total-filtered'],
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
    'v1.list.filter-with-pages',
    'With a filter, every page shows the first entries again.',
    (behaviour) => ({
      ...behaviour,
      window: (users, query, context) =>
        behaviour.window(users, query.status === undefined ? query : { ...query, page: 1 }, context),
    }),
  ),
  fault(
    'v1-list-hides-inactive-without-filter',
    COMPLETE,
    'Without a filter, inactive users are left out.',
    replace({
      select: ({ status }, { store }) =>
        status === undefined ? store.list().filter((user) => user.status !== 'inactive') : store.list(status),
    }),
  ),
]
