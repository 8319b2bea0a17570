/** Faults of `PATCH /v3/users/{userId}` in which roles and ids it takes. */

import type { Context } from '../../../v3/behaviour.ts'
import { guard, hasStatus, inMember, isUuid, rewrite, toRefusal, toSuccess } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { update } from '../update.ts'

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

export const updateValidationFaults: V3Fault[] = [
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
