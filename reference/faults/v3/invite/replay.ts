/** Faults of `POST /v3/users` under an Idempotency-Key. */

import type { Context, Seen, V3Behaviour } from '../../../v3/behaviour.ts'
import {
  inMember,
  rewrite,
  toEmpty,
  toRefusal,
  toStatus,
  withHeaders,
  withoutHeaders,
} from '../../../v3/mutator.ts'
import { invalid, malformedIdempotencyKey } from '../../../v3/refusal.ts'
import type { Replays } from '../../../v3/replays.ts'
import type { Answer, JsonObject, V3User } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { invite, parsed } from '../invite.ts'

const keyOf = (seen: Seen) => seen.call.headers['idempotency-key']
const isReplay = ({ headers }: Answer) => headers['Idempotent-Replayed'] !== undefined
const FORM = /^[\w-]{1,255}$/
const isMalformed = (seen: Seen) => !FORM.test(keyOf(seen) ?? 'none')

/** Does something else where an invitation comes a second time under its key. */
const replaying =
  (edit: (earlier: Answer, c: Context) => Answer | undefined): V3Fault['change'] =>
  (b) => ({
    ...b,
    replay: (c, replays) => {
      const earlier = b.replay(c, replays)
      return earlier && c.operation === 'invite' ? edit(earlier, c) : earlier
    },
  })

/** Keeps the answers to invitations under something else than the key alone. */
const keptUnder =
  (nameOf: (c: Context, key: string) => string): V3Fault['change'] =>
  (b) => ({
    ...b,
    replay: (c, replays) => {
      const key = keyOf(c)
      if (c.operation !== 'invite' || key === undefined) return b.replay(c, replays)
      return found(c, replays, nameOf(c, key))
    },
    remember: (answer, c, replays) => {
      const key = keyOf(c)
      if (c.operation !== 'invite' || key === undefined) b.remember(answer, c, replays)
      else replays.keep(c.account.scope.organization.id, nameOf(c, key), answer, c.requestId)
    },
  })

const found = (c: Context, replays: Replays, name: string) =>
  replays.find(c.account.scope.organization.id, name)

/** The key, where it is one. */
function well(key: string): string {
  if (!FORM.test(key)) throw malformedIdempotencyKey()
  return key
}

/** Invites whoever the body names. */
function inviteAnyhow(c: Context, b: V3Behaviour): V3User {
  const before = c.input
  c.input = parsed(c)
  const user = b.createUser(c)
  c.input = before
  return user
}

export const inviteReplayFaults: V3Fault[] = [
  invite(
    'replay-done-again',
    ['replay-answer', 'replay-no-effect', 'replay-other-body', 'replay-headers'],
    'A repeated invitation is carried out again.',
    replaying(() => undefined),
  ),
  invite(
    'keys-ignored',
    ['replay-answer', 'replay-no-effect', 'replay-other-body', 'replay-headers', 'replay-key-malformed'],
    'Invitations do not heed the Idempotency-Key at all, while changes of role do.',
    (b) => ({
      ...b,
      replay: (c, replays) => (c.operation === 'invite' ? undefined : b.replay(c, replays)),
      remember: (answer, c, replays) => {
        if (c.operation !== 'invite') b.remember(answer, c, replays)
      },
    }),
  ),
  invite(
    'replay-answered-but-done',
    ['replay-no-effect', 'replay-other-body'],
    'A repeated invitation is answered with the first answer, and carried out again.',
    (b) =>
      replaying((earlier, c) => {
        inviteAnyhow(c, b)
        return earlier
      })(b),
  ),
  invite(
    'replay-brings-back',
    'replay-no-effect',
    'A repeated invitation brings back whoever was invited first.',
    replaying((earlier, c) => {
      const user = earlier.body?.data as V3User | undefined
      if (user) c.scope.put(user)
      return earlier
    }),
  ),
  invite(
    'replay-looked-up',
    'replay-answer',
    'Of an answer only the id of its user is kept, so that there is none any more once the user is removed.',
    replaying((earlier, c) => {
      const { id = '' } = (earlier.body?.data ?? {}) as Partial<V3User>
      return c.scope.find(id) ? earlier : refusedAs(404, 'RESOURCE_006', earlier)
    }),
  ),
  invite(
    'replay-409',
    'replay-answer',
    'A repeated invitation is a conflict.',
    rewrite('invite', isReplay, toRefusal(409, 'CONFLICT_001')),
  ),
  invite(
    'replay-202',
    'replay-answer',
    'A repeated invitation is answered with 202.',
    rewrite('invite', isReplay, toStatus(202)),
  ),
  invite(
    'replay-empty',
    'replay-answer',
    'Of an answer only the status and the headers are kept.',
    rewrite('invite', isReplay, (answer, seen) => toEmpty(answer.status)(answer, seen)),
  ),
  invite(
    'replay-without-user',
    'replay-answer',
    'A repeated invitation is answered without the user.',
    rewrite('invite', isReplay, (answer) =>
      answer.body ? { ...answer, body: { ...answer.body, data: null } } : answer,
    ),
  ),
  invite(
    'replay-as-asked',
    ['replay-answer', 'replay-other-body'],
    'A repeated invitation invites nobody, and is answered with a user as asked for.',
    replaying((earlier, c) =>
      inMember('data', (data): JsonObject => {
        const { email, name, role } = parsed(c)
        return { ...data, email, name, role, id: c.behaviour.newId() }
      })(earlier, c),
    ),
  ),
  invite(
    'replay-500',
    'replay-answer',
    'A repeated invitation is answered with 500.',
    rewrite('invite', isReplay, toRefusal(500, 'INTERNAL_001')),
  ),
  invite(
    'replay-per-address',
    'replay-other-body',
    'Somebody else may be invited under the same key.',
    keptUnder((c, key) => `${well(key)} ${String(parsed(c).email)}`),
  ),
  invite(
    'replay-per-body',
    'replay-other-body',
    'Another body under the same key is carried out.',
    keptUnder((c, key) => `${well(key)} ${c.call.body.toString()}`),
  ),
  invite(
    'replay-other-body-refused-but-done',
    'replay-other-body',
    'Another body under the same key is refused after the invitation.',
    (b) =>
      replaying((earlier, c) => {
        const first = earlier.body?.data as Partial<V3User> | undefined
        if (first?.email === parsed(c).email) return earlier
        inviteAnyhow(c, b)
        return refusedAs(409, 'CONFLICT_001', earlier)
      })(b),
  ),
  invite(
    'replay-unmarked',
    'replay-headers',
    'A replayed invitation does not say that it is one.',
    rewrite('invite', isReplay, withoutHeaders('Idempotent-Replayed')),
  ),
  invite(
    'replay-without-original',
    'replay-headers',
    'A replayed invitation does not name the first request.',
    rewrite('invite', isReplay, withoutHeaders('X-Original-Request-Id')),
  ),
  invite(
    'replay-names-itself',
    'replay-headers',
    'A replayed invitation names its own request as the first.',
    rewrite('invite', isReplay, (answer, seen) =>
      withHeaders({ 'X-Original-Request-Id': seen.requestId })(answer, seen),
    ),
  ),
  invite(
    'replay-always-marked',
    'replay-headers',
    'Every answer to an invitation with a key says that it is a replay.',
    rewrite(
      'invite',
      (answer, seen) => keyOf(seen) !== undefined && !isReplay(answer),
      withHeaders({ 'Idempotent-Replayed': 'true', 'X-Original-Request-Id': 'req_unknown' }),
    ),
  ),
  invite(
    'key-any',
    'replay-key-malformed',
    'Any Idempotency-Key is taken.',
    keptUnder((_, key) => key),
  ),
  invite(
    'key-too-long-cut',
    'replay-key-malformed',
    'An Idempotency-Key of 256 characters is cut to 255.',
    keptUnderShorter(),
  ),
  invite(
    'key-malformed-403',
    'replay-key-malformed',
    'A malformed Idempotency-Key is answered with 403.',
    rewrite('invite', ({ status }, seen) => status === 400 && isMalformed(seen), toRefusal(403, 'AUTH_004')),
  ),
  invite(
    'key-malformed-but-done',
    'replay-key-malformed',
    'A malformed Idempotency-Key is refused after the invitation.',
    (b) => ({
      ...b,
      replay: (c, replays) => {
        try {
          return b.replay(c, replays)
        } catch (refusal) {
          if (c.operation === 'invite') inviteAnyhow(c, b)
          throw refusal
        }
      },
    }),
  ),
  invite(
    'key-refused',
    'replay-answer',
    'No invitation takes an Idempotency-Key, while changes of role do.',
    (b) => ({
      ...b,
      replay: (c, replays) => {
        if (c.operation === 'invite' && keyOf(c) !== undefined) throw invalid(null, 'Unknown header.')
        return b.replay(c, replays)
      },
    }),
  ),
]

/** Only the first 255 characters of a key count. */
function keptUnderShorter(): V3Fault['change'] {
  return (b) => ({
    ...b,
    replay: (c, replays) => {
      const key = keyOf(c)
      const isLong = c.operation === 'invite' && key !== undefined && key.length > 255
      return isLong ? found(c, replays, key.slice(0, 255)) : b.replay(c, replays)
    },
    remember: (answer, c, replays) => {
      if ((keyOf(c)?.length ?? 0) <= 255) b.remember(answer, c, replays)
    },
  })
}

/** A refusal in the stead of a kept answer. */
function refusedAs(status: number, code: string, { headers, body }: Answer): Answer {
  const error = { code, message: 'It cannot be answered again.', details: null, doc_url: null }
  const { 'Idempotent-Replayed': _, 'X-Original-Request-Id': __, ...rest } = headers
  return { status, headers: rest, body: { ...body, success: false, data: null, error } }
}
