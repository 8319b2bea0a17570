/** What faults of `PATCH /v3/users/{userId}` are made of. */
import type { Arrival, Context, V3Change } from '../../v3/behaviour.ts'
import type { When } from '../../v3/mutator.ts'
import type { Role, V3User } from '../../v3/types.ts'
import { faultsOf } from './fault.ts'

export const update = faultsOf('update')

/** Does something else where a role is to be changed for real. */
export function changing(
  deed: (user: V3User, role: Role, c: Context, honest: () => V3User) => V3User,
): V3Change {
  return (b) => ({
    ...b,
    applyRole: (user, role, c) => deed(user, role, c, () => b.applyRole(user, role, c)),
  })
}

/** Leaves something behind where a change is simulated. */
export function leaving(deed: (user: V3User, role: Role, c: Context) => void): V3Change {
  return (b) => ({
    ...b,
    simulateRole: (user, role, c) => {
      if (c.sandbox) deed(user, role, c)
      return b.simulateRole(user, role, c)
    },
  })
}

/** Gives the user of the path the role that was asked for, whatever stands against it. */
export function changeAnyhow(a: Arrival): void {
  const role = (JSON.parse(a.call.body.toString() || '{}') as { role?: Role }).role ?? 'billing'
  for (const scope of [a.world.organization, a.world.profile]) {
    const user = scope.find(a.userId)
    if (user) scope.put({ ...user, role })
  }
}

export const asksSandbox = (a: Arrival) => a.call.body.includes('true')
export const isKnown = (a: Arrival) => a.world.accounts.has(a.call.headers['x-api-key'] ?? '')
export const ofSelf: When = (answer, seen) => answer.status === 400 && seen.userId === seen.world.self.id
export const ofLastAdmin: When = (answer, seen) =>
  answer.status === 400 && seen.world.profile.activeAdmins()[0]?.id === seen.userId
export const simulated: When = (answer, seen) => answer.status < 300 && seen.sandbox === true
