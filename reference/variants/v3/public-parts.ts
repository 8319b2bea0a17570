/** What the variants around public pages are made of. */
import type { Arrival } from '../../v3/behaviour.ts'
import type { When } from '../../v3/mutator.ts'

export const ofSelf: When = (answer, seen) => answer.status === 400 && seen.userId === seen.world.self.id
export const ofLastAdmin: When = (answer, seen) =>
  answer.status === 400 && seen.world.profile.activeAdmins()[0]?.id === seen.userId
export const simulated: When = (answer, seen) => answer.status < 300 && seen.sandbox === true
/** The key for replays of a call. */
export const withKey = (a: Arrival): string | undefined => a.call.headers['idempotency-key']
