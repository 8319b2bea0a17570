/** Forms of `GET /api/v1/users` in which limit it serves and says. */
import { replace, type V1Change } from '../../../v1/behaviour.ts'
import { editMeta } from '../../../v1/mutator.ts'
import type { V1Context } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { start } from '../list.ts'

const MOST = 100

/** Reads another limit than was asked for. */
const reading = (read: (limit: number) => number): V1Change => {
  return (behaviour) => ({
    ...behaviour,
    parseLimit: (values) =>
      values.length === 0 ? behaviour.parseLimit(values) : read(behaviour.parseLimit(values)),
  })
}

/** Says another limit in meta than is served. */
const saying = (say: (limit: number, context: V1Context) => number): V1Change =>
  editMeta((meta, context) => ({ ...meta, limit: say(Number(meta.limit), context) }))

export const listAnswersLimitsForms: V1Form[] = [
  form.plain(
    'v1-list-limit-with-filter-ignored',
    'v1.list.limit-echoed',
    'Beside a filter the default limit is served.',
    (behaviour) => {
      let filtered = false
      return {
        ...behaviour,
        checkQuery(query) {
          filtered = query.has('status')
          behaviour.checkQuery(query)
        },
        parseLimit: (values) => {
          const limit = behaviour.parseLimit(values)
          return filtered ? behaviour.parseLimit([]) : limit
        },
      }
    },
    'v1.list.limit-beside-filter',
  ),
  form.plain(
    'v1-list-limit-above-50-as-50',
    'v1.list.limit-echoed',
    'A limit between 50 and 100 is served as 50.',
    reading((limit) => (limit < MOST ? Math.min(limit, 50) : limit)),
  ),
  form.plain(
    'v1-list-limit-below-10-as-10',
    'v1.list.limit-echoed',
    'A limit between 1 and 10 is served as 10.',
    reading((limit) => (limit > 1 ? Math.max(limit, 10) : limit)),
  ),
  form.plain(
    'v1-list-limit-rounded-to-fives',
    'v1.list.limit-echoed',
    'A limit that is no multiple of five is served as the next one that is.',
    reading((limit) => (limit > 1 ? Math.ceil(limit / 5) * 5 : limit)),
  ),
  form.plain(
    'v1-list-limit-said-as-default',
    'v1.list.limit-echoed',
    'On later pages `meta.limit` is the default one.',
    saying((limit, { call }) => (Number(call.query.get('page') ?? 1) > 1 ? 20 : limit)),
  ),
  form.plain(
    'v1-list-odd-limit-rounded',
    'v1.list.page-length',
    'An odd limit is served as the next even one.',
    replace({
      window: (users, query) =>
        users.slice(
          start(query),
          start(query) + query.limit + (query.limit % 2 === 1 && query.limit < 100 ? 1 : 0),
        ),
    }),
  ),
]
