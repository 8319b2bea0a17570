/** Faults of v1: error bodies that are not as documented. */
import { bodyOf, lacksEmail, membersOf } from '../v1/body.ts'
import type { V1Answer, V1Context, V1Operation } from '../v1/types.ts'
import type { V1Fault } from './types.ts'
import { asWebPage, editAnswer, fault, type Members, without } from './v1-edits.ts'

/** One documented refusal. */
interface Refusal {
  /** Begins the names of its faults. */
  name: string
  operation: V1Operation
  status: number
  requirement: string
  /** A word that might stand there in another API. */
  otherWord: string
}

const REFUSALS: readonly Refusal[] = [
  {
    name: 'v1-create-invalid',
    operation: 'create',
    status: 400,
    requirement: 'v1.create.invalid-error',
    otherWord: 'bad_request',
  },
  {
    name: 'v1-create-conflict',
    operation: 'create',
    status: 409,
    requirement: 'v1.create.conflict-error',
    otherWord: 'duplicate',
  },
  {
    name: 'v1-get-not-found',
    operation: 'get',
    status: 404,
    requirement: 'v1.get.not-found-error',
    otherWord: 'user_not_found',
  },
  {
    name: 'v1-delete-not-found',
    operation: 'delete',
    status: 404,
    requirement: 'v1.delete.not-found-error',
    otherWord: 'NOT_FOUND',
  },
  {
    name: 'v1-delete-forbidden',
    operation: 'delete',
    status: 403,
    requirement: 'v1.delete.forbidden-error',
    otherWord: 'unauthorized',
  },
]

/** The ways in which an error body goes wrong. */
const WAYS: readonly [name: string, says: string, edit: (answer: V1Answer, refusal: Refusal) => V1Answer][] =
  [
    [
      'word',
      'has another word for `error`',
      (answer, { otherWord }) => bent(answer, (body) => ({ ...body, error: otherWord })),
    ],
    ['word-missing', 'has no `error`', (answer) => bent(answer, (body) => without(body, 'error'))],
    ['message-missing', 'has no `message`', (answer) => bent(answer, (body) => without(body, 'message'))],
    [
      'message-mistyped',
      'has a number for `message`',
      (answer, { status }) => bent(answer, (body) => ({ ...body, message: status })),
    ],
    [
      'nested',
      'is wrapped in `error`',
      (answer) => bent(answer, ({ error: code, message }) => ({ error: { code, message } })),
    ],
    ['empty', 'is empty', ({ status }) => ({ status })],
    [
      'as-text',
      'is plain text',
      ({ status }) => ({ status, headers: { 'content-type': 'text/plain' }, text: 'No.' }),
    ],
  ]

function bent(answer: V1Answer, edit: (body: Members) => Members): V1Answer {
  return { ...answer, body: edit(answer.body as Members) }
}

const systematic = REFUSALS.flatMap((refusal) =>
  WAYS.map(([way, says, edit]) =>
    fault(
      `${refusal.name}-${way}`,
      refusal.requirement,
      `The body of a ${refusal.status} on ${refusal.operation} ${says}.`,
      editAnswer(refusal.operation, refusal.status, (answer) => edit(answer, refusal)),
    ),
  ),
)

/** Bends the 400 of the bodies that `meant` likes. */
function onlyFor(
  meant: (members: Members, context: V1Context) => boolean,
  edit: (answer: V1Answer) => V1Answer,
) {
  return editAnswer('create', 400, (answer, context) =>
    meant(membersOf(context.call), context) ? edit(answer) : answer,
  )
}

/** Every fault of error bodies. */
export const V1_ERROR_FAULTS: V1Fault[] = [
  ...systematic,
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
  fault(
    'v1-create-broken-json-word',
    'v1.create.invalid-word',
    'Only for broken JSON is the word of the error another one.',
    onlyFor(
      (_members, { call }) => call.body.length > 0 && bodyOf(call) === undefined,
      (answer) => bent(answer, (body) => ({ ...body, error: 'parse_error' })),
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
    'v1-get-not-found-as-web-page',
    'v1.get.json',
    'The body of a 404 is labelled text/html.',
    editAnswer('get', 404, asWebPage),
  ),
  fault(
    'v1-delete-forbidden-as-web-page',
    'v1.delete.json',
    'The body of a 403 is labelled text/html.',
    editAnswer('delete', 403, asWebPage),
  ),
  ...(['get', 'delete'] as const).map((operation) =>
    fault(
      `v1-${operation}-unauthorized-other-shape`,
      `v1.${operation}.recommended-shape`,
      `The 401 of ${operation} is JSON of another shape than documented errors have.`,
      editAnswer(operation, 401, (answer) => ({ ...answer, body: { errors: [{ code: 'token' }] } })),
    ),
  ),
  fault(
    'v1-create-content-type-other-shape',
    'v1.create.recommended-shape',
    'The refusal of a content type is JSON of another shape than documented errors have.',
    editAnswer('create', 415, (answer) => ({ ...answer, body: { errors: [{ code: 'type' }] } })),
  ),
  fault(
    'v1-delete-not-found-message-empty',
    'v1.delete.not-found-error',
    'The message of a 404 is empty.',
    editAnswer('delete', 404, (answer) => bent(answer, (body) => ({ ...body, message: '' }))),
  ),
]
