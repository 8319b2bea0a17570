/** Honest variants of v1: refused callers, and what permissions reach. */
import { forbidden, LIMIT_HEADER } from '../../v1/honest.ts'
import { Refused, type V1Answer } from '../../v1/types.ts'
import type { V1Variant } from '../types.ts'
import { editAnswer, softVariant, variant } from './edits.ts'

const refused = ({ status }: V1Answer) => status === 401

/** Refuses the removal of one's own account with another status. */
function ownRemoval(status: number, word: string): V1Variant {
  return variant(`v1-own-removal-${status}`, `Removing oneself is refused with ${status}.`, (behaviour) => ({
    ...behaviour,
    mayDelete(caller, user) {
      if (user && user === caller.account && caller.mayDelete) {
        throw new Refused(status, word, 'You cannot remove yourself')
      }
      behaviour.mayDelete(caller, user)
    },
  }))
}

/** Every variant of how callers may be refused. */
export const V1_CALLER_VARIANTS: readonly V1Variant[] = [
  softVariant(
    'v1-unauthorized-empty',
    'A 401 has no body.',
    editAnswer(refused, ({ status, headers }) => ({ status, ...(headers && { headers }) })),
  ),
  softVariant(
    'v1-unauthorized-text',
    'A 401 has a line of text for a body.',
    editAnswer(refused, ({ status }) => ({
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      text: 'Who are you?',
    })),
  ),
  softVariant(
    'v1-unauthorized-other-shape',
    'The body of a 401 is JSON of another shape.',
    editAnswer(refused, (answer) => ({ ...answer, body: { errors: [{ code: 'token' }] } })),
  ),
  ...[400, 403, 404].map((status) =>
    softVariant(
      `v1-unauthorized-${status}`,
      `A caller without a valid token is answered with ${status}.`,
      editAnswer(refused, (answer) => ({ ...answer, status })),
    ),
  ),
  ...[400, 403].map((status) =>
    softVariant(
      `v1-wrong-scheme-${status}`,
      `A scheme other than Bearer is answered with ${status}.`,
      editAnswer(
        (answer, { call }) => refused(answer) && /^(?!Bearer\b)./i.test(call.headers.authorization ?? ''),
        (answer) => ({ ...answer, status }),
      ),
    ),
  ),
  variant('v1-scheme-as-written', 'A scheme in small letters is refused with 401.', (behaviour) => ({
    ...behaviour,
    authenticate(header, callers, context) {
      return behaviour.authenticate(/^bearer /.test(header ?? '') ? undefined : header, callers, context)
    },
  })),
  variant('v1-no-limit-announced', 'No answer announces a limit of requests.', (behaviour) => ({
    ...behaviour,
    answer(answer, context) {
      const announcing = behaviour.answer(answer, context)
      const { [LIMIT_HEADER]: _, ...headers } = announcing.headers ?? {}
      return { ...announcing, headers }
    },
  })),
  softVariant(
    'v1-removal-with-body-400',
    'A removal with a body is refused with 400.',
    editAnswer(
      (_answer, { operation, call }) => operation === 'delete' && call.body.length > 0,
      (answer) => ({
        ...answer,
        status: 400,
        body: { error: 'validation_error', message: 'A removal has no body' },
      }),
    ),
  ),
  variant(
    'v1-weak-token-unknown-id-404',
    'A caller who may not remove learns that an unknown id does not exist.',
    (behaviour) => ({
      ...behaviour,
      mayDelete(caller, user) {
        if (user) behaviour.mayDelete(caller, user)
      },
    }),
  ),
  variant(
    'v1-weak-token-cannot-create',
    'A caller who may not remove users may not create any either.',
    (behaviour) => ({
      ...behaviour,
      authenticate(header, callers, context) {
        const caller = behaviour.authenticate(header, callers, context)
        if (context.operation === 'create' && !caller.mayDelete) throw forbidden('You cannot add users')
        return caller
      },
    }),
  ),
  variant(
    'v1-foreign-user-403',
    'Users of another organization are forbidden instead of unknown.',
    (behaviour) => ({
      ...behaviour,
      find(id, context) {
        if (context.foreign.byId(id)) throw forbidden('This user belongs to another organization')
        return behaviour.find(id, context)
      },
    }),
  ),
  variant('v1-own-removal-204', 'One may remove oneself.', (behaviour) => ({
    ...behaviour,
    mayDelete(caller, user) {
      if (!caller.mayDelete || user !== caller.account) behaviour.mayDelete(caller, user)
    },
  })),
  ownRemoval(400, 'validation_error'),
  ownRemoval(409, 'conflict'),
]
