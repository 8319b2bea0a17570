/** Faults of v1: what the list makes of `limit`. */
import { replace } from '../v1/behaviour.ts'
import { invalid } from '../v1/types.ts'
import type { V1Fault } from './types.ts'
import { chain, crashed, crowd, editMeta, fault } from './v1-edits.ts'

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

/** Does with one kind of limit what `takes` says, and stays honest with the others. */
function special(meant: (text: string) => boolean, takes: (text: string) => number): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    parseLimit: (values) =>
      values[0] !== undefined && meant(values[0]) ? takes(values[0]) : behaviour.parseLimit(values),
  })
}

const breakDown = () => {
  throw crashed()
}

/** Every fault of `limit`. */
export const V1_LIST_LIMIT_FAULTS: V1Fault[] = [
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
    special(
      (text) => text === '101',
      () => 101,
    ),
  ),
  fault(
    'v1-list-limit-huge-served',
    LIMIT_100,
    'Limits of 101 to 9999 are refused, larger ones are served as asked for.',
    special((text) => Number(text) > 9999, Number),
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
    special(
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
    special(
      (text) => text === '100',
      () => 50,
    ),
  ),
  fault(
    'v1-list-limit-1-refused',
    ['v1.list.limit-served', 'v1.list.status-200'],
    'A limit of 1 is refused.',
    special(
      (text) => text === '1',
      () => {
        throw invalid('limit must be greater than 1')
      },
    ),
  ),
  fault(
    'v1-list-limit-1-as-default',
    ['v1.list.page-length', 'v1.list.limit-served'],
    'A limit of 1 is served with 20 entries, and `meta.limit` says 1.',
    replace({
      window: (users, { page, limit }) => {
        const length = limit === 1 ? 20 : limit
        return users.slice((page - 1) * length, page * length)
      },
    }),
  ),
  fault(
    'v1-list-limit-ignored',
    ['v1.list.page-length', 'v1.list.limit-echoed'],
    'Pages hold 20 entries whatever was asked for, and `meta.limit` repeats what was asked for.',
    replace({ window: (users, { page }) => users.slice((page - 1) * 20, page * 20) }),
  ),
  fault(
    'v1-list-limit-fixed',
    'v1.list.limit-echoed',
    'Pages hold 20 entries whatever was asked for, and `meta.limit` is 20.',
    (behaviour) => ({
      ...behaviour,
      parseLimit(values) {
        behaviour.parseLimit(values)
        return 20
      },
    }),
  ),
  fault(
    'v1-list-limit-0-crash',
    'v1.list.limit-below-1',
    'A limit of 0 leads to 500.',
    special((text) => text === '0', breakDown),
  ),
  fault(
    'v1-list-limit-0-shows-all',
    'v1.list.limit-below-1',
    'A limit of 0 shows everybody, and `meta.limit` is 0.',
    (behaviour) => ({
      ...special((text) => text === '0', Number)(behaviour),
      window: (users, query, context) =>
        query.limit === 0 ? users : behaviour.window(users, query, context),
    }),
  ),
  fault(
    'v1-list-limit-negative-crash',
    'v1.list.limit-below-1',
    'A negative limit leads to 500.',
    special((text) => text.startsWith('-'), breakDown),
  ),
  fault(
    'v1-list-limit-negative-served',
    'v1.list.limit-below-1',
    'A negative limit is served with an empty page, and `meta.limit` is negative.',
    (behaviour) => ({
      ...special((text) => /^-\d+$/.test(text), Number)(behaviour),
      window: (users, query, context) => (query.limit < 1 ? [] : behaviour.window(users, query, context)),
    }),
  ),
  fault(
    'v1-list-limit-word-crash',
    'v1.list.limit-not-integer',
    'A limit that is no number leads to 500.',
    special((text) => Number.isNaN(Number(text)), breakDown),
  ),
  fault(
    'v1-list-limit-fraction-crash',
    'v1.list.limit-not-integer',
    'A fractional limit leads to 500.',
    special((text) => /^\d+\.\d+$/.test(text), breakDown),
  ),
  fault(
    'v1-list-limit-word-as-null',
    'v1.list.limit-not-integer',
    'A limit that is no number is served with an empty page, and `meta.limit` is null.',
    special((text) => Number.isNaN(Number(text)), Number),
  ),
  fault(
    'v1-list-limit-empty-crash',
    'v1.list.limit-not-integer',
    'An empty limit leads to 500.',
    special((text) => text === '', breakDown),
  ),
  fault(
    'v1-list-limit-repeated-crash',
    'v1.list.limit-not-integer',
    'A limit that is given twice leads to 500.',
    (behaviour) => ({
      ...behaviour,
      parseLimit: (values) => (values.length > 1 ? breakDown() : behaviour.parseLimit(values)),
    }),
  ),
]
