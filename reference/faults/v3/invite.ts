/** What faults of `POST /v3/users` are made of. */

import type { Context, V3Change } from '../../v3/behaviour.ts'
import type { When } from '../../v3/mutator.ts'
import type { JsonObject, V3User } from '../../v3/types.ts'
import type { V3Fault } from '../types.ts'
import { faultsOf } from './fault.ts'

export const invite = faultsOf('invite')

export function parsed(c: Context): JsonObject {
  try {
    return JSON.parse(c.call.body.toString()) as JsonObject
  } catch {
    return {}
  }
}

export const textOf = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)

export const names = (answer: { body?: JsonObject }) => {
  const error = answer.body?.error as { details?: object | null } | null | undefined
  return Object.keys(error?.details ?? {})
}

export const complains =
  (field: string, when: (seen: Parameters<When>[1]) => boolean = () => true): When =>
  (answer, seen) =>
    answer.status === 400 && names(answer).includes(field) && when(seen)

/** Takes no offence at one field, and repairs the input. */
export function overlooking(
  field: string,
  repair: (input: JsonObject) => JsonObject = (input) => input,
): V3Fault['change'] {
  return (b) => ({
    ...b,
    validateInvite: (body) => {
      const { [field]: _, ...details } = b.validateInvite(body)
      return details
    },
    createUser: (c) => {
      c.input = repair(c.input)
      return b.createUser(c)
    },
  })
}

/** Keeps somebody else than was asked for; the answer shows who is kept, or who was asked for. */
export function keeping(shows: 'kept' | 'asked', change: (user: V3User, c: Context) => V3User): V3Change {
  return (b) => ({
    ...b,
    createUser: (c) => {
      const asked = b.createUser(c)
      const kept = change(asked, c)
      if (kept === asked) return asked
      c.scope.delete(asked)
      c.scope.put(kept)
      return shows === 'kept' ? kept : asked
    },
  })
}
