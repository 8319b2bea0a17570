/** Faults of `GET /api/v1/users` in whom it lists, and how truly. */
import { replace } from '../../../v1/behaviour.ts'
import { editAnswer, editEntries } from '../../../v1/mutator.ts'
import { people } from '../../../v1/people.ts'
import type { V1User } from '../../../v1/types.ts'
import type { V1Fault } from '../../types.ts'
import { fault } from '../fault.ts'
import { notFound } from '../get.ts'

const AGREES = 'v1.list.agrees-with-get'

export const listUsersFaults: V1Fault[] = [
  fault(
    'v1-list-shows-foreign-users',
    'v1.list.agrees-with-get',
    'The list begins with the users of another organization, whom get does not know.',
    replace({ select: ({ status }, { store, foreign }) => [...foreign.list(status), ...store.list(status)] }),
  ),
  fault(
    'v1-list-shows-strangers-on-every-page',
    'v1.list.agrees-with-get',
    'Every page ends with somebody whom get does not know.',
    (behaviour) => {
      const strangers = people(1, 'elsewhere.example')
      return {
        ...behaviour,
        window(users, query, context) {
          const shown = behaviour.window(users, query, context)
          return shown.length === 0 ? shown : [...shown.slice(0, -1), ...strangers]
        },
      }
    },
  ),
  fault(
    'v1-list-misses-new-users',
    'v1.list.created-user-listed',
    'Users created through the API are never listed.',
    (behaviour) => {
      const created = new Set<string>()
      return {
        ...behaviour,
        keep(user, context) {
          created.add(user.id)
          behaviour.keep(user, context)
        },
        select: (query, context) => behaviour.select(query, context).filter(({ id }) => !created.has(id)),
      }
    },
  ),
  fault(
    'v1-list-never-renewed',
    ['v1.list.created-user-listed', 'v1.list.filter-finds-new-user'],
    'The list shows for ever whom it showed at first.',
    (behaviour) => {
      let known: readonly V1User[] | undefined
      return {
        ...behaviour,
        select(query, { store }) {
          known ??= [...store.list()]
          return known.filter(({ status }) => query.status === undefined || status === query.status)
        },
      }
    },
  ),
  fault(
    'v1-list-hides-pending',
    'v1.list.created-user-listed',
    'Without a filter, pending users are left out.',
    replace({
      select: ({ status }, { store }) =>
        status === undefined ? store.list().filter((user) => user.status !== 'pending') : store.list(status),
    }),
  ),
  fault(
    'v1-list-shows-active-unknown-to-get',
    AGREES,
    'The list shows active users whom get does not know.',
    editAnswer('get', 200, (answer, { user }) => (user?.status === 'active' ? notFound : answer)),
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
    AGREES,
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
