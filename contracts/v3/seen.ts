/** Looks at answers that must be readable before anybody's absence means something. */
import { unseenThrough } from '../../language/matchers/adapter.ts'
import type { Answer } from '../../model/answer.ts'
import { usersOf, type V3User } from './client/user.ts'

/** @throws Inconclusive where the answer is no list of users: that is for the list to answer for */
export function usersSeen(list: Answer): V3User[] {
  const users = usersOf(list)
  if (users === undefined) throw unseenThrough(list)
  return users
}
