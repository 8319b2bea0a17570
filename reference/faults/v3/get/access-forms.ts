/** Forms of `GET /v3/users/{userId}` in whom it answers, and what it shows to whom. */

import { everyNth } from '../../../frequency.ts'
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import { adminAccount, isUuid, key, keyMissing, permit } from '../../../v3/mutator.ts'
import { userNotFound } from '../../../v3/refusal.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'
import { formsOf } from '../fault.ts'

const get = formsOf('get')
const SEEN = 'developer-sees-everybody'

/** Finds other users for a developer. */
const forDeveloper =
  (find: (user: V3User | undefined, c: Context) => V3User | undefined): V3Change =>
  (b) => ({
    ...b,
    findUser: (c) => {
      const user = b.findUser(c)
      return c.operation === 'get' && c.role === 'developer' ? find(user, c) : user
    },
  })

export const getAccessForms: V3Form[] = [
  ...credentialsOf('get'),
  get.plain(
    'developer-finds-no-invited',
    'developer-allowed',
    'A developer does not find who is invited.',
    forDeveloper((user) => (user?.status === 'invited' ? undefined : user)),
    SEEN,
  ),
  get.plain(
    'developer-finds-no-admins',
    'developer-allowed',
    'A developer does not find admins.',
    forDeveloper((user) => (user?.role === 'admin' ? undefined : user)),
    SEEN,
  ),
  get.plain(
    'developer-finds-oneself-only',
    'developer-allowed',
    'A developer finds nobody but oneself.',
    forDeveloper((user, c) => (user?.email === c.account.email ? user : undefined)),
    SEEN,
  ),
  get.plain(
    'developer-finds-others',
    'developer-allowed',
    'Whoever a developer asks for, the developer is answered.',
    forDeveloper((user, c) => user && c.scope.findByEmail(c.account.email)),
    SEEN,
  ),
  get.plain(
    'malformed-id-before-key',
    'key-before-user',
    'A malformed id is answered with 404 before the key is looked at.',
    key('get', (a, honest) => {
      if (!isUuid(a.userId)) throw userNotFound()
      return honest()
    }),
  ),
  get.plain(
    'invited-open-to-non-members',
    'no-access-refused',
    'An account without a role may read who is invited.',
    permit('get', (c) => c.role === undefined && c.scope.find(c.userId)?.status === 'invited'),
  ),
  get.sequence(
    'key-remembered',
    'requires-key',
    'A user who was read with a key can be read without one from then on.',
    (b) => {
      const read = new Set<string>()
      const open = key('get', (a, honest) =>
        keyMissing(a) && read.has(a.userId) ? adminAccount(a) : honest(),
      )(b)
      return {
        ...open,
        renderUser: (user, c) => {
          if (c.operation === 'get') read.add(user.id)
          return b.renderUser(user, c)
        },
      }
    },
  ),
  get.rare(
    'every-third-unknown-key-accepted',
    'unknown-key-refused',
    'Every third unknown key passes for that of an admin.',
    (b) => {
      const third = everyNth(3)
      return key('get', (a, honest) => {
        const unknown = !keyMissing(a) && !a.world.accounts.has(a.call.headers['x-api-key'] ?? '')
        return unknown && third() ? adminAccount(a) : honest()
      })(b)
    },
  ),
  get.rare(
    'every-third-non-member-accepted',
    'no-access-refused',
    'Every third time an account without a role is shown the user.',
    (b) => {
      const third = everyNth(3)
      return permit('get', (c) => c.role === undefined && third())(b)
    },
  ),
  get.plain(
    'profile-open-to-non-members',
    'no-access-refused',
    'Under the own profile any account may read users, with or without a role.',
    permit('get', (c) => c.role === undefined && c.scope.parent !== undefined),
  ),
]
