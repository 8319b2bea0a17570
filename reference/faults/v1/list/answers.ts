/** Faults of `GET /api/v1/users` in what every answer carries: label, meta, headers. */
import { replace } from '../../../v1/behaviour.ts'
import { asWebPage, editAnswer, editBody, type Members, without } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { honest, SHAPE, start } from '../list.ts'

export const listAnswersFaults: V1Fault[] = [
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
    'v1.list.page-length',
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
    'v1-list-page-long-by-one',
    'v1.list.page-length',
    'A page holds one entry more than `limit`.',
    replace({ window: (users, query) => users.slice(start(query), start(query) + query.limit + 1) }),
  ),
  fault(
    'v1-list-entry-twice-on-page',
    'v1.list.ids-unique',
    'The last entry of a page is the first one again.',
    replace({
      window: (users, query) => {
        const page = honest(users, query)
        return page.length > 2 ? [...page.slice(0, -1), ...page.slice(0, 1)] : page
      },
    }),
  ),
  fault(
    'v1-list-data-missing',
    SHAPE,
    'There is no `data`.',
    editBody('list', 200, (body) => without(body, 'data')),
  ),
  fault(
    'v1-list-data-as-object',
    SHAPE,
    '`data` is an object with the ids as names.',
    editBody('list', 200, (body) => ({
      ...body,
      data: Object.fromEntries((body.data as Members[]).map((entry) => [entry.id, entry])),
    })),
  ),
  fault(
    'v1-list-data-as-users',
    SHAPE,
    'The entries are called `users` instead of `data`.',
    editBody('list', 200, ({ data, meta }) => ({ users: data, meta })),
  ),
  fault(
    'v1-list-bare-array',
    SHAPE,
    'The answer is a bare array.',
    editBody('list', 200, ({ data }) => data),
  ),
  fault(
    'v1-list-data-null-when-empty',
    SHAPE,
    'An empty page has null for `data`.',
    editBody('list', 200, (body) => ((body.data as Members[]).length === 0 ? { ...body, data: null } : body)),
  ),
  fault(
    'v1-list-as-web-page',
    'v1.list.json',
    'A list is labelled text/html.',
    editAnswer('list', 200, asWebPage),
  ),
  fault(
    'v1-list-broken-json',
    'v1.list.json',
    'The JSON of a list breaks off before its end.',
    editAnswer('list', 200, ({ status, body }) => ({ status, text: JSON.stringify(body).slice(0, -1) })),
  ),
  fault(
    'v1-list-status-206',
    'v1.list.status-200',
    'A list is answered with 206.',
    editAnswer('list', 200, (answer) => ({ ...answer, status: 206 })),
  ),
]
