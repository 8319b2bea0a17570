/** Faults of `GET /api/v1/users` in pages before the first and past the last. */
import { replace } from '../../../v1/behaviour.ts'
import { crashed, crowd } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { honest, start } from '../list.ts'

export const listPagesEndsFaults: V1Fault[] = [
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
    'v1-list-total-counts-removed-of-many',
    'v1.list.total',
    'In a list of several hundred users `meta.total` still counts whoever was removed.',
    (behaviour) => {
      let removed = 0
      return crowd(210)({
        ...behaviour,
        remove(user, context) {
          removed++
          behaviour.remove(user, context)
        },
        countTotal: (users, shown, query, context) =>
          behaviour.countTotal(users, shown, query, context) + removed,
      })
    },
  ),
]
