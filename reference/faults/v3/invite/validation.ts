/** Faults of `POST /v3/users` in how it judges the role, and what it says of a bad body. */

import type { Context } from '../../../v3/behaviour.ts'
import {
  hasStatus,
  inMember,
  profileKind,
  refuseButDo,
  rewrite,
  toRefusal,
  without,
} from '../../../v3/mutator.ts'
import { ROLES, type V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { complains, invite, names, overlooking, parsed, textOf } from '../invite.ts'

const isRole = (value: unknown) => ROLES.some((role) => role === value)

/** Enters somebody under the address of a refused call. */
function enter(c: Context): void {
  const input = { email: 'somebody@guests.example', name: 'Somebody', role: 'developer', ...parsed(c) }
  const user: V3User = c.behaviour.simulateUser({ ...c, input })
  c.scope.put({ ...user, role: isRole(user.role) ? user.role : 'developer' })
}

/** Members that nobody takes offence at. */
const SOUND = { email: 'somebody@guests.example', name: 'Somebody', role: 'developer' }

/** Rules that are forgotten in a profile: the member, the requirement without its end, and what then passes. */
const IN_PROFILE = [
  ['email', 'email-missing', 'In a profile no address is needed.', (value) => value === undefined],
  ['name', 'name-missing', 'In a profile no name is needed.', (value) => value === undefined],
  ['role', 'role-owner', 'In a profile the owner role can be given.', (value) => value === 'owner'],
] as const satisfies [keyof typeof SOUND, string, string, (value: unknown) => boolean][]

export const inviteValidationFaults: V3Fault[] = [
  invite(
    'developer-refused-but-done',
    'refused-creates-nothing',
    'Who may not invite is refused, and the user is entered.',
    refuseButDo('invite', 'checkPermission', enter),
  ),
  invite(
    'invalid-refused-but-done',
    'refused-creates-nothing',
    'An invitation with an unknown role is refused, and the user is entered.',
    refuseButDo('invite', 'checkInput', (c) => {
      if (c.input.email !== undefined && !c.behaviour.validateInvite(c.input).email) enter(c)
    }),
  ),
  invite(
    'malformed-email-refused-but-done',
    ['refused-creates-nothing', 'v3.list.user-fields'],
    'A malformed address is refused, and entered.',
    refuseButDo('invite', 'checkInput', (c) => {
      if (c.behaviour.validateInvite(c.input).email && c.input.email !== undefined) enter(c)
    }),
  ),
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
  ...IN_PROFILE.map(([field, slug, says, meant]) =>
    invite(`${slug}-in-profile`, `${slug}-refused`, says, (b) => ({
      ...b,
      checkInput: (c) => {
        const inProfile = c.operation === 'invite' && profileKind(c) === 'own' && meant(c.input[field])
        if (!inProfile) b.checkInput(c)
        else b.checkInput({ ...c, input: { ...c.input, [field]: SOUND[field] } })
      },
    })),
  ),
]
