/** Faults of `PATCH /v3/users/{userId}` under an Idempotency-Key. */

import type { Seen } from '../../../v3/behaviour.ts'
import { rewrite, toRefusal, withHeaders, withoutHeaders } from '../../../v3/mutator.ts'
import type { Answer, V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { update } from '../update.ts'

const keyOf = (seen: Seen) => seen.call.headers['idempotency-key']
const isReplay = ({ headers }: Answer) => headers['Idempotent-Replayed'] !== undefined
const wrongKey = (answer: Answer) => answer.body !== undefined && answer.status === 400

export const updateReplayFaults: V3Fault[] = [
  update(
    'replay-done-again',
    ['replay-answer', 'replay-no-effect', 'replay-headers'],
    'A repeated request is carried out again.',
    (b) => ({
      ...b,
      replay: (c, replays) => {
        const earlier = b.replay(c, replays)
        return c.operation === 'update' ? undefined : earlier
      },
    }),
  ),
  update(
    'keys-ignored',
    ['replay-answer', 'replay-no-effect', 'replay-other-body', 'replay-headers', 'replay-key-malformed'],
    'Changes of role do not heed the Idempotency-Key at all, while invitations do.',
    (b) => ({
      ...b,
      replay: (c, replays) => (c.operation === 'update' ? undefined : b.replay(c, replays)),
      remember: (answer, c, replays) => {
        if (c.operation !== 'update') b.remember(answer, c, replays)
      },
    }),
  ),
  update(
    'replay-answered-but-done',
    'replay-no-effect',
    'A repeated request is answered with the first answer, and carried out again.',
    (b) => ({
      ...b,
      replay: (c, replays) => {
        const earlier = b.replay(c, replays)
        const user = c.scope.find(c.userId)
        const role = (JSON.parse(c.call.body.toString()) as Pick<V3User, 'role'>).role
        if (earlier && c.operation === 'update' && user) c.scope.put({ ...user, role })
        return earlier
      },
    }),
  ),
  update(
    'replay-present-user',
    'replay-answer',
    'A repeated request has no effect, and is answered with the user as it is by now.',
    (b) => ({
      ...b,
      replay: (c, replays) => {
        const earlier = b.replay(c, replays)
        const user = c.scope.find(c.userId)
        return earlier?.body && user && c.operation === 'update'
          ? { ...earlier, body: { ...earlier.body, data: b.renderUser(user, c) } }
          : earlier
      },
    }),
  ),
  update(
    'replay-409',
    'replay-answer',
    'A repeated request is a conflict.',
    rewrite('update', isReplay, toRefusal(409, 'CONFLICT_001')),
  ),
  update('replay-per-body', 'replay-other-body', 'Another body under the same key is carried out.', (b) => {
    const bodies = new Map<string, string>()
    return {
      ...b,
      replay: (c, replays) => {
        const earlier = b.replay(c, replays)
        const key = keyOf(c) ?? ''
        const body = c.call.body.toString()
        const isOther = bodies.has(key) && bodies.get(key) !== body
        if (!bodies.has(key)) bodies.set(key, body)
        return c.operation === 'update' && isOther ? undefined : earlier
      },
    }
  }),
  update(
    'replay-unmarked',
    'replay-headers',
    'A replay does not say that it is one.',
    rewrite('update', isReplay, withoutHeaders('Idempotent-Replayed')),
  ),
  update(
    'replay-without-original',
    'replay-headers',
    'A replay does not name the first request.',
    rewrite('update', isReplay, withoutHeaders('X-Original-Request-Id')),
  ),
  update(
    'replay-always-marked',
    'replay-headers',
    'Every answer to a request with a key says that it is a replay.',
    rewrite(
      'update',
      (_, seen) => keyOf(seen) !== undefined,
      withHeaders({ 'Idempotent-Replayed': 'true', 'X-Original-Request-Id': 'req_unknown' }),
    ),
  ),
  update('key-any', 'replay-key-malformed', 'Any Idempotency-Key is taken.', (b) => ({
    ...b,
    replay: (c, replays) => {
      const key = keyOf(c)
      if (c.operation !== 'update' || key === undefined) return b.replay(c, replays)
      return replays.find(c.account.scope.organization.id, key)
    },
    remember: (answer, c, replays) => {
      const key = keyOf(c)
      if (c.operation !== 'update' || key === undefined) b.remember(answer, c, replays)
      else replays.keep(c.account.scope.organization.id, key, answer, c.requestId)
    },
  })),
  update(
    'key-malformed-404',
    'replay-key-malformed',
    'A malformed Idempotency-Key is answered with 404.',
    rewrite(
      'update',
      (answer, seen) => wrongKey(answer) && (keyOf(seen)?.includes(' ') ?? false),
      toRefusal(404, 'RESOURCE_006'),
    ),
  ),
  update(
    'key-malformed-but-done',
    'replay-key-malformed',
    'A malformed Idempotency-Key is refused after the change.',
    (b) => ({
      ...b,
      replay: (c, replays) => {
        try {
          return b.replay(c, replays)
        } catch (refusal) {
          const user = c.scope.find(c.userId)
          if (user && c.operation === 'update') c.scope.put({ ...user, role: 'billing' })
          throw refusal
        }
      },
    }),
  ),
  update(
    'key-of-255-refused',
    'replay-key-longest',
    'An Idempotency-Key of 255 characters is refused.',
    rewrite(
      'update',
      (answer, seen) => answer.status === 200 && keyOf(seen)?.length === 255,
      toRefusal(400, 'VALIDATION_007'),
    ),
  ),
  update(
    'keys-cut',
    'replay-key-longest',
    'All long Idempotency-Keys are the same, whatever was asked for under them.',
    (b) => ({
      ...b,
      replay: (c, replays) => {
        const earlier = b.replay(c, replays)
        const key = keyOf(c)
        if (c.operation !== 'update' || key === undefined) return earlier
        return replays.find(c.account.scope.organization.id, key.length > 100 ? 'long' : key)
      },
      remember: (answer, c, replays) => {
        b.remember(answer, c, replays)
        if (c.operation === 'update' && keyOf(c) !== undefined) {
          replays.keep(c.account.scope.organization.id, 'long', answer, c.requestId)
        }
      },
    }),
  ),
]
