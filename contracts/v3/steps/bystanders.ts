/**
 * Everybody who is not meant by a forbidden removal, and not the run's: they must be there afterwards. People come and go, so that it counts only where
 * nobody had come, gone or changed since the run began.
 */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Answer } from '../../../model/answer.ts'
import { changedMembers, idOf } from '../../../model/user.ts'
import { byIdMap, usersOf, type V3User } from '../client/user.ts'

/** What tells that a person was touched: the owner may sign in and change profile data meanwhile. */
export const KEPT_MEMBERS = ['id', 'email', 'name', 'role', 'status'] as const

/**
 * A bystander who is gone. That somebody's role has changed says less: roles are given while a run goes on.
 * @param start the list of the same scope when the run began
 * @param meant id of whose removal was asked for
 */
export function goneBystander(
  guard: Guard,
  meant: string,
  start: Answer,
  before: Answer,
  after: Answer,
): V3User | undefined {
  const [first, then, now] = [start, before, after].map(usersOf)
  if (!first || !then || !now) return undefined
  const strangers = (users: readonly V3User[]): V3User[] =>
    users.filter((user) => {
      const id = idOf(user)
      return id !== undefined && id !== meant && guard.isForeign(id)
    })
  const [known, watched, later] = [byIdMap(strangers(first)), strangers(then), byIdMap(strangers(now))]
  const isCalm =
    watched.length === known.size &&
    watched.every(
      (user) => changedMembers(known.get(idOf(user) ?? '') ?? {}, user, KEPT_MEMBERS).length === 0,
    )
  return isCalm ? watched.find((user) => !later.has(idOf(user) ?? '')) : undefined
}
