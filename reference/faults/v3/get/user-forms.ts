/** Forms of `GET /v3/users/{userId}` in which user it shows: by id, name, address, role, and how often. */

import { everyNth } from '../../../frequency.ts'
import type { V3Change } from '../../../v3/behaviour.ts'
import { show } from '../../../v3/mutator.ts'
import { userNotFound } from '../../../v3/refusal.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'

const get = formsOf('get')

/** Finds nobody where `lost` says so. */
const losing = (lost: (user: V3User) => boolean): V3Change => {
  return (b) => ({
    ...b,
    findUser: (c) => {
      const user = b.findUser(c)
      return c.operation === 'get' && user && lost(user) ? undefined : user
    },
  })
}
const invited = (user: V3User) => user.status === 'invited'

export const getUserForms: V3Form[] = [
  get.plain(
    'billing-shown-as-developer',
    'agrees-with-list',
    'Who has the billing role is shown as a developer.',
    show('get', (user, stored) => (stored.role === 'billing' ? { ...user, role: 'developer' } : user)),
  ),
  get.plain(
    'invited-admin-shown-as-developer',
    'agrees-with-list',
    'Who was invited as admin is shown as a developer.',
    show('get', (user, stored) =>
      invited(stored) && stored.role === 'admin' ? { ...user, role: 'developer' } : user,
    ),
  ),
  get.plain(
    'hides-invited-admins',
    'invited-readable',
    'Who was invited as admin is not found.',
    losing((user) => invited(user) && user.role === 'admin'),
  ),
  get.plain(
    'hides-invited-billing',
    'invited-readable',
    'Who was invited with the billing role is not found.',
    losing((user) => invited(user) && user.role === 'billing'),
  ),
  get.plain(
    'invited-at-differs',
    'agrees-with-list',
    'invited_at is another time than on the list.',
    show('get', (user, stored) => ({ ...user, invited_at: stored.created_at.replace(/^\d{4}/, '2020') })),
  ),
  get.plain(
    'last-login-invented-for-invited',
    'agrees-with-list',
    'Who is invited is shown as logged in.',
    show('get', (user, stored) => (invited(stored) ? { ...user, last_login_at: stored.invited_at } : user)),
    'invited-never-logged-in',
  ),
  get.plain(
    'updated-at-differs',
    'agrees-with-list',
    'updated_at is the time of the read.',
    show('get', (user, _, c) => ({ ...user, updated_at: c.world.clock.now() })),
    'agrees-with-list-in-times',
  ),
  get.plain(
    'name-in-latin-only',
    'agrees-with-list',
    'Letters beyond Latin-1 in a name are shown as question marks.',
    show('get', (user, stored) => ({ ...user, name: stored.name.replace(/[^ -\u00ff]/g, '?') })),
  ),
  get.plain(
    'name-escaped',
    'agrees-with-list',
    'An apostrophe in a name is shown escaped for HTML.',
    show('get', (user, stored) => ({ ...user, name: stored.name.replaceAll("'", '&#39;') })),
  ),
  get.plain(
    'plus-shown-as-blank',
    'agrees-with-list',
    'A plus in an address is shown as a blank.',
    show('get', (user, stored) => ({ ...user, email: stored.email.replaceAll('+', ' ') })),
  ),
  get.sequence(
    'invited-readable-once',
    'invited-readable',
    'Who is invited is found once, and then no more.',
    (b) => {
      const reads = new Map<string, number>()
      return {
        ...b,
        renderUser: (user, c) => {
          if (c.operation === 'get' && invited(user)) {
            const times = (reads.get(user.id) ?? 0) + 1
            reads.set(user.id, times)
            if (times > 1) throw userNotFound()
          }
          return b.renderUser(user, c)
        },
      }
    },
    'stable-read-of-invited',
  ),
  ...[5, 8].map((n) =>
    get.rare(
      `somebody-else-every-${n === 5 ? 'fifth' : 'eighth'}-time`,
      'same-id',
      `Every ${n === 5 ? 'fifth' : 'eighth'} answer is the first user of the list.`,
      (b) => {
        const now = everyNth(n)
        return {
          ...b,
          renderUser: (user, c) =>
            b.renderUser(c.operation === 'get' && now() ? (c.scope.all()[0] ?? user) : user, c),
        }
      },
    ),
  ),
]
