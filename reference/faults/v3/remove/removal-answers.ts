/** Faults of `DELETE /v3/users/{userId}` in how a removal is answered, and what body it needs. */
import { guard, isOk, rewrite, toEmpty } from '../../../v3/mutator.ts'
import { invalid } from '../../../v3/refusal.ts'
import type { V3Fault } from '../../types.ts'
import { remove } from '../remove.ts'

export const removeRemovalAnswersFaults: V3Fault[] = [
  remove(
    'refuses-everybody',
    'success-status',
    'Nobody may remove, the admin neither.',
    guard('remove', 'checkPermission', (c, honest) => {
      c.role = c.role === 'admin' ? undefined : c.role
      honest()
    }),
  ),
  remove('accepted-202', 'success-status', 'Answers 202.', rewrite('remove', isOk, toEmpty(202))),
  remove('created-201', 'success-status', 'Answers 201.', rewrite('remove', isOk, toEmpty(201))),
  remove(
    'done-but-404',
    'success-status',
    'A removal that was done is answered with 404.',
    rewrite('remove', (answer, seen) => isOk(answer, seen) && !seen.sandbox, toEmpty(404)),
  ),
  remove(
    'done-but-500',
    ['success-status', 'no-server-error'],
    'A removal that was done is answered with 500.',
    rewrite('remove', (answer, seen) => isOk(answer, seen) && !seen.sandbox, toEmpty(500)),
  ),
  remove(
    'invited-refused',
    'success-status',
    'Who has not accepted yet cannot be removed.',
    guard('remove', 'refuseSelf', (c, honest) => {
      if (c.behaviour.findUser(c)?.status === 'invited') throw invalid(null, 'Not accepted yet.')
      honest()
    }),
  ),
  remove(
    'false-simulates',
    'sandbox-false-is-real',
    'The mere presence of sandbox simulates, false included.',
    (b) => ({
      ...b,
      isSandbox: (body, c) => (c.operation === 'remove' ? 'sandbox' in body : b.isSandbox(body, c)),
    }),
  ),
  remove(
    'false-refused',
    'sandbox-false-is-real',
    'sandbox may only be true.',
    guard('remove', 'checkInput', (c, honest) => {
      if (c.input.sandbox === false) throw invalid({ sandbox: ['This has to be true.'] })
      honest()
    }),
  ),
  remove('empty-object-simulates', 'empty-object-is-real', 'An empty object is simulated.', (b) => ({
    ...b,
    isSandbox: (body, c) =>
      (c.operation === 'remove' && c.call.body.length > 0 && body.sandbox === undefined) ||
      b.isSandbox(body, c),
  })),
  remove(
    'empty-object-refused',
    'empty-object-is-real',
    'An empty object is refused.',
    guard('remove', 'checkInput', (c, honest) => {
      if (c.call.body.length > 0 && c.input.sandbox === undefined)
        throw invalid({ sandbox: ['This is needed.'] })
      honest()
    }),
  ),
  remove(
    'no-body-refused',
    'no-body-accepted',
    'Without a body a removal is refused.',
    guard('remove', 'readInput', (c, honest) => {
      if (c.call.body.length === 0) throw invalid(null, 'A body is needed.')
      honest()
    }),
  ),
  remove('no-body-simulates', 'no-body-accepted', 'Without a body a removal is simulated.', (b) => ({
    ...b,
    isSandbox: (body, c) => (c.operation === 'remove' && c.call.body.length === 0) || b.isSandbox(body, c),
  })),
]
