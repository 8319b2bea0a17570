/** Faults of `GET /api/v1/users` in whom a filter by status shows. */
import { replace } from '../../../v1/behaviour.ts'
import { V1_STATUSES, type V1Query, type V1User } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { breakDown, FILTER, PENDING, statusTaken } from '../list.ts'

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

export const listAnswersFilterFaults: V1Fault[] = [
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
    'v1-list-filter-inactive-crash',
    FILTER,
    'The filter inactive leads to 500.',
    statusTaken((text) => text === 'inactive', breakDown),
  ),
  fault(
    'v1-list-filter-pending-refused',
    [FILTER, PENDING],
    'The filter pending is refused as unknown.',
    (behaviour) =>
      statusTaken(
        (text) => text === 'pending',
        () => behaviour.parseStatus(['nonsense']),
      )(behaviour),
  ),
]
