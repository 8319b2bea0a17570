/** Faults of `PATCH /v3/users/{userId}` in what a change of role does. */
import { hasStatus, rewrite, show, toEmpty, toRefusal, toStatus } from '../../../v3/mutator.ts'
import type { Role } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { changing, update } from '../update.ts'

const ok = hasStatus(200)

export const updateChangeFaults: V3Fault[] = [
  update('202', 'success-status', 'A change is answered with 202.', rewrite('update', ok, toStatus(202))),
  update(
    '204',
    'success-status',
    'A change is answered with 204 and no body.',
    rewrite('update', ok, toEmpty(204)),
  ),
  update(
    'admin-403',
    'success-status',
    'An admin may not change roles.',
    rewrite('update', ok, toRefusal(403, 'AUTH_004')),
  ),
  update('old-role-answered', 'role-answered', 'A change is answered with the role before it.', (b) => ({
    ...b,
    applyRole: (user, role, c) => {
      b.applyRole(user, role, c)
      return user
    },
  })),
  update(
    'another-user-answered',
    'rest-answered',
    'A change is answered with another address.',
    show('update', (user) => ({ ...user, email: `other.${String(user.email)}` })),
  ),
  update(
    'answered-as-active',
    'rest-answered',
    'A change is answered as if the invitation were accepted.',
    show('update', (user) => ({ ...user, status: 'active' })),
  ),
  update(
    'nothing-done',
    ['role-in-get', 'role-in-list'],
    'A change is answered but not made.',
    changing((user, role, c) => c.behaviour.simulateRole(user, role, c)),
  ),
  update(
    'admins-not-made',
    ['role-in-get', 'role-in-list'],
    'Whoever is made an admin is answered as one and becomes a developer.',
    changing((_, role, c, honest) => {
      const changed = honest()
      if (role === 'admin') c.scope.put({ ...changed, role: 'developer' })
      return changed
    }),
  ),
  update(
    'list-keeps-old-role',
    'role-in-list',
    'The list shows the role of the invitation for good.',
    (b) => {
      const first = new Map<string, Role>()
      return {
        ...b,
        applyRole: (user, role, c) => {
          if (!first.has(user.id)) first.set(user.id, user.role)
          return b.applyRole(user, role, c)
        },
        members: (c) => b.members(c).map((user) => ({ ...user, role: first.get(user.id) ?? user.role })),
      }
    },
  ),
  update('get-keeps-old-role', 'role-in-get', 'A read shows the role of the invitation for good.', (b) => {
    const first = new Map<string, Role>()
    return {
      ...b,
      applyRole: (user, role, c) => {
        if (!first.has(user.id)) first.set(user.id, user.role)
        return b.applyRole(user, role, c)
      },
      renderUser: (user, c) => {
        const shown = b.renderUser(user, c)
        return c.operation === 'get' ? { ...shown, role: first.get(user.id) ?? user.role } : shown
      },
    }
  }),
  update(
    'accepts-invitation',
    ['rest-kept', 'rest-answered'],
    'Whoever gets another role counts as active.',
    changing((_, __, c, honest) => {
      const changed = { ...honest(), status: 'active' as const }
      c.scope.put(changed)
      return changed
    }),
  ),
  update(
    'renames',
    ['rest-kept', 'rest-answered'],
    'The role stands in the name after a change.',
    changing((_, role, c, honest) => {
      const changed = honest()
      const renamed = { ...changed, name: `${changed.name} (${role})` }
      c.scope.put(renamed)
      return renamed
    }),
  ),
  update(
    'created-anew',
    ['rest-kept', 'rest-answered'],
    'created_at is the time of the change.',
    changing((_, __, c, honest) => {
      const changed = { ...honest(), created_at: c.world.clock.now() }
      c.scope.put(changed)
      return changed
    }),
  ),
  update(
    'everybody-changed',
    'others-kept',
    'Everybody invited gets the role.',
    changing((_, role, c, honest) => {
      const changed = honest()
      for (const other of c.scope.all()) if (other.status === 'invited') c.scope.put({ ...other, role })
      return changed
    }),
  ),
  update(
    'roles-swapped',
    'others-kept',
    'Somebody else gets the former role of whoever is changed.',
    changing((user, _, c, honest) => {
      const changed = honest()
      const other = c.scope.all().find((one) => one.id !== user.id && one.status === 'suspended')
      if (other) c.scope.put({ ...other, role: user.role === other.role ? 'developer' : user.role })
      return changed
    }),
  ),
  update(
    'updated-at-back',
    ['updated-at', 'timestamps-ordered'],
    'updated_at is a day earlier after a change.',
    changing((_, __, c, honest) => {
      const changed = { ...honest(), updated_at: c.world.clock.daysAgo(1) }
      c.scope.put(changed)
      return changed
    }),
  ),
  update(
    'same-role-500',
    ['same-role', 'no-server-error'],
    'The role that somebody has is answered with 500.',
    (b) => ({
      ...b,
      applyRole: (user, role, c) => {
        if (user.role === role) throw new Error('nothing to do')
        return b.applyRole(user, role, c)
      },
    }),
  ),
  update(
    'same-role-resets',
    'same-role',
    'Whoever is given the role that they have becomes a developer.',
    changing((user, role, c, honest) => {
      const changed = honest()
      if (user.role === role && role !== 'developer') c.scope.put({ ...changed, role: 'developer' })
      return changed
    }),
  ),
  update(
    'address-taken',
    'further-members',
    'An address in the body is taken over.',
    changing((_, __, c, honest) => {
      const changed = honest()
      const { email } = c.input
      if (typeof email !== 'string') return changed
      const other = { ...changed, email }
      c.scope.put(other)
      return other
    }),
  ),
  update(
    'status-taken',
    'further-members',
    'A status in the body is taken over.',
    changing((_, __, c, honest) => {
      const changed = honest()
      if (c.input.status !== 'active') return changed
      const other = { ...changed, status: 'active' as const }
      c.scope.put(other)
      return other
    }),
  ),
]
