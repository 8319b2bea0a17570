/** Faults of `POST /api/v1/users` in what every answer carries: label, meta, headers. */
import { asWebPage, editAnswer, editBody, everyThird, type Members, without } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { onlyFor } from '../create.ts'
import { bent, errorBodies } from '../errors.ts'
import { fault } from '../fault.ts'

const SHAPE = 'v1.create.shape'

const STATUS = 'v1.create.status-201'

const WRONG: Members = {
  id: null,
  email: 7,
  name: false,
  role: ['member'],
  status: 0,
  created_at: 1_705_314_600,
}

export const createAnswersFaults: V1Fault[] = [
  ...errorBodies({
    name: 'v1-create-invalid',
    operation: 'create',
    status: 400,
    requirement: 'v1.create.invalid-error',
    otherWord: 'bad_request',
  }),
  ...errorBodies({
    name: 'v1-create-conflict',
    operation: 'create',
    status: 409,
    requirement: 'v1.create.conflict-error',
    otherWord: 'duplicate',
  }),
  ...[200, 202].map((status) =>
    fault(
      `v1-create-status-${status}`,
      STATUS,
      `A creation is answered with ${status}.`,
      editAnswer('create', 201, (answer) => ({ ...answer, status })),
    ),
  ),
  fault(
    'v1-create-every-third-200',
    STATUS,
    'Every third creation is answered with 200.',
    editAnswer('create', 201, (answer, context) =>
      everyThird(context) ? { ...answer, status: 200 } : answer,
    ),
  ),
  fault(
    'v1-create-empty',
    SHAPE,
    'A creation is answered without a body.',
    editAnswer('create', 201, ({ status }) => ({ status })),
  ),
  fault(
    'v1-create-wrapped',
    SHAPE,
    'The new user is wrapped in `data`.',
    editBody('create', 201, (data) => ({ data })),
  ),
  fault(
    'v1-create-array',
    SHAPE,
    'The new user is answered in an array.',
    editBody('create', 201, (user) => [user]),
  ),
  fault(
    'v1-create-as-web-page',
    'v1.create.json',
    'The new user is labelled text/html.',
    editAnswer('create', 201, asWebPage),
  ),
  ...Object.keys(WRONG).map((member) =>
    fault(
      `v1-create-${member.replace('_', '-')}-missing`,
      SHAPE,
      `The new user has no \`${member}\`.`,
      editBody('create', 201, (user) => without(user, member)),
    ),
  ),
  ...Object.entries(WRONG).map(([member, value]) =>
    fault(
      `v1-create-${member.replace('_', '-')}-mistyped`,
      SHAPE,
      `\`${member}\` of the new user has the wrong type.`,
      editBody('create', 201, (user) => ({ ...user, [member]: value })),
    ),
  ),
  fault(
    'v1-create-date-only',
    SHAPE,
    '`created_at` of a new user is a day without a time.',
    editBody('create', 201, (user) => ({ ...user, created_at: String(user.created_at).slice(0, 10) })),
  ),
  fault(
    'v1-create-empty-address-word',
    'v1.create.invalid-word',
    'Only for an empty e-mail address is the word of the error another one.',
    onlyFor(
      ({ email }) => email === '',
      (answer) => bent(answer, (body) => ({ ...body, error: 'empty_value' })),
    ),
  ),
  fault(
    'v1-create-email-null-word',
    'v1.create.invalid-word',
    'Only for a null e-mail address is the word of the error another one.',
    onlyFor(
      ({ email }) => email === null,
      (answer) => bent(answer, (body) => ({ ...body, error: 'null_value' })),
    ),
  ),
  fault(
    'v1-create-content-type-other-shape',
    'v1.create.recommended-shape',
    'The refusal of a content type is JSON of another shape than documented errors have.',
    editAnswer('create', 415, (answer) => ({ ...answer, body: { errors: [{ code: 'type' }] } })),
  ),
]
