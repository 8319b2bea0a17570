/** Faults of `GET /api/v1/users` in parameters that are no limit, or that nobody knows. */
import { replace } from '../../../v1/behaviour.ts'
import { crashed } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { breakDown, honest, limitTaken } from '../list.ts'

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

export const listLimitsRefusedFaults: V1Fault[] = [
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
    'v1-list-limit-0-crash',
    'v1.list.limit-below-1',
    'A limit of 0 leads to 500.',
    limitTaken((text) => text === '0', breakDown),
  ),
  fault(
    'v1-list-limit-0-shows-all',
    'v1.list.limit-below-1',
    'A limit of 0 shows everybody, and `meta.limit` is 0.',
    (behaviour) => ({
      ...limitTaken((text) => text === '0', Number)(behaviour),
      window: (users, query, context) =>
        query.limit === 0 ? users : behaviour.window(users, query, context),
    }),
  ),
  fault(
    'v1-list-limit-negative-crash',
    'v1.list.limit-below-1',
    'A negative limit leads to 500.',
    limitTaken((text) => text.startsWith('-'), breakDown),
  ),
  fault(
    'v1-list-limit-negative-served',
    'v1.list.limit-below-1',
    'A negative limit is served with an empty page, and `meta.limit` is negative.',
    (behaviour) => ({
      ...limitTaken((text) => /^-\d+$/.test(text), Number)(behaviour),
      window: (users, query, context) => (query.limit < 1 ? [] : behaviour.window(users, query, context)),
    }),
  ),
  fault(
    'v1-list-limit-word-crash',
    'v1.list.limit-not-integer',
    'A limit that is no number leads to 500.',
    limitTaken((text) => Number.isNaN(Number(text)), breakDown),
  ),
  fault(
    'v1-list-limit-fraction-crash',
    'v1.list.limit-not-integer',
    'A fractional limit leads to 500.',
    limitTaken((text) => /^\d+\.\d+$/.test(text), breakDown),
  ),
  fault(
    'v1-list-limit-word-as-null',
    'v1.list.limit-not-integer',
    'A limit that is no number is served with an empty page, and `meta.limit` is null.',
    limitTaken((text) => Number.isNaN(Number(text)), Number),
  ),
  fault(
    'v1-list-limit-empty-crash',
    'v1.list.limit-not-integer',
    'An empty limit leads to 500.',
    limitTaken((text) => text === '', breakDown),
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
]
