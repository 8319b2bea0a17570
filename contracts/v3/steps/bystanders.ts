/**
 * Everybody who is not meant by a forbidden removal, and not the run's: they must be there afterwards as they were
 * before. People come and go, so that a difference counts only where nobody had come or gone since the run began.
 */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Answer } from '../../../model/answer.ts'
import { changedMembers, idOf } from '../../../model/user.ts'
import { byIdMap, usersOf, type V3User } from '../client/user.ts'

/** What tells that a person was touched: the owner may sign in and change profile data meanwhile. */
export const KEPT_MEMBERS = ['id', 'email', 'name', 'role', 'status'] as const

/** Somebody who was not meant, before and after. */
export interface Bystander {
  before: V3User
  /** Undefined where they are gone. */
  after: V3User | undefined
}

/**
 * The first bystander who is not as before.
 * @param start the list of the same scope when the run began
 * @param meant id of whose removal was asked for
 */
export function touchedBystander(
  guard: Guard,
  meant: string,
  start: Answer,
  before: Answer,
  after: Answer,
): Bystander | undefined {
  const [first, then, now] = [start, before, after].map(usersOf)
  if (!first || !then || !now) return undefined
  const strangers = (users: readonly V3User[]): V3User[] =>
    users.filter((user) => {
      const id = idOf(user)
      return id !== undefined && id !== meant && guard.isForeign(id)
    })
  const [known, later] = [byIdMap(strangers(first)), byIdMap(strangers(now))]
  const watched = strangers(then)
  const isCalm =
    watched.length === known.size &&
    watched.every((user) => changesIn(known.get(idOf(user) ?? ''), user).length === 0)
  if (!isCalm) return undefined
  const touched = watched.find((user) => changesIn(later.get(idOf(user) ?? ''), user).length > 0)
  return touched && { before: touched, after: later.get(idOf(touched) ?? '') }
}

function changesIn(one: V3User | undefined, other: V3User): string[] {
  return one === undefined ? ['id'] : changedMembers(one, other, KEPT_MEMBERS)
}
