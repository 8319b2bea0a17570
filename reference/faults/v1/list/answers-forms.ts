/** Forms of `GET /api/v1/users` in what its answers carry: on later pages, for some users, and now and then. */
import { everyNth } from '../../../frequency.ts'
import { replace } from '../../../v1/behaviour.ts'
import { asWebPage, crash, editAnswer, editEntries, editMeta, without } from '../../../v1/mutator.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'
import { FILTER, SHAPE } from '../list.ts'

export const listAnswersForms: V1Form[] = [
  form.plain(
    'v1-list-filter-forgotten-from-page-2',
    FILTER,
    'From page 2 on the filter is forgotten.',
    replace({
      select: ({ status, page }, { store }) => store.list(page > 1 ? undefined : status),
    }),
  ),
  form.plain(
    'v1-list-filter-forgotten-with-limit',
    FILTER,
    'Beside a limit the filter is forgotten.',
    (behaviour) => ({
      ...behaviour,
      select: (query, context) =>
        context.call.query.has('limit') ? context.store.list() : behaviour.select(query, context),
    }),
  ),
  form.plain(
    'v1-list-filter-forgotten-with-page',
    FILTER,
    'Beside a page the filter is forgotten.',
    (behaviour) => ({
      ...behaviour,
      select: (query, context) =>
        context.call.query.has('page') ? context.store.list() : behaviour.select(query, context),
    }),
  ),
  form.plain(
    'v1-list-meta-page-1-under-filter',
    'v1.list.page-echoed',
    'Under a filter `meta.page` is always 1.',
    editMeta((meta, { call }) => (call.query.has('status') ? { ...meta, page: 1 } : meta)),
    'v1.list.page-echoed-beside-filter',
  ),
  form.plain(
    'v1-list-admin-entry-spoiled',
    SHAPE,
    'Entries of admins have a number for `created_at`.',
    (behaviour) => ({
      ...behaviour,
      renderUser: (user, operation, context) => {
        const shown = behaviour.renderUser(user, operation, context)
        return operation === 'list' && user.role === 'admin' ? { ...shown, created_at: 1_705_314_600 } : shown
      },
    }),
  ),
  form.plain(
    'v1-list-entry-name-missing-beyond-latin',
    SHAPE,
    'Entries have no `name` where it is not plain Latin.',
    editEntries((entry) => (/[^ -\u017f]/u.test(String(entry.name)) ? { ...entry, name: 0 } : entry)),
  ),
  form.plain(
    'v1-list-filtered-as-web-page',
    'v1.list.json',
    'A filtered list is labelled text/html.',
    editAnswer('list', 200, (answer, { call }) => (call.query.has('status') ? asWebPage(answer) : answer)),
  ),
  form.rare(
    'v1-list-old-schema-every-tenth-time',
    SHAPE,
    'In every tenth list created_at is called created.',
    (behaviour) => {
      const tenth = everyNth(10)
      let now = false
      return editEntries((entry, { index }) => {
        if (index === 0) now = tenth()
        return now ? { ...without(entry, 'created_at'), created: entry.created_at } : entry
      })(behaviour)
    },
  ),
  form.rare(
    'v1-list-broken-every-seventh-time',
    ['v1.list.status-200', 'v1.list.no-server-error'],
    'Every seventh list is a 500.',
    (behaviour) => {
      const seventh = everyNth(7)
      return editAnswer('list', 200, (answer) => (seventh() ? crash(answer) : answer))(behaviour)
    },
  ),
  form.rare(
    'v1-list-meta-missing-every-fifth-time',
    SHAPE,
    'Every fifth list has no `meta`.',
    (behaviour) => {
      const fifth = everyNth(5)
      return editAnswer('list', 200, (answer) =>
        fifth() ? { ...answer, body: without(answer.body as Record<string, unknown>, 'meta') } : answer,
      )(behaviour)
    },
  ),
]
