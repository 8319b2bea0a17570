/** The honest policies of the list: parameters, filter, pages, counts. */
import type { V1Behaviour } from './behaviour.ts'
import { invalid, V1_STATUSES, type V1Status } from './types.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

type ListPolicies = Pick<
  V1Behaviour,
  | 'checkQuery'
  | 'parsePage'
  | 'parseLimit'
  | 'parseStatus'
  | 'select'
  | 'settle'
  | 'window'
  | 'countTotal'
  | 'metaOf'
>

/** The policies that only the list uses. */
export function honestList(): ListPolicies {
  return {
    checkQuery() {},
    parsePage: (values) => positiveInteger('page', values) ?? 1,
    parseLimit(values) {
      const limit = positiveInteger('limit', values) ?? DEFAULT_LIMIT
      if (limit > MAX_LIMIT) throw invalid(`limit must not be greater than ${MAX_LIMIT}`)
      return limit
    },
    parseStatus(values) {
      const status = single('status', values)
      if (status !== undefined && !V1_STATUSES.includes(status as V1Status)) {
        throw invalid(`status must be one of ${V1_STATUSES.join(', ')}`)
      }
      return status
    },
    select: (query, { store }) => store.list(query.status),
    settle: (query) => query,
    window: (users, { page, limit }) => users.slice((page - 1) * limit, page * limit),
    countTotal: (users) => users.length,
    metaOf: ({ page, limit }, total) => ({ page, limit, total }),
  }
}

/** The only value of a parameter; undefined when it is absent. Throws when it is repeated or empty. */
export function single(name: string, values: string[]): string | undefined {
  if (values.length > 1) throw invalid(`${name} must be given once`)
  if (values[0] === '') throw invalid(`${name} must not be empty`)
  return values[0]
}

function positiveInteger(name: string, values: string[]): number | undefined {
  const text = single(name, values)
  if (text === undefined) return undefined
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(number) || number < 1) throw invalid(`${name} must be an integer of at least 1`)
  return number
}
