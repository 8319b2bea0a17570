/** Faults of v1 error bodies, alike for every documented refusal. */
import type { RequirementId } from '../../../model/requirement-ids.ts'
import { editAnswer, type Members, without } from '../../v1/mutator.ts'
import type { V1Answer, V1Operation } from '../../v1/types.ts'
import type { V1Fault } from '../types.ts'
import { fault } from './fault.ts'

/** One documented refusal. */
interface DocumentedRefusal {
  /** Begins the names of its faults. */
  name: string
  operation: V1Operation
  status: number
  requirement: RequirementId
  /** A word that might stand there in another API. */
  otherWord: string
}

/** The ways in which an error body goes wrong. */
const WAYS: readonly [
  name: string,
  says: string,
  edit: (answer: V1Answer, refusal: DocumentedRefusal) => V1Answer,
][] = [
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

/** Edits the body of an answer. */
export function bent(answer: V1Answer, edit: (body: Members) => Members): V1Answer {
  return { ...answer, body: edit(answer.body as Members) }
}

/** Every way in which the body of one documented refusal goes wrong. */
export function errorBodies(refusal: DocumentedRefusal): V1Fault[] {
  return WAYS.map(([way, says, edit]) =>
    fault(
      `${refusal.name}-${way}`,
      refusal.requirement,
      `The body of a ${refusal.status} on ${refusal.operation} ${says}.`,
      editAnswer(refusal.operation, refusal.status, (answer) => edit(answer, refusal)),
    ),
  )
}
