/** Faults of `GET /api/v1/users` in how it takes `limit`. */
import { chain, crowd, editMeta } from '../../../v1/mutator.ts'
import { invalid } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { breakDown, limitTaken } from '../list.ts'

const LIMIT_100 = 'v1.list.limit-at-most-100'

/** Reads `limit` without refusing anything; what is no number becomes NaN. */
const anyLimit = (values: string[]) => (values[0] === undefined ? 20 : Number(values[0]))

/** Serves limits beyond 100 as `above` says. */
function above100(above: (limit: number) => number): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    parseLimit: (values) => (anyLimit(values) > 100 ? above(anyLimit(values)) : behaviour.parseLimit(values)),
  })
}

export const listLimitsFaults: V1Fault[] = [
  fault(
    'v1-list-limit-unbounded',
    LIMIT_100,
    'A limit beyond 100 is served as asked for.',
    above100((limit) => limit),
  ),
  fault(
    'v1-list-limit-clamped-at-500',
    LIMIT_100,
    'A limit is cut at 500 instead of 100.',
    above100((limit) => Math.min(limit, 500)),
  ),
  fault(
    'v1-list-limit-101-served',
    LIMIT_100,
    'The limit is compared one too high: 101 is served, 102 is not.',
    limitTaken(
      (text) => text === '101',
      () => 101,
    ),
  ),
  fault(
    'v1-list-limit-huge-served',
    LIMIT_100,
    'Limits of 101 to 9999 are refused, larger ones are served as asked for.',
    limitTaken((text) => Number(text) > 9999, Number),
  ),
  fault(
    'v1-list-limit-clamped-in-meta-only',
    LIMIT_100,
    'Beyond 100, `meta.limit` says 100 while the page holds as many entries as were asked for.',
    chain(
      crowd(120),
      above100((limit) => limit),
      editMeta((meta) => ({ ...meta, limit: Math.min(100, meta.limit as number) })),
    ),
  ),
  fault(
    'v1-list-limit-1000-crash',
    [LIMIT_100, 'v1.list.no-server-error'],
    'A limit beyond 100 leads to 500.',
    above100(breakDown),
  ),
  fault(
    'v1-list-limit-100-refused',
    'v1.list.limit-100',
    'A limit of exactly 100 is refused.',
    limitTaken(
      (text) => text === '100',
      () => {
        throw invalid('limit must be less than 100')
      },
    ),
  ),
  fault(
    'v1-list-limit-100-clamped',
    'v1.list.limit-100',
    'A limit of 100 is cut to 50.',
    limitTaken(
      (text) => text === '100',
      () => 50,
    ),
  ),
  fault(
    'v1-list-limit-1-refused',
    ['v1.list.limit-served', 'v1.list.status-200'],
    'A limit of 1 is refused.',
    limitTaken(
      (text) => text === '1',
      () => {
        throw invalid('limit must be greater than 1')
      },
    ),
  ),
  fault(
    'v1-list-limit-above-100-under-filter',
    'v1.list.limit-at-most-100-combined',
    'Beside a filter a limit beyond 100 is served.',
    (behaviour) => {
      let filtered = false
      return {
        ...behaviour,
        checkQuery(query) {
          filtered = query.has('status')
          behaviour.checkQuery(query)
        },
        parseLimit: (values) =>
          filtered && Number(values[0]) > 100 ? Number(values[0]) : behaviour.parseLimit(values),
      }
    },
  ),
]
