/** Honest variants of v1: what the list makes of its parameters, and its order. */
import { createHash } from 'node:crypto'
import type { V1Change } from '../../v1/behaviour.ts'
import { notFound } from '../../v1/honest.ts'
import { invalid, type V1User } from '../../v1/types.ts'
import type { V1Variant } from '../types.ts'
import { editAnswer, softVariant, unlessRefused, variant } from './edits.ts'

const isInteger = (text: string | undefined) => /^-?\d+$/.test(text ?? '')

/** Reads integers below 1 as `instead`, and refuses the rest as usual. */
function below1(parameter: 'parsePage' | 'parseLimit', instead: number): V1Change {
  return (behaviour) => ({
    ...behaviour,
    [parameter]: (values: string[]) =>
      values.length === 1 && isInteger(values[0]) && Number(values[0]) < 1
        ? instead
        : behaviour[parameter](values),
  })
}

/** Lists in another order, which is the same for every call. */
function order(compare: (a: V1User, b: V1User) => number): V1Change {
  return (behaviour) => ({
    ...behaviour,
    select: (query, context) => [...behaviour.select(query, context)].sort(compare),
  })
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const digest = ({ id }: V1User) => createHash('sha1').update(id).digest('hex')

/** Serves other limits than honest ones where `limit` is absent. */
function defaultLimit(limit: number): V1Variant {
  return variant(
    `v1-default-limit-${limit}`,
    `Without \`limit\`, pages hold ${limit} entries.`,
    (behaviour) => ({
      ...behaviour,
      parseLimit: (values) => (values.length === 0 ? limit : behaviour.parseLimit(values)),
    }),
  )
}

/** What becomes of a status that nobody can have. */
function unknownStatus(takes: (text: string) => string | undefined): V1Change {
  return (behaviour) => ({
    ...behaviour,
    parseStatus: (values) =>
      unlessRefused(
        () => behaviour.parseStatus(values),
        () => takes(values[0] ?? ''),
      ),
  })
}

/** Every variant of what the list may make of its parameters, and in which order it may stand. */
export const V1_LIST_VARIANTS: readonly V1Variant[] = [
  variant('v1-limit-clamped', 'A limit beyond 100 is cut to 100.', (behaviour) => ({
    ...behaviour,
    parseLimit: (values) =>
      values.length === 1 && isInteger(values[0]) && Number(values[0]) > 100
        ? 100
        : behaviour.parseLimit(values),
  })),
  variant('v1-limit-below-1-default', 'A limit below 1 is read as 20.', below1('parseLimit', 20)),
  variant('v1-limit-below-1-minimum', 'A limit below 1 is read as 1.', below1('parseLimit', 1)),
  softVariant('v1-limit-0-empty', 'A limit of 0 gives an empty page.', (behaviour) => ({
    ...behaviour,
    parseLimit: (values) => (values[0] === '0' ? 0 : behaviour.parseLimit(values)),
  })),
  variant('v1-limit-not-integer-default', 'A limit that is no integer is read as 20.', (behaviour) => ({
    ...behaviour,
    parseLimit: (values) => (isInteger(values[0]) ? behaviour.parseLimit(values) : 20),
  })),
  variant('v1-page-below-1-first', 'A page below 1 is read as page 1.', below1('parsePage', 1)),
  variant('v1-page-not-integer-first', 'A page that is no integer is read as page 1.', (behaviour) => ({
    ...behaviour,
    parsePage: (values) => (isInteger(values[0]) ? behaviour.parsePage(values) : 1),
  })),
  variant(
    'v1-parameters-forgiving',
    'Whatever is wrong with page or limit is replaced by a default.',
    (behaviour) => ({
      ...behaviour,
      parsePage: (values) =>
        unlessRefused(
          () => behaviour.parsePage(values),
          () => 1,
        ),
      parseLimit: (values) =>
        unlessRefused(
          () => behaviour.parseLimit(values),
          () => 20,
        ),
    }),
  ),
  variant('v1-parameters-last-value', 'Of a repeated parameter the last value counts.', (behaviour) => ({
    ...behaviour,
    parsePage: (values) => behaviour.parsePage(values.slice(-1)),
    parseLimit: (values) => behaviour.parseLimit(values.slice(-1)),
    parseStatus: (values) => behaviour.parseStatus(values.slice(-1)),
  })),
  softVariant(
    'v1-parameters-422',
    'A query that is not valid is refused with 422.',
    editAnswer(
      ({ status }, { operation }) => operation === 'list' && status === 400,
      (answer) => ({ ...answer, status: 422 }),
    ),
  ),
  softVariant('v1-past-the-end-404', 'A page past the end is not found.', (behaviour) => ({
    ...behaviour,
    settle(query, count) {
      if (query.page > 1 && (query.page - 1) * query.limit >= count) throw notFound()
      return behaviour.settle(query, count)
    },
  })),
  softVariant(
    'v1-past-the-end-last-page',
    'Past the end the last page is shown, under its own number.',
    (behaviour) => ({
      ...behaviour,
      settle: (query, count) => ({
        ...behaviour.settle(query, count),
        page: Math.min(query.page, Math.max(1, Math.ceil(count / query.limit))),
      }),
    }),
  ),
  variant(
    'v1-status-unknown-empty',
    'An unknown status finds nobody.',
    unknownStatus((text) => text),
  ),
  softVariant(
    'v1-status-unknown-unfiltered',
    'An unknown status filters nothing.',
    unknownStatus(() => undefined),
  ),
  variant('v1-status-any-case', 'The letter case of the status filter does not matter.', (behaviour) => ({
    ...behaviour,
    parseStatus: (values) => behaviour.parseStatus(values.map((value) => value.toLowerCase())),
  })),
  variant(
    'v1-unknown-parameter-400',
    'A query parameter that is not documented is refused.',
    (behaviour) => ({
      ...behaviour,
      checkQuery(query) {
        for (const name of query.keys()) {
          if (!['page', 'limit', 'status'].includes(name))
            throw invalid(`${name} is no parameter of this call`)
        }
        behaviour.checkQuery(query)
      },
    }),
  ),
  variant(
    'v1-parameters-400-detailed',
    'The refusal of a query has the word of the error and a message, and lists what is wrong beside them.',
    editAnswer(
      ({ status }, { operation }) => operation === 'list' && status === 400,
      (answer) => ({ ...answer, body: { ...(answer.body as object), fields: ['page', 'limit', 'status'] } }),
    ),
  ),
  ...[10, 50, 100].map(defaultLimit),
  variant('v1-order-newest-first', 'New users stand at the front of the list.', (behaviour) => ({
    ...behaviour,
    select: (query, context) => [...behaviour.select(query, context)].reverse(),
  })),
  variant(
    'v1-order-by-email',
    'The list is ordered by e-mail address.',
    order((a, b) => compareTexts(a.email, b.email)),
  ),
  variant(
    'v1-order-by-status',
    'The list is ordered by status.',
    order((a, b) => compareTexts(a.status, b.status)),
  ),
  variant(
    'v1-order-arbitrary',
    'The order means nothing, but stays.',
    order((a, b) => compareTexts(digest(a), digest(b))),
  ),
  variant('v1-list-with-role', 'Entries of the list tell the role.', (behaviour) => ({
    ...behaviour,
    renderUser: (user, operation, context) =>
      behaviour.renderUser(user, operation === 'list' ? 'create' : operation, context),
  })),
  variant('v1-list-with-everything', 'Entries of the list tell all that get tells.', (behaviour) => ({
    ...behaviour,
    renderUser: (user, operation, context) =>
      behaviour.renderUser(user, operation === 'list' ? 'get' : operation, context),
  })),
]
