/** Faults of `POST /v3/users` in how it judges address and name. */
import { rewrite, toRefusal, without } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { complains, invite, overlooking, textOf } from '../invite.ts'

export const inviteValidationTextFaults: V3Fault[] = [
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
    ['email-malformed-refused', 'no-server-error'],
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
    ['name-missing-refused', 'error-shape'],
    'A missing name is answered with 400 and success true.',
    rewrite('invite', complains('name'), (answer) => ({
      ...answer,
      body: { ...answer.body, success: true },
    })),
  ),
]
