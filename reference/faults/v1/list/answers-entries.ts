/** Faults of `GET /api/v1/users` in how its entries look. */
import { editEntries, everyThird, type Members, without } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { SHAPE } from '../list.ts'

/** Members of an entry, each with a value of the wrong type. */
const WRONG: Members = { id: 4711, email: null, name: ['Ada'], status: true, created_at: 1_705_314_600 }

const spoiled = (entry: Members) => ({ ...entry, created_at: 1_705_314_600 })

export const listAnswersEntriesFaults: V1Fault[] = [
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
]
