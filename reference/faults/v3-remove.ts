/** Faults of `DELETE /v3/users/{userId}` in what a removal does and how it is answered. */

import { guard, inBody, isOk, rewrite, toEmpty, toRefusal, toStatus, toSuccess } from '../v3/mutator.ts'
import { invalid } from '../v3/refusal.ts'
import type { Context, V3User } from '../v3/types.ts'
import type { V3Fault } from './types.ts'
import { faultsOf } from './v3-fault.ts'

const remove = faultsOf('remove')

/** Does something else where a user is to be removed for real. */
function removing(deed: (user: V3User, c: Context, honest: () => void) => void): V3Fault['change'] {
  return (b) => ({ ...b, applyRemoval: (user, c) => deed(user, c, () => b.applyRemoval(user, c)) })
}

/** Remembers whom it removed, and answers a second removal differently. */
function secondTime(edit: Parameters<typeof rewrite>[2]): V3Fault['change'] {
  return (b) => {
    const removed = new Set<string>()
    const edited = rewrite(
      'remove',
      (answer, seen) => answer.status === 404 && removed.has(seen.userId),
      edit,
    )(b)
    return {
      ...edited,
      applyRemoval: (user, c) => {
        removed.add(user.id)
        b.applyRemoval(user, c)
      },
    }
  }
}

/** 200 with an envelope that says the opposite. */
function toFailedSuccess(): Parameters<typeof rewrite>[2] {
  const envelope = inBody((body) => ({ ...body, success: false }))
  return (answer, seen) => envelope(toSuccess(200, () => null)(toStatus(200)(answer, seen), seen), seen)
}

export const removeFaults: V3Fault[] = [
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
    'success-status no-server-error',
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
    'success-false',
    'success-empty',
    'A removal that was done is answered with 200 and success false.',
    rewrite('remove', isOk, toFailedSuccess()),
  ),
  remove(
    'bare-object',
    'success-empty',
    'A removal is answered with a body of its own form.',
    rewrite('remove', isOk, (answer) => ({ ...answer, status: 200, body: { deleted: true } })),
  ),
  remove('plain-ok', 'success-empty', 'A removal is answered with the text OK.', (b) => ({
    ...b,
    wire: (reply, seen) =>
      seen.operation === 'remove' && reply.status === 204
        ? { ...reply, status: 200, headers: { ...reply.headers, 'content-type': 'text/plain' }, body: 'OK' }
        : b.wire(reply, seen),
  })),
  remove(
    'nothing-done',
    'gone-from-list gone-from-get sandbox-false-is-real',
    'A removal is answered but not done.',
    removing(() => undefined),
  ),
  remove(
    'suspends',
    'gone-from-list gone-from-get',
    'Who is removed is only suspended.',
    removing((user, c) => c.scope.put({ ...user, status: 'suspended' })),
  ),
  remove(
    'rejects',
    'gone-from-list gone-from-get',
    'Who is removed is kept with the status rejected.',
    removing((user, c) => c.scope.put({ ...user, status: 'rejected' })),
  ),
  remove(
    'billing-kept',
    'gone-from-list gone-from-get',
    'Users with the billing role stay although their removal is answered.',
    removing((user, _, honest) => (user.role === 'billing' ? undefined : honest())),
  ),
  remove(
    'every-third-kept',
    'gone-from-list gone-from-get',
    'Every third removal is answered but not done.',
    (b) => {
      let removals = 0
      return removing((_, __, honest) => (++removals % 3 === 0 ? undefined : honest()))(b)
    },
  ),
  remove(
    'hidden-from-list-only',
    'gone-from-get',
    'Who is removed is off the list and can still be read.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        applyRemoval: (user) => {
          hidden.add(user.id)
        },
        members: (c) => b.members(c).filter((user) => !hidden.has(user.id)),
        findUser: (c) => (c.operation === 'remove' && hidden.has(c.userId) ? undefined : b.findUser(c)),
      }
    },
  ),
  remove(
    'hidden-from-get-only',
    'gone-from-list',
    'Who is removed cannot be read and is still listed.',
    (b) => {
      const hidden = new Set<string>()
      return {
        ...b,
        applyRemoval: (user) => {
          hidden.add(user.id)
        },
        findUser: (c) => (hidden.has(c.userId) ? undefined : b.findUser(c)),
      }
    },
  ),
  remove('second-204', 'second-removal', 'Removing somebody twice succeeds twice.', secondTime(toEmpty(204))),
  remove(
    'second-400',
    'second-removal',
    'A second removal is answered with 400.',
    secondTime(toRefusal(400, 'VALIDATION_001')),
  ),
  remove(
    'second-wrong-code',
    'second-removal',
    'A second removal gets the code of an unknown organization.',
    secondTime(toRefusal(404, 'RESOURCE_005')),
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
  remove(
    'no-body-500',
    'no-server-error',
    'Without a body a removal is answered with 500.',
    rewrite('remove', (_, seen) => seen.call.body.length === 0, toRefusal(500, 'INTERNAL_001')),
  ),
]
