/** Forms of `GET /v3/users` in whom it lists: by name, address, role and number. */
import type { V3Change } from '../../../v3/behaviour.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'

const list = formsOf('list')

const hiding = (hidden: (user: V3User) => boolean): V3Change => {
  return (b) => ({ ...b, members: (c) => b.members(c).filter((user) => !hidden(user)) })
}
const invited = (user: V3User) => user.status === 'invited'
const NEW_MS = 3_600_000
const isNew = (user: V3User) => Date.parse(user.created_at) > Date.now() - NEW_MS

export const listUsersForms: V3Form[] = [
  list.plain(
    'hides-invited-admins',
    'shows-invited',
    'Who was invited as admin is left out.',
    hiding((user) => invited(user) && user.role === 'admin'),
  ),
  list.plain(
    'hides-invited-billing',
    'shows-invited',
    'Who was invited with the billing role is left out.',
    hiding((user) => invited(user) && user.role === 'billing'),
  ),
  list.plain(
    'hides-other-scripts',
    'shows-invited',
    'Whose name has letters beyond Latin is left out.',
    hiding((user) => isNew(user) && /[^\p{Script=Latin}\p{Script=Common}\p{M}]/u.test(user.name)),
  ),
  list.plain(
    'hides-apostrophes',
    'shows-invited',
    'Whose name has an apostrophe is left out.',
    hiding((user) => /['’]/.test(user.name)),
  ),
  list.plain(
    'hides-plus-addresses',
    'shows-invited',
    'Whose address has a plus is left out.',
    hiding((user) => user.email.includes('+')),
  ),
  list.plain(
    'hides-mixed-case-addresses',
    'shows-invited',
    'Whose address has capital letters is left out.',
    hiding((user) => /[A-Z]/.test(user.email)),
  ),
  list.plain(
    'hides-long-names',
    'shows-invited',
    'Whose name is longer than 40 characters is left out.',
    hiding((user) => user.name.length > 40),
  ),
  list.plain('capped-at-newest', 'shows-active', 'Only the twelve newest users are listed.', (b) => ({
    ...b,
    members: (c) => b.members(c).slice(-12),
  })),
  list.plain(
    'capped-at-oldest',
    'shows-invited',
    'Only as many users are listed as there were at the start, the oldest first.',
    (b) => {
      const most = new Map<string, number>()
      return {
        ...b,
        members: (c) => {
          const users = b.members(c)
          if (!most.has(c.scope.id)) most.set(c.scope.id, users.filter((user) => !isNew(user)).length)
          return users.slice(0, most.get(c.scope.id))
        },
      }
    },
  ),
  list.plain(
    'profile-hides-invited',
    'shows-invited',
    'Under the own profile invited users are left out.',
    (b) => ({
      ...b,
      members: (c) => b.members(c).filter(({ status }) => !c.scope.parent || status !== 'invited'),
    }),
  ),
]
