/** Faults of v1: lists and entries that do not look as documented. */
import type { V1Fault } from './types.ts'
import {
  asWebPage,
  editAnswer,
  editBody,
  editEntries,
  everyThird,
  fault,
  type Members,
  without,
} from './v1-edits.ts'

const SHAPE = 'v1.list.shape'
const AGREES = 'v1.list.agrees-with-get'

/** Members of an entry, each with a value of the wrong type. */
const WRONG: Members = { id: 4711, email: null, name: ['Ada'], status: true, created_at: 1_705_314_600 }

const spoiled = (entry: Members) => ({ ...entry, created_at: 1_705_314_600 })

/** Every fault of a list's shape and of what its entries tell. */
export const V1_LIST_SHAPE_FAULTS: V1Fault[] = [
  ...Object.keys(WRONG).map((member) =>
    fault(
      `v1-list-entry-${member.replace('_', '-')}-missing`,
      SHAPE,
      `Entries have no \`${member}\`.`,
      editEntries((entry) => without(entry, member)),
    ),
  ),
  ...Object.entries(WRONG).map(([member, value]) =>
    fault(
      `v1-list-entry-${member.replace('_', '-')}-mistyped`,
      SHAPE,
      `\`${member}\` of an entry has the wrong type.`,
      editEntries((entry) => ({ ...entry, [member]: value })),
    ),
  ),
  fault(
    'v1-list-last-entry-spoiled',
    SHAPE,
    'Only the last entry of a page has a number for `created_at`.',
    editEntries((entry, { last }) => (last ? spoiled(entry) : entry)),
  ),
  fault(
    'v1-list-last-entry-without-email',
    SHAPE,
    'Only the last entry of a page has no `email`.',
    editEntries((entry, { last }) => (last ? without(entry, 'email') : entry)),
  ),
  ...['inactive', 'pending'].map((status) =>
    fault(
      `v1-list-${status}-entry-spoiled`,
      SHAPE,
      `Only entries with status ${status} have a number for \`created_at\`.`,
      editEntries((entry) => (entry.status === status ? spoiled(entry) : entry)),
    ),
  ),
  fault(
    'v1-list-second-page-spoiled',
    SHAPE,
    'From page 2 on, entries have no `name`.',
    editEntries((entry, _place, { call }) =>
      Number(call.query.get('page') ?? 1) > 1 ? without(entry, 'name') : entry,
    ),
  ),
  fault(
    'v1-list-every-third-spoiled',
    SHAPE,
    'In every third list the entries have a number for `created_at`.',
    editEntries((entry, _place, context) => (everyThird(context) ? spoiled(entry) : entry)),
  ),
  fault(
    'v1-list-entry-status-undocumented',
    SHAPE,
    'Inactive users are shown with the status suspended.',
    editEntries((entry) => (entry.status === 'inactive' ? { ...entry, status: 'suspended' } : entry)),
  ),
  fault(
    'v1-list-entry-status-capitalized',
    SHAPE,
    'Statuses begin with a capital letter.',
    editEntries((entry) => ({
      ...entry,
      status: String(entry.status).replace(/^./, (c) => c.toUpperCase()),
    })),
  ),
  fault(
    'v1-list-entry-date-only',
    SHAPE,
    '`created_at` is a day without a time.',
    editEntries((entry) => ({ ...entry, created_at: String(entry.created_at).slice(0, 10) })),
  ),
  fault(
    'v1-list-entry-date-impossible',
    SHAPE,
    '`created_at` names a month that does not exist.',
    editEntries((entry) => ({ ...entry, created_at: '2024-13-15T10:30:00Z' })),
  ),
  fault(
    'v1-list-entry-role-as-number',
    'v1.list.recommended-shape',
    'Entries tell the role, as a number.',
    editEntries((entry) => ({ ...entry, role: 1 })),
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
  fault(
    'v1-list-name-differs',
    AGREES,
    'The list shows names in capitals, get does not.',
    editEntries((entry) => ({ ...entry, name: String(entry.name).toUpperCase() })),
  ),
  fault(
    'v1-list-email-masked',
    AGREES,
    'The list shows e-mail addresses with most of the name starred out.',
    editEntries((entry) => ({ ...entry, email: String(entry.email).replace(/^(.)[^@]*/, '$1***') })),
  ),
  fault(
    'v1-list-status-differs',
    [AGREES, 'v1.list.filter-finds-new-user'],
    'Without a filter, the list shows pending users as active.',
    editEntries((entry, _place, { call }) =>
      entry.status === 'pending' && !call.query.has('status') ? { ...entry, status: 'active' } : entry,
    ),
  ),
  fault(
    'v1-list-created-at-differs',
    AGREES,
    'The list shows the time of the call as `created_at`.',
    editEntries((entry) => ({ ...entry, created_at: new Date(Date.now() - 86_400_000).toISOString() })),
  ),
]
