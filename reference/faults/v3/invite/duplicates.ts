/** Faults of `POST /v3/users` where the address is taken already. */
import { guard, rewrite, toRefusal, toSuccess, type When } from '../../../v3/mutator.ts'
import type { V3Fault } from '../../types.ts'
import { invite } from '../invite.ts'

const again: When = (answer) => answer.status === 409

export const inviteDuplicatesFaults: V3Fault[] = [
  invite(
    'duplicate-kept',
    'duplicate-one-entry',
    'The same address may be invited again and again.',
    guard('invite', 'refuseDuplicate', () => undefined),
  ),
  invite(
    'duplicate-refused-but-kept',
    'duplicate-one-entry',
    'A second invitation is refused and entered nevertheless.',
    guard('invite', 'refuseDuplicate', (c, honest) => {
      try {
        honest()
      } catch (refusal) {
        c.behaviour.createUser(c)
        throw refusal
      }
    }),
  ),
  invite(
    'duplicate-405',
    'duplicate-answer',
    'A second invitation is answered with 405.',
    rewrite('invite', again, toRefusal(405, 'RESOURCE_006')),
  ),
  invite(
    'duplicate-500',
    ['duplicate-answer', 'no-server-error'],
    'A second invitation is answered with 500.',
    rewrite('invite', again, toRefusal(500, 'INTERNAL_001')),
  ),
  invite(
    'duplicate-null',
    'duplicate-answer',
    'A second invitation is answered with 200 and null.',
    rewrite(
      'invite',
      again,
      toSuccess(200, () => null),
    ),
  ),
]
