/** Faults of `PATCH /v3/users/{userId}` in which roles and ids it takes. */

import type { Context } from '../../../v3/behaviour.ts'
import {
  both,
  guard,
  hasStatus,
  inMember,
  isUuid,
  rewrite,
  show,
  toRefusal,
  toSuccess,
} from '../../../v3/mutator.ts'
import type { JsonObject, V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { update } from '../update.ts'

const inSmall = (role: unknown) => (typeof role === 'string' ? role.toLowerCase() : role)

/** Takes what is meant for another role. */
const taking = (meant: (role: unknown) => boolean, taken: string) =>
  guard('update', 'readInput', (c: Context, honest) => {
    honest()
    if (meant(c.input.role)) c.input = { ...c.input, role: taken }
  })

/** Answers bodies that are not valid otherwise. */
const badBody = (meant: (role: unknown) => boolean, status: number, code: string) =>
  rewrite(
    'update',
    (answer, seen) => answer.status === 400 && seen.input !== undefined && meant(seen.input.role),
    toRefusal(status, code),
  )

/** Removes, and keeps who was removed where changes of role still find them. */
const findingRemoved =
  (deed: (user: V3User, c: Context) => void): V3Fault['change'] =>
  (b) => {
    const removed = new Map<string, V3User>()
    return {
      ...b,
      applyRemoval: (user, c) => {
        removed.set(user.id, user)
        b.applyRemoval(user, c)
      },
      findUser: (c) => b.findUser(c) ?? (c.operation === 'update' ? removed.get(c.userId) : undefined),
      applyRole: (user, role, c) => {
        if (!removed.has(user.id)) return b.applyRole(user, role, c)
        const changed = b.simulateRole(user, role, c)
        deed(changed, c)
        return changed
      },
    }
  }

export const updateValidationFaults: V3Fault[] = [
  update(
    'removed-user-changed',
    'removed-user',
    'Who was removed gets another role, and stays away.',
    findingRemoved(() => undefined),
  ),
  update(
    'removed-user-back',
    'removed-user',
    'A change of role brings back who was removed.',
    findingRemoved((user, c) => c.scope.put(user)),
  ),
  update('removed-user-403', 'removed-user', 'Who was removed is answered with 403.', (b) => {
    const removed = new Set<string>()
    return {
      ...b,
      applyRemoval: (user, c) => {
        removed.add(user.id)
        b.applyRemoval(user, c)
      },
      answer: (answer, seen) => {
        const honest = b.answer(answer, seen)
        const isMeant = seen.operation === 'update' && honest.status === 404 && removed.has(seen.userId)
        return isMeant ? toRefusal(403, 'AUTH_004')(honest, seen) : honest
      },
    }
  }),
  update(
    'role-in-capitals-stored',
    ['role-lower-case', 'user-role'],
    'A role in capitals is taken as it is.',
    (b) => ({
      ...b,
      validateUpdate: (body) => b.validateUpdate({ ...body, role: inSmall(body.role) }),
    }),
  ),
  update(
    'role-in-capitals-shown',
    ['role-lower-case', 'user-role'],
    'A role in capitals is taken in lower case, and answered as it was asked for.',
    both(
      guard('update', 'readInput', (c, honest) => {
        honest()
        c.input = { ...c.input, role: inSmall(c.input.role) }
      }),
      show('update', (user, _, c) => {
        const asked = (JSON.parse(c.call.body.toString() || '{}') as JsonObject).role
        return inSmall(asked) === user.role ? { ...user, role: asked } : user
      }),
    ),
  ),
  update(
    'role-in-capitals-makes-admin',
    'role-lower-case',
    'A role in capitals makes an admin.',
    taking((role) => role === 'BILLING', 'admin'),
  ),
  update(
    'any-role-for-developer',
    'role-unknown-refused',
    'A role that nobody has is taken for developer.',
    taking((role) => role === 'emperor', 'developer'),
  ),
  update(
    'empty-role-taken',
    'role-unknown-refused',
    'An empty role is taken for developer.',
    taking((role) => role === '', 'developer'),
  ),
  update(
    'null-role-taken',
    'role-unknown-refused',
    'Null is taken for the role developer.',
    taking((role) => role === null, 'developer'),
  ),
  update(
    'number-taken',
    'role-unknown-refused',
    'A number is taken for a role.',
    taking((role) => typeof role === 'number', 'billing'),
  ),
  update(
    'list-taken',
    'role-unknown-refused',
    'A list of roles is taken for its first one.',
    taking(Array.isArray, 'admin'),
  ),
  update(
    'unknown-role-404',
    'role-unknown-refused',
    'A role that nobody has is answered with 404.',
    badBody((role) => role === 'emperor', 404, 'RESOURCE_006'),
  ),
  update(
    'unknown-role-500',
    ['role-unknown-refused', 'no-server-error'],
    'A number for a role is answered with 500.',
    badBody((role) => typeof role === 'number', 500, 'INTERNAL_001'),
  ),
  update(
    'field-not-named',
    'role-named',
    'The refusal of an unknown role names no field.',
    rewrite(
      'update',
      hasStatus(400),
      inMember('error', (error) => ({ ...error, details: null })),
    ),
  ),
  update(
    'owner-made-admin',
    'role-owner-refused',
    'Whoever is made an owner becomes an admin.',
    taking((role) => role === 'owner', 'admin'),
  ),
  update(
    'owner-in-capitals',
    'role-owner-refused',
    'Owner with a capital passes, and makes an admin.',
    taking((role) => role === 'Owner', 'admin'),
  ),
  update(
    'no-role-makes-developer',
    'role-missing-refused',
    'Without a role somebody becomes a billing user.',
    taking((role) => role === undefined, 'billing'),
  ),
  update(
    'no-role-404',
    'role-missing-refused',
    'Without a role the answer is 404.',
    badBody((role) => role === undefined, 404, 'RESOURCE_006'),
  ),
  update(
    'unknown-id-200',
    'unknown-user',
    'An unknown id is answered as changed.',
    rewrite(
      'update',
      hasStatus(404),
      toSuccess(200, ({ world }) => world.self),
    ),
  ),
  update(
    'unknown-id-403',
    'unknown-user',
    'An unknown id is answered with 403.',
    rewrite('update', hasStatus(404), toRefusal(403, 'AUTH_004')),
  ),
  update(
    'unknown-id-other-code',
    'unknown-user',
    'An unknown id has the code of an organization.',
    rewrite('update', hasStatus(404), toRefusal(404, 'RESOURCE_005')),
  ),
  update(
    'malformed-id-500',
    ['malformed-id', 'no-server-error'],
    'An id that is no UUID is answered with 500.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 404 && !isUuid(seen.userId),
      toRefusal(500, 'INTERNAL_001'),
    ),
  ),
  update(
    'malformed-id-200',
    'malformed-id',
    'An id that is no UUID is answered as changed.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 404 && !isUuid(seen.userId),
      toSuccess(200, ({ world }) => world.self),
    ),
  ),
]
