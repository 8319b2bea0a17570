/** Faults of `POST /v3/users` in how it judges a body. */

import { hasStatus, inMember, rewrite, toRefusal, type When, without } from '../v3/mutator.ts'
import { type JsonObject, ROLES } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const invite = faultsOf('invite')

const isRole = (value: unknown) => ROLES.some((role) => role === value)

const textOf = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)

const names = (answer: { body?: JsonObject }) => {
  const error = answer.body?.error as { details?: object | null } | null | undefined
  return Object.keys(error?.details ?? {})
}

const complains =
  (field: string, when: (seen: Parameters<When>[1]) => boolean = () => true): When =>
  (answer, seen) =>
    answer.status === 400 && names(answer).includes(field) && when(seen)

/** Takes no offence at one field, and repairs the input. */
function overlooking(
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

export const inviteValidationFaults: V3Fault[] = [
  invite('upper-case-role-stored', 'role-lower-case', 'A role in upper case is taken as it is.', (b) => ({
    ...b,
    validateInvite: (body) =>
      b.validateInvite({ ...body, role: textOf(body.role, '').toLowerCase() || body.role }),
  })),
  invite(
    'missing-role-stored-as-null',
    'role-lower-case',
    'Without a role somebody is invited with none.',
    overlooking('role', (input) => ({ ...input, role: input.role ?? null })),
  ),
  invite(
    'malformed-email-accepted',
    'email-malformed-refused',
    'Anything passes for an e-mail address.',
    (b) => ({
      ...b,
      validateInvite: (body) => {
        const details = b.validateInvite(body)
        return typeof body.email === 'string' && body.email !== ''
          ? (without(details, 'email') as typeof details)
          : details
      },
    }),
  ),
  invite(
    'malformed-email-dropped',
    'email-malformed-refused',
    'A malformed address is answered like a good one, and dropped.',
    (b) => ({
      ...b,
      validateInvite: (body) =>
        typeof body.email === 'string'
          ? (without(b.validateInvite(body), 'email') as ReturnType<typeof b.validateInvite>)
          : b.validateInvite(body),
      createUser: (c) => (b.validateInvite(c.input).email ? b.simulateUser(c) : b.createUser(c)),
    }),
  ),
  invite(
    'malformed-email-500',
    'email-malformed-refused no-server-error',
    'A malformed address is answered with 500.',
    rewrite('invite', complains('email'), toRefusal(500, 'INTERNAL_001')),
  ),
  invite(
    'malformed-email-409',
    'email-malformed-refused',
    'A malformed address is answered as a conflict.',
    rewrite(
      'invite',
      complains('email', (seen) => seen.input?.email !== undefined),
      toRefusal(409, 'RESOURCE_007'),
    ),
  ),
  invite(
    'missing-email-accepted',
    'email-missing-refused',
    'Without address somebody unknown is invited.',
    overlooking('email', (input) => ({ ...input, email: textOf(input.email, 'unknown@guests.example') })),
  ),
  invite(
    'missing-email-404',
    'email-missing-refused',
    'A missing address is answered with 404.',
    rewrite(
      'invite',
      complains('email', (seen) => seen.input?.email === undefined),
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  invite(
    'missing-name-accepted',
    'name-missing-refused',
    'Without name the address serves as name.',
    overlooking('name', (input) => ({ ...input, name: textOf(input.name, String(input.email)) })),
  ),
  invite(
    'missing-name-success-true',
    'name-missing-refused error-shape',
    'A missing name is answered with 400 and success true.',
    rewrite('invite', complains('name'), (answer) => ({
      ...answer,
      body: { ...answer.body, success: true },
    })),
  ),
  invite(
    'unknown-role-as-developer',
    'role-unknown-refused',
    'An unknown role is taken for developer.',
    overlooking('role', (input) => ({
      ...input,
      role: isRole(input.role) || input.role === 'owner' ? input.role : 'developer',
    })),
  ),
  invite('unknown-role-kept', 'role-unknown-refused', 'Any word passes for a role.', overlooking('role')),
  invite(
    'unknown-role-403',
    'role-unknown-refused',
    'An unknown role is answered with 403.',
    rewrite(
      'invite',
      complains('role', (seen) => seen.input?.role !== 'owner'),
      toRefusal(403, 'AUTH_004'),
    ),
  ),
  invite('owner-role-accepted', 'role-owner-refused', 'The owner role can be given.', (b) => ({
    ...b,
    validateInvite: (body) =>
      body.role === 'owner'
        ? (without(b.validateInvite(body), 'role') as ReturnType<typeof b.validateInvite>)
        : b.validateInvite(body),
  })),
  invite(
    'owner-role-as-admin',
    'role-owner-refused',
    'Who asks for the owner role gets the admin role.',
    (b) => ({
      ...b,
      readInput: (c) => {
        b.readInput(c)
        if (c.operation === 'invite' && c.input.role === 'owner') c.input = { ...c.input, role: 'admin' }
      },
    }),
  ),
  invite(
    'no-details',
    'validation-details',
    'A refused invitation does not say which field is bad.',
    rewrite(
      'invite',
      hasStatus(400),
      inMember('error', (error) => ({ ...error, details: null })),
    ),
  ),
  invite(
    'details-name-nothing',
    'validation-details',
    'details have one entry that is no field.',
    rewrite(
      'invite',
      hasStatus(400),
      inMember('error', (error) => ({ ...error, details: { body: ['Something is wrong.'] } })),
    ),
  ),
  invite(
    'details-under-other-name',
    'validation-details',
    'details call the address mail and the role rank.',
    rewrite(
      'invite',
      (answer) => answer.status === 400 && names(answer).length > 0,
      inMember('error', (error) => ({
        ...error,
        details: Object.fromEntries(
          Object.entries(error.details as object).map(([field, says]) => [
            { email: 'mail', role: 'rank' }[field] ?? `x-${field}`,
            says,
          ]),
        ),
      })),
    ),
  ),
]
