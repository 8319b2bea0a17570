/** PATCH /v3/users/{userId} */
import { succeeded } from './answers.ts'
import type { Context } from './behaviour.ts'
import { targetOf } from './guards.ts'
import type { Answer, Role } from './types.ts'

export function update(c: Context): Answer {
  const { applyRole, simulateRole, renderUser, successStatus } = c.behaviour
  const change = c.sandbox ? simulateRole : applyRole
  const user = change(targetOf(c), c.input.role as Role, c)
  return succeeded(successStatus.update, renderUser(user, c), c)
}
