/** Faults of `DELETE /api/v1/users/{id}` in what every answer carries: label, meta, headers. */
import { replace } from '../../../v1/behaviour.ts'
import { forbidden } from '../../../v1/honest.ts'
import { asWebPage, editAnswer, everyThird } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { bent, errorBodies } from '../errors.ts'
import { fault } from '../fault.ts'

const DONE = 'v1.delete.status-204'

const WITH_BODY = { status: 200, body: { deleted: true } }

export const deleteAnswersFaults: V1Fault[] = [
  ...errorBodies({
    name: 'v1-delete-not-found',
    operation: 'delete',
    status: 404,
    requirement: 'v1.delete.not-found-error',
    otherWord: 'NOT_FOUND',
  }),
  ...errorBodies({
    name: 'v1-delete-forbidden',
    operation: 'delete',
    status: 403,
    requirement: 'v1.delete.forbidden-error',
    otherWord: 'unauthorized',
  }),
  fault(
    'v1-delete-200-with-body',
    [DONE, 'v1.delete.no-body'],
    'A removal is answered with 200 and a body.',
    editAnswer('delete', 204, () => WITH_BODY),
  ),
  fault(
    'v1-delete-200-empty',
    DONE,
    'A removal is answered with 200 without a body.',
    editAnswer('delete', 204, () => ({ status: 200 })),
  ),
  fault(
    'v1-delete-202',
    DONE,
    'A removal is answered with 202.',
    editAnswer('delete', 204, () => ({ status: 202 })),
  ),
  fault(
    'v1-delete-every-third-200',
    DONE,
    'Every third removal is answered with 200 and a body.',
    editAnswer('delete', 204, (answer, context) => (everyThird(context) ? WITH_BODY : answer)),
  ),
  fault(
    'v1-delete-done-but-404',
    DONE,
    'A removal happens, but is answered with 404.',
    editAnswer('delete', 204, () => ({
      status: 404,
      body: { error: 'not_found', message: 'Nobody is there' },
    })),
  ),
  fault(
    'v1-delete-done-but-500',
    DONE,
    'A removal happens, but is answered with 500.',
    editAnswer('delete', 204, () => ({
      status: 500,
      body: { error: 'internal_error', message: 'Something broke' },
    })),
  ),
  {
    ...fault(
      'v1-delete-always-forbidden',
      DONE,
      'Nobody may remove users, whatever the token.',
      replace({
        mayDelete: () => {
          throw forbidden('Nobody may do this')
        },
      }),
    ),
    told: true as const,
  },
  fault(
    'v1-delete-forbidden-as-web-page',
    'v1.delete.json',
    'The body of a 403 is labelled text/html.',
    editAnswer('delete', 403, asWebPage),
  ),
  fault(
    'v1-delete-not-found-message-empty',
    'v1.delete.not-found-error',
    'The message of a 404 is empty.',
    editAnswer('delete', 404, (answer) => bent(answer, (body) => ({ ...body, message: '' }))),
  ),
  fault(
    'v1-delete-unauthorized-other-shape',
    'v1.delete.recommended-shape',
    'The 401 of delete is JSON of another shape than documented errors have.',
    editAnswer('delete', 401, (answer) => ({ ...answer, body: { errors: [{ code: 'token' }] } })),
  ),
]
