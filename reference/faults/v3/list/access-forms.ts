/** Forms of `GET /v3/users` in whom it answers, and what it shows to whom. */

import { everyNth } from '../../../frequency.ts'
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import { adminAccount, key, keyMissing, permit } from '../../../v3/mutator.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'
import { formsOf } from '../fault.ts'

const list = formsOf('list')
const SEEN = 'developer-sees-everybody'

/** Lists other users for a developer. */
const forDeveloper =
  (select: (users: V3User[], c: Context) => V3User[]): V3Change =>
  (b) => ({
    ...b,
    members: (c) => {
      const users = b.members(c)
      return c.role === 'developer' ? select(users, c) : users
    },
  })

export const listAccessForms: V3Form[] = [
  ...credentialsOf('list'),
  list.plain(
    'developer-shown-only-active',
    'developer-allowed',
    'A developer is not shown who is invited.',
    forDeveloper((users) => users.filter(({ status }) => status !== 'invited')),
    SEEN,
  ),
  list.plain(
    'developer-shown-no-admins',
    'developer-allowed',
    'A developer is not shown the admins.',
    forDeveloper((users) => users.filter(({ role }) => role !== 'admin')),
    SEEN,
  ),
  list.plain(
    'developer-shown-oneself-only',
    'developer-allowed',
    'A developer is shown nobody but oneself.',
    forDeveloper((users, c) => users.filter(({ email }) => email === c.account.email)),
    SEEN,
  ),
  list.plain(
    'developer-shown-nobody',
    'developer-allowed',
    'A developer is shown an empty list.',
    forDeveloper(() => []),
    SEEN,
  ),
  list.plain(
    'developer-shown-every-scope',
    'developer-allowed',
    'A developer is shown the users of the profile as well.',
    forDeveloper((users, { world, scope }) =>
      scope === world.organization ? [...users, ...world.profile.all()] : users,
    ),
    SEEN,
  ),
  list.plain(
    'developer-shown-others',
    'developer-allowed',
    'A developer is shown the users of another organization.',
    forDeveloper((_, { world }) => world.foreignOrganization.all()),
    SEEN,
  ),
  list.plain(
    'developer-shown-former-roles',
    'developer-allowed',
    'A developer is shown everybody as a developer.',
    forDeveloper((users) => users.map((user) => ({ ...user, role: 'developer' }))),
    SEEN,
  ),
  list.sequence(
    'developer-shown-stale',
    'developer-allowed',
    'A developer is shown the list as it was when it was first asked for.',
    (b) => {
      const first = new Map<string, V3User[]>()
      return {
        ...b,
        members: (c) => {
          const users = b.members(c)
          if (c.role !== 'developer') return users
          if (!first.has(c.scope.id)) first.set(c.scope.id, users)
          return first.get(c.scope.id) ?? users
        },
      }
    },
    SEEN,
  ),
  list.sequence(
    'developer-shown-one-change-late',
    'developer-allowed',
    'A developer is shown what the call before of anybody was shown.',
    (b) => {
      const before = new Map<string, V3User[]>()
      return {
        ...b,
        members: (c) => {
          const users = b.members(c)
          const shown = c.role === 'developer' ? (before.get(c.scope.id) ?? users) : users
          before.set(c.scope.id, users)
          return shown
        },
      }
    },
    SEEN,
  ),
  list.sequence(
    'first-caller-cached',
    ['developer-allowed', 'removed-absent'],
    'Whoever asks is answered with the list of the first caller.',
    (b) => {
      let first: V3User[] | undefined
      return {
        ...b,
        members: (c) => {
          if (c.scope !== c.world.organization) return b.members(c)
          first ??= b.members(c)
          return first
        },
      }
    },
  ),
  list.rare(
    'every-fourth-unknown-key-accepted',
    'unknown-key-refused',
    'Every fourth unknown key passes for that of an admin.',
    (b) => {
      const fourth = everyNth(4)
      return key('list', (a, honest) => {
        const unknown = !keyMissing(a) && !a.world.accounts.has(a.call.headers['x-api-key'] ?? '')
        return unknown && fourth() ? adminAccount(a) : honest()
      })(b)
    },
  ),
  list.rare(
    'every-third-missing-key-accepted',
    'requires-key',
    'Every third call without a key passes.',
    (b) => {
      const third = everyNth(3)
      return key('list', (a, honest) => (keyMissing(a) && third() ? adminAccount(a) : honest()))(b)
    },
  ),
  list.rare(
    'every-third-non-member-accepted',
    'no-access-refused',
    'Every third time an account without a role is shown the list.',
    (b) => {
      const third = everyNth(3)
      return permit('list', (c) => c.role === undefined && third())(b)
    },
  ),
  list.plain(
    'profile-open-to-non-members',
    'no-access-refused',
    'Under the own profile any account may list users, with or without a role.',
    permit('list', (c) => c.role === undefined && c.scope.parent !== undefined),
  ),
]
