/** DELETE /v3/users/{userId} */

import type { Context } from './behaviour.ts'
import type { Answer } from './types.ts'

export function remove(c: Context): Answer {
  const { applyRemoval, findUser, simulateRemoval, successStatus } = c.behaviour
  const user = findUser(c)
  if (user && c.sandbox) simulateRemoval(user, c)
  if (user && !c.sandbox) applyRemoval(user, c)
  return { status: successStatus.remove, headers: {} }
}
