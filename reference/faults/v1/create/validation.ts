/** Faults of `POST /api/v1/users` in how it refuses a bad body. */
import { lacksEmail } from '../../../v1/body.ts'
import type { V1Fault } from '../../types.ts'
import { onlyFor } from '../create.ts'
import { fault } from '../fault.ts'

export const createValidationFaults: V1Fault[] = [
  fault(
    'v1-create-email-missing-422',
    'v1.create.email-required',
    'A missing e-mail address is refused with 422.',
    onlyFor(
      (_members, { call }) => lacksEmail(call),
      (answer) => ({ ...answer, status: 422 }),
    ),
  ),
  fault(
    'v1-create-email-missing-409',
    'v1.create.email-required',
    'A missing e-mail address is refused with 409.',
    onlyFor(
      (_members, { call }) => lacksEmail(call),
      (answer) => ({ ...answer, status: 409 }),
    ),
  ),
]
