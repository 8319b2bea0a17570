/** Forms of `POST /v3/users` where a removed user is invited again. */
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import type { V3User } from '../../../v3/types.ts'
import type { V3Form } from '../../types.ts'
import { formsOf } from '../fault.ts'

const invite = formsOf('invite')

/** Remembers who was removed, by address. */
function knowingRemoved(
  create: (former: V3User | undefined, c: Context, honest: () => V3User) => V3User,
): V3Change {
  return (b) => {
    const removed = new Map<string, V3User>()
    return {
      ...b,
      applyRemoval: (user, c) => {
        removed.set(user.email.toLowerCase(), user)
        b.applyRemoval(user, c)
      },
      createUser: (c) => create(removed.get(String(c.input.email).toLowerCase()), c, () => b.createUser(c)),
    }
  }
}

function replaced(user: V3User, changes: Partial<V3User>, c: Context): V3User {
  c.scope.delete(user)
  const changed = { ...user, ...changes }
  c.scope.put(changed)
  return changed
}

const AGAIN = 'invited-again'

export const inviteInvitationAgainForms: V3Form[] = [
  invite.sequence(
    'again-with-former-role',
    'listed',
    'A removed user who is invited again has the role of before.',
    knowingRemoved((former, c, honest) => {
      const user = honest()
      return former ? replaced(user, { role: former.role }, c) : user
    }),
    AGAIN,
  ),
  invite.sequence(
    'again-active',
    'status-invited',
    'A removed user who is invited again is active at once.',
    knowingRemoved((former, c, honest) => {
      const user = honest()
      return former ? replaced(user, { status: 'active' }, c) : user
    }),
    AGAIN,
  ),
  invite.sequence(
    'again-with-former-name',
    'echo',
    'A removed user who is invited again has the name of before.',
    knowingRemoved((former, c, honest) => {
      const user = honest()
      return former ? replaced(user, { name: former.name }, c) : user
    }),
    AGAIN,
  ),
  invite.sequence(
    'again-not-listed',
    'listed',
    'A removed user who is invited again is answered but not kept.',
    knowingRemoved((former, c, honest) => (former ? c.behaviour.simulateUser(c) : honest())),
    AGAIN,
  ),
  invite.sequence(
    'again-500',
    ['success-status', 'no-server-error'],
    'A removed user who is invited again is answered with 500.',
    knowingRemoved((former, _, honest) => {
      if (former) throw new Error('This address was in use before.')
      return honest()
    }),
    AGAIN,
  ),
  invite.sequence(
    'again-with-former-times',
    'times-current',
    'A removed user who is invited again has the times of before.',
    knowingRemoved((former, c, honest) => {
      const user = honest()
      const long = new Date(Date.now() - 86_400_000).toISOString()
      return former ? replaced(user, { invited_at: long, created_at: long }, c) : user
    }),
    AGAIN,
  ),
]
