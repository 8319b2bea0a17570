/** Forms of `GET /api/v1/users` in whom it lists, and how truly: by role, name, address, order and frequency. */
import { everyNth } from '../../../frequency.ts'
import type { V1Change } from '../../../v1/behaviour.ts'
import { editEntries } from '../../../v1/mutator.ts'
import type { V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const LISTED = 'v1.list.created-user-listed'
const AGREES = 'v1.list.agrees-with-get'
const isNew = ({ created_at }: V1User) => Date.parse(created_at) > Date.now() - 3_600_000

/** Leaves out new users of a kind. */
const hiding =
  (hidden: (user: V1User) => boolean): V1Change =>
  (behaviour) => ({
    ...behaviour,
    select: (query, context) =>
      behaviour.select(query, context).filter((user) => !isNew(user) || !hidden(user)),
  })

const HIDDEN: readonly [name: string, says: string, hidden: (user: V1User) => boolean][] = [
  ['admins', 'who were created as admins', ({ role }) => role === 'admin'],
  ['plus-addresses', 'whose address has a plus', ({ email }) => email.includes('+')],
  ['mixed-case-addresses', 'whose address has capital letters', ({ email }) => /[A-Z]/.test(email)],
  ['other-scripts', 'whose name has letters beyond Latin', ({ name }) => /[^ -\u024f]/u.test(name ?? '')],
  ['apostrophes', 'whose name has an apostrophe', ({ name }) => /['’]/.test(name ?? '')],
  ['long-names', 'whose name is longer than 40 characters', ({ name }) => (name ?? '').length > 40],
]

export const listUsersForms: V1Form[] = [
  ...HIDDEN.map(([name, says, hidden]) =>
    form.plain(`v1-list-hides-${name}`, LISTED, `Users are left out ${says}.`, hiding(hidden)),
  ),
  form.plain(
    'v1-list-name-in-latin-only',
    AGREES,
    'The list shows letters beyond Latin-1 as question marks.',
    editEntries((entry) => ({ ...entry, name: String(entry.name).replace(/[^ -\u00ff]/gu, '?') })),
  ),
  form.plain(
    'v1-list-plus-shown-as-blank',
    AGREES,
    'The list shows a plus in an address as a blank.',
    editEntries((entry) => ({ ...entry, email: String(entry.email).replaceAll('+', ' ') })),
  ),
  form.plain(
    'v1-list-later-page-names-differ',
    AGREES,
    'On later pages names are shown in capitals.',
    editEntries((entry, _place, { call }) =>
      Number(call.query.get('page') ?? 1) > 1 ? { ...entry, name: String(entry.name).toUpperCase() } : entry,
    ),
  ),
  form.sequence(
    'v1-list-created-user-late',
    LISTED,
    'Who was created last is listed only after the next creation.',
    (behaviour) => {
      let newest: string | undefined
      return {
        ...behaviour,
        keep(user, context) {
          newest = user.id
          behaviour.keep(user, context)
        },
        select: (query, context) => behaviour.select(query, context).filter(({ id }) => id !== newest),
      }
    },
  ),
  form.sequence(
    'v1-list-stale-until-removal',
    LISTED,
    'The list is renewed by removals only.',
    (behaviour) => {
      const known = new Map<string | undefined, readonly V1User[]>()
      return {
        ...behaviour,
        remove(user, context) {
          known.clear()
          behaviour.remove(user, context)
        },
        select(query, context) {
          const users = known.get(query.status) ?? behaviour.select(query, context)
          known.set(query.status, users)
          return users
        },
      }
    },
  ),
  ...[5, 10].map((n) =>
    form.rare(
      `v1-list-misses-new-every-${n === 5 ? 'fifth' : 'tenth'}-time`,
      [LISTED, 'v1.list.total', 'v1.list.pages-complete'],
      `Every ${n === 5 ? 'fifth' : 'tenth'} list misses the users of the last hour.`,
      (behaviour) => {
        const now = everyNth(n)
        return {
          ...behaviour,
          select(query, context) {
            const users = behaviour.select(query, context)
            return now() ? users.filter((user) => !isNew(user)) : users
          },
        }
      },
    ),
  ),
  form.rare(
    'v1-list-others-every-fourth-time',
    AGREES,
    'In every fourth list names belong to the next user.',
    (behaviour) => {
      const fourth = everyNth(4)
      let now = false
      let before: unknown
      return editEntries((entry, { index }) => {
        if (index === 0) now = fourth()
        const shown = now && index > 0 ? { ...entry, name: before } : entry
        before = entry.name
        return shown
      })(behaviour)
    },
  ),
]
