/** GET /v3/users */
import { succeeded } from './answers.ts'
import type { Context } from './behaviour.ts'
import type { Answer } from './types.ts'

export function list(c: Context): Answer {
  const { members, renderUser, renderList, successStatus } = c.behaviour
  const users = members(c).map((user) => renderUser(user, c))
  return succeeded(successStatus.list, renderList(users, c), c)
}
