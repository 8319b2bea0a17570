/** Forms of `GET /v3/users` in whom it lists: after what, and how often. */
import { everyNth } from '../../../frequency.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'

const list = formsOf('list')

const invited = (user: V3User) => user.status === 'invited'
const NEW_MS = 3_600_000
const isNew = (user: V3User) => Date.parse(user.created_at) > Date.now() - NEW_MS

export const listUsersRepeatedForms: V3Form[] = [
  list.sequence(
    'one-invitation-late',
    'shows-invited',
    'Who was invited last is listed only after the next invitation.',
    (b) => {
      const newest = new Map<string, string>()
      return {
        ...b,
        createUser: (c) => {
          const user = b.createUser(c)
          newest.set(c.scope.id, user.id)
          return user
        },
        members: (c) => b.members(c).filter(({ id }) => id !== newest.get(c.scope.id)),
      }
    },
  ),
  list.sequence(
    'invited-shown-once',
    'shows-invited',
    'Who is invited is listed once, and then no more.',
    (b) => {
      const shown = new Map<string, number>()
      return {
        ...b,
        members: (c) =>
          b.members(c).filter((user) => {
            if (!invited(user) || !isNew(user)) return true
            const times = (shown.get(user.id) ?? 0) + 1
            shown.set(user.id, times)
            return times < 4
          }),
      }
    },
  ),
  list.sequence(
    'removed-comes-back',
    ['removed-absent', 'v3.remove.gone-from-list'],
    'Who was removed is listed again after the next invitation.',
    (b) => {
      const removed: V3User[] = []
      let back: V3User[] = []
      return {
        ...b,
        applyRemoval: (user, c) => {
          if (c.scope === c.world.organization) removed.push(user)
          b.applyRemoval(user, c)
        },
        createUser: (c) => {
          back = removed.slice()
          return b.createUser(c)
        },
        members: (c) => [
          ...b.members(c),
          ...(c.scope === c.world.organization ? back.filter(({ id }) => !c.scope.find(id)) : []),
        ],
      }
    },
  ),
  list.sequence(
    'removed-comes-back-after-reads',
    ['removed-absent', 'v3.remove.gone-from-list'],
    'Who was removed is off the list for three calls, and then back.',
    (b) => {
      const removed = new Map<V3User, number>()
      return {
        ...b,
        applyRemoval: (user, c) => {
          if (c.scope === c.world.organization) removed.set(user, 0)
          b.applyRemoval(user, c)
        },
        members: (c) => {
          const back = [...removed].filter(([, reads]) => reads >= 3).map(([user]) => user)
          if (c.scope !== c.world.organization) return b.members(c)
          for (const [user, reads] of removed) removed.set(user, reads + 1)
          return [...b.members(c), ...back]
        },
      }
    },
  ),
  ...[5, 10].map((n) =>
    list.rare(
      `misses-newest-every-${n === 5 ? 'fifth' : 'tenth'}-time`,
      'shows-invited',
      `Every ${n === 5 ? 'fifth' : 'tenth'} list leaves out who was invited last.`,
      (b) => {
        const now = everyNth(n)
        return {
          ...b,
          members: (c) => {
            const users = b.members(c)
            return now() && users.some(isNew) ? users.slice(0, -1) : users
          },
        }
      },
    ),
  ),
  list.rare('empty-every-seventh-time', 'shows-active', 'Every seventh list is empty.', (b) => {
    const seventh = everyNth(7)
    return { ...b, members: (c) => (seventh() ? [] : b.members(c)) }
  }),
  list.rare(
    'misses-caller-every-fifth-time',
    'shows-active',
    'Every fifth list leaves out the caller.',
    (b) => {
      const fifth = everyNth(5)
      return {
        ...b,
        members: (c) => {
          const left = fifth()
          return b.members(c).filter(({ email }) => !left || email !== c.account.email)
        },
      }
    },
  ),
  list.sequence(
    'profile-keeps-removed',
    'removed-absent',
    'Under the own profile removed users stay on the list.',
    (b) => {
      const removed: ReturnType<typeof b.members> = []
      return {
        ...b,
        applyRemoval: (user, c) => {
          if (c.scope === c.world.profile) removed.push(user)
          b.applyRemoval(user, c)
        },
        members: (c) => [...b.members(c), ...(c.scope === c.world.profile ? removed : [])],
      }
    },
  ),
]
