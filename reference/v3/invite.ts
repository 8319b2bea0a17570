/** POST /v3/users */
import { succeeded } from './answers.ts'
import type { Context } from './behaviour.ts'
import type { Answer } from './types.ts'

export function invite(c: Context): Answer {
  const { createUser, simulateUser, renderUser, successStatus } = c.behaviour
  const user = c.sandbox ? simulateUser(c) : createUser(c)
  return succeeded(successStatus.invite, renderUser(user, c), c)
}
