/** Forms of `GET /api/v1/users` in how it takes `limit`, `page` and `status`: in the middle of their range, and far out. */
import type { V1Change } from '../../../v1/behaviour.ts'
import { chain, crash, crashed, crowd, editAnswer } from '../../../v1/mutator.ts'
import type { V1Context } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const MOST = 'v1.list.limit-at-most-100'
const COMBINED = 'v1.list.limit-at-most-100-combined'
const CROWD = 800

/** Serves more than a hundred users where the call has this form. */
const above = (
  limitOf: (query: URLSearchParams, context: V1Context | undefined) => number | undefined,
): V1Change => {
  const change: V1Change = (behaviour) => {
    let query = new URLSearchParams()
    let current: V1Context | undefined
    return {
      ...behaviour,
      meanwhile(context) {
        current = context
        behaviour.meanwhile(context)
      },
      checkQuery(parameters) {
        query = parameters
        behaviour.checkQuery(parameters)
      },
      parseLimit: (values) => limitOf(query, current) ?? behaviour.parseLimit(values),
    }
  }
  return chain(crowd(CROWD), change)
}

const asked = (query: URLSearchParams) => Number(query.get('limit') ?? 20)
const beyond = (query: URLSearchParams) => (asked(query) > 100 ? asked(query) : undefined)

const serving = (limitOf: (limit: number) => number): V1Change => {
  return (behaviour) => ({ ...behaviour, parseLimit: (values) => limitOf(behaviour.parseLimit(values)) })
}

export const listLimitsFurtherForms: V1Form[] = [
  form.plain(
    'v1-list-limit-above-100-of-pending',
    COMBINED,
    'The maximum does not hold for pending users.',
    above((query) => (query.get('status') === 'pending' ? beyond(query) : undefined)),
  ),
  form.plain(
    'v1-list-limit-above-100-for-weak-caller',
    MOST,
    'The maximum does not hold for a caller who may not remove users.',
    above((query, context) => (context?.caller?.mayDelete === false ? beyond(query) : undefined)),
  ),
  form.plain(
    'v1-list-limit-repeated-above-100',
    MOST,
    'Of several limits the last one counts, whatever it is.',
    above((query) => {
      const limits = query.getAll('limit')
      return limits.length > 1 && Number(limits.at(-1)) > 0 ? Number(limits.at(-1)) : undefined
    }),
  ),
  form.plain(
    'v1-list-limit-of-three-digits-above-101',
    MOST,
    'Limits from 102 to 999 are served as they are.',
    above((query) => (asked(query) > 101 && asked(query) < 1000 ? asked(query) : undefined)),
  ),
  form.plain(
    'v1-list-limit-21-to-99-usual',
    ['v1.list.limit-echoed', 'v1.list.pages-full'],
    'Limits between the usual one and the highest are replaced by the usual one.',
    serving((limit) => (limit > 20 && limit < 60 ? 20 : limit)),
  ),
  form.plain(
    'v1-list-limit-11-to-19-gaps',
    'v1.list.pages-complete',
    'With a limit from 11 to 19 later pages begin as if it were 20.',
    (behaviour) => ({
      ...behaviour,
      window: (users, query, context) =>
        query.limit > 10 && query.limit < 20 && query.page > 1
          ? users.slice((query.page - 1) * 20, (query.page - 1) * 20 + query.limit)
          : behaviour.window(users, query, context),
    }),
  ),
  form.plain(
    'v1-list-page-of-nineteen-digits-500',
    ['v1.list.past-the-end', 'v1.list.no-server-error'],
    'A page of nineteen digits leads to 500.',
    editAnswer('list', 400, (answer, { call }) =>
      (call.query.get('page') ?? '').length > 18 ? crash(answer) : answer,
    ),
  ),
  ...(
    [
      ['empty', 'An empty status', (text: string) => text === ''],
      ['quote', 'A quotation mark for a status', (text: string) => text.includes("'")],
    ] as const
  ).map(([name, says, meant]) =>
    form.plain(
      `v1-list-status-${name}-500`,
      ['v1.list.status-unknown', 'v1.list.no-server-error'],
      `${says} leads to 500.`,
      (behaviour) => ({
        ...behaviour,
        parseStatus(values) {
          if (values.some(meant)) throw crashed()
          return behaviour.parseStatus(values)
        },
      }),
    ),
  ),
  form.plain(
    'v1-list-filtered-last-page-empty',
    'v1.list.filter-with-pages',
    'With a filter a last page that is not full is empty.',
    (behaviour) => ({
      ...behaviour,
      window(users, query, context) {
        const shown = behaviour.window(users, query, context)
        return query.status && query.page > 1 && shown.length < query.limit ? [] : shown
      },
    }),
  ),
]
