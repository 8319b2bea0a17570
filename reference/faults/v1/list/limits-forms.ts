/** Forms of `GET /api/v1/users` in how it takes `limit`: beside other parameters, and by its value. */
import type { V1Change } from '../../../v1/behaviour.ts'
import { chain, crashed, crowd } from '../../../v1/mutator.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const COMBINED = 'v1.list.limit-at-most-100-combined'
const MOST = 100
/** Users in a reference that has enough for more than one page of 100 under each status. */
const CROWD = 800

/** Serves limits above the maximum where the call has this form. */
const above = (meant: (query: URLSearchParams) => boolean): V1Change => {
  return (behaviour) => {
    let query = new URLSearchParams()
    const remembers: V1Change = (inner) => ({
      ...inner,
      checkQuery(parameters) {
        query = parameters
        inner.checkQuery(parameters)
      },
      parseLimit: (values) =>
        /^\d+$/.test(values[0] ?? '') && Number(values[0]) > MOST && meant(query)
          ? Number(values[0])
          : inner.parseLimit(values),
    })
    return chain(crowd(CROWD), remembers)(behaviour)
  }
}

export const listLimitsForms: V1Form[] = [
  form.plain(
    'v1-list-limit-above-100-with-filter',
    COMBINED,
    'The maximum holds only without a filter.',
    above((query) => query.has('status')),
  ),
  form.plain(
    'v1-list-limit-above-100-on-later-page',
    COMBINED,
    'The maximum holds only on the first page.',
    above((query) => Number(query.get('page') ?? 1) > 1),
  ),
  form.plain(
    'v1-list-limit-above-100-with-page-1',
    COMBINED,
    'The maximum holds only without `page`.',
    above((query) => query.get('page') === '1'),
  ),
  form.plain(
    'v1-list-limit-above-100-with-filter-on-later-page',
    COMBINED,
    'The maximum does not hold on later pages of a filtered list.',
    above((query) => query.has('status') && Number(query.get('page') ?? 1) > 1),
  ),
  form.plain(
    'v1-list-limit-100-with-page-crash',
    'v1.list.limit-100',
    'A limit of 100 beside page 1 is answered with 500.',
    (behaviour) => ({
      ...behaviour,
      settle: (query, count) => {
        if (query.limit === MOST) throw crashed()
        return behaviour.settle(query, count)
      },
    }),
  ),
  form.sequence(
    'v1-list-limit-sticks',
    'v1.list.limit-served',
    'Without `limit` the one that was asked for last is served.',
    (behaviour) => {
      let last: number | undefined
      return {
        ...behaviour,
        parseLimit(values) {
          const limit = values.length === 0 && last !== undefined ? last : behaviour.parseLimit(values)
          last = limit
          return limit
        },
      }
    },
  ),
]
