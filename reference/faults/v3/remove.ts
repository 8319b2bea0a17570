/** What faults of `DELETE /v3/users/{userId}` are made of. */

import type { Arrival, Context, V3Change } from '../../v3/behaviour.ts'
import { rewrite, type When } from '../../v3/mutator.ts'
import type { V3User } from '../../v3/types.ts'
import type { V3Fault } from '../types.ts'
import { faultsOf } from './fault.ts'

export const remove = faultsOf('remove')

export const ofSelf: When = (answer, seen) => answer.status === 400 && seen.userId === seen.world.self.id

export const isKnown = (a: Arrival) => a.world.accounts.has(a.call.headers['x-api-key'] ?? '')

export const asksSandbox = (a: Arrival) => a.call.body.includes('true')

export const simulated: When = (answer, seen) => answer.status < 300 && seen.sandbox === true

/** Leaves something behind where a removal is simulated. */
export function leaving(deed: (user: V3User, c: Context) => void): V3Fault['change'] {
  return (b) => ({ ...b, simulateRemoval: deed })
}

/** Does something else where a user is to be removed for real. */
export function removing(deed: (user: V3User, c: Context, honest: () => void) => void): V3Fault['change'] {
  return (b) => ({ ...b, applyRemoval: (user, c) => deed(user, c, () => b.applyRemoval(user, c)) })
}

/** Remembers the addresses of removed users, and changes what is done with whoever has one of them. */
export function knowingReturned(change: (isBack: (user: V3User) => boolean) => V3Change): V3Change {
  return (b) => {
    const gone = new Set<string>()
    const changed = change(({ email }) => gone.has(email))(b)
    return {
      ...changed,
      applyRemoval: (user: V3User, c: Context) => {
        changed.applyRemoval(user, c)
        gone.add(user.email)
      },
    }
  }
}

/** Remembers whom it removed, and answers a second removal differently. */
export function secondTime(edit: Parameters<typeof rewrite>[2], meant: When = () => true): V3Fault['change'] {
  return (b) => {
    const removed = new Set<string>()
    const edited = rewrite(
      'remove',
      (answer, seen) => answer.status === 404 && removed.has(seen.userId) && meant(answer, seen),
      edit,
    )(b)
    return {
      ...edited,
      applyRemoval: (user, c) => {
        removed.add(user.id)
        b.applyRemoval(user, c)
      },
    }
  }
}
