/** GET /v3/users/{userId} */
import { succeeded } from './answers.ts'
import type { Context } from './behaviour.ts'
import { targetOf } from './guards.ts'
import type { Answer } from './types.ts'

export function get(c: Context): Answer {
  const user = targetOf(c)
  return succeeded(c.behaviour.successStatus.get, c.behaviour.renderUser(user, c), c)
}
