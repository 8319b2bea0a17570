/** Honest variants of v3 in what calls do: success statuses, renewed invitations, sandbox, idempotency. */
import type { Context, V3Change } from '../../v3/behaviour.ts'
import {
  all,
  hasStatus,
  isOk,
  rewrite,
  show,
  toEmpty,
  toSuccess,
  type When,
  withHeaders,
  withoutHeaders,
} from '../../v3/mutator.ts'
import { alreadyInvited, invalid, Refusal } from '../../v3/refusal.ts'
import type { V3User } from '../../v3/types.ts'
import type { V3Variant } from '../types.ts'
import { softVariant, variant } from './variant.ts'

const simulated: When = (answer, seen) => answer.status < 300 && seen.sandbox === true

/** How late the list is, in milliseconds: less than a run against the embedded reference waits. */
const LATE_MS = 15

/** Answers a second invitation by sending it again. */
function renewing(status: number, renew: (user: V3User, c: Context) => V3User): V3Change {
  return (b) => ({
    ...b,
    refuseDuplicate: () => undefined,
    createUser: (c) => {
      const earlier = c.scope.findByEmail(String(c.input.email))
      if (!earlier) return b.createUser(c)
      c.scope.delete(earlier)
      const renewed = renew(earlier, c)
      c.scope.put(renewed)
      return renewed
    },
    successStatus: { ...b.successStatus, invite: status },
  })
}

/** Skips a check in sandbox. */
function unlessSandbox(
  ...names: ('checkExistence' | 'refuseSelf' | 'refuseLastAdmin' | 'refuseDuplicate' | 'checkPermission')[]
): V3Change {
  return (b) => {
    const changed = { ...b }
    for (const name of names) {
      changed[name] = (c) => {
        if (!asksSandbox(c)) b[name](c)
      }
    }
    return changed
  }
}

/** The permission check runs before the body is read, so it has to look ahead. */
function asksSandbox(c: Context): boolean {
  if (c.sandbox) return true
  try {
    return (JSON.parse(c.call.body.toString()) as { sandbox?: unknown } | null)?.sandbox === true
  } catch {
    return false
  }
}

/** Demands a body on a removal. */
const bodyDemanded = (refusal: Refusal): V3Change => {
  return (b) => ({
    ...b,
    readInput: (c) => {
      if (c.operation === 'remove' && c.call.body.length === 0) throw refusal
      b.readInput(c)
    },
  })
}

export const effectVariants: V3Variant[] = [
  variant('invite-200', 'An invitation is answered with 200.', (b) => ({
    ...b,
    successStatus: { ...b.successStatus, invite: 200 },
  })),
  variant(
    'duplicate-renewed',
    'A second invitation is sent again under the same id.',
    renewing(200, (user, c) => ({ ...user, invited_at: c.world.clock.now() })),
  ),
  variant(
    'duplicate-renewed-201',
    'A second invitation takes name and role of the second request.',
    renewing(201, (user, c) => {
      const { name, role } = c.behaviour.simulateUser(c)
      return { ...user, name, role, updated_at: c.world.clock.now() }
    }),
  ),
  softVariant(
    'duplicate-replaced',
    'A second invitation replaces the first under a new id.',
    renewing(201, (_, c) => c.behaviour.simulateUser(c)),
  ),
  variant('second-invitation-same-id', 'Who is invited again after a removal has the former id.', (b) => {
    const former = new Map<string, string>()
    return {
      ...b,
      applyRemoval: (user, c) => {
        former.set(`${c.scope.id} ${user.email}`, user.id)
        b.applyRemoval(user, c)
      },
      createUser: (c) => {
        const user = b.simulateUser(c)
        const again = { ...user, id: former.get(`${c.scope.id} ${user.email}`) ?? user.id }
        c.scope.put(again)
        return again
      },
    }
  }),
  softVariant('list-late', 'A change shows on the list a moment later than elsewhere.', (b) => {
    const shown = new WeakMap<object, { users: V3User[]; since: number }>()
    return {
      ...b,
      members(c) {
        const users = b.members(c)
        const known = shown.get(c.scope)
        if (known === undefined || known.users.length === users.length) {
          shown.set(c.scope, { users, since: Number.POSITIVE_INFINITY })
          return users
        }
        known.since = Math.min(known.since, performance.now())
        if (performance.now() - known.since < LATE_MS) return known.users
        shown.set(c.scope, { users, since: Number.POSITIVE_INFINITY })
        return users
      },
    }
  }),
  softVariant('removed-not-invited-again', 'A removed address cannot be invited again.', (b) => {
    const removed = new Set<string>()
    return {
      ...b,
      applyRemoval: (user, c) => {
        removed.add(`${c.scope.id} ${user.email}`)
        b.applyRemoval(user, c)
      },
      refuseDuplicate: (c) => {
        if (removed.has(`${c.scope.id} ${c.input.email}`)) throw alreadyInvited()
        b.refuseDuplicate(c)
      },
    }
  }),
  softVariant(
    'remove-200-empty',
    'A removal is answered with 200 and no body.',
    rewrite('remove', isOk, toEmpty(200)),
  ),
  softVariant('remove-200-envelope', 'A removal is answered with 200 and an envelope.', enveloped(isOk)),
  softVariant(
    'remove-needs-body-400',
    'A removal without body is answered with 400.',
    bodyDemanded(invalid(null, 'A body is needed.')),
  ),
  softVariant(
    'remove-needs-body-411',
    'A removal without body is answered with 411.',
    bodyDemanded(new Refusal(411, 'VALIDATION_001', 'A body is needed.')),
  ),
  softVariant(
    'remove-needs-body-415',
    'A removal without body is answered with 415.',
    bodyDemanded(new Refusal(415, 'VALIDATION_001', 'JSON is needed.')),
  ),
  softVariant(
    'remove-needs-body-422',
    'A removal without body is answered with 422.',
    bodyDemanded(new Refusal(422, 'BUSINESS_001', 'A body is needed.')),
  ),
  softVariant(
    'remove-needs-body-409',
    'A removal without body is answered with 409.',
    bodyDemanded(new Refusal(409, 'CONFLICT_001', 'A body is needed.')),
  ),
  variant('remove-not-replayed', 'A removal under a known Idempotency-Key is carried out anew.', (b) => ({
    ...b,
    replay: (c, replays) => (c.operation === 'remove' ? undefined : b.replay(c, replays)),
  })),
  softVariant(
    'replay-of-other-body-refused',
    'A known Idempotency-Key with another body is refused.',
    (b) => {
      const bodies = new Map<string, string>()
      return {
        ...b,
        replay: (c, replays) => {
          const earlier = b.replay(c, replays)
          if (!earlier) return undefined
          if (bodies.get(c.call.headers['idempotency-key'] ?? '') === c.call.body.toString()) return earlier
          throw new Refusal(422, 'CONFLICT_002', 'This key belongs to another request.')
        },
        remember: (answer, c, replays) => {
          bodies.set(c.call.headers['idempotency-key'] ?? '', c.call.body.toString())
          b.remember(answer, c, replays)
        },
      }
    },
  ),
  softVariant('replay-unmarked', 'A replayed answer is not marked as one.', (b) => ({
    ...b,
    replay: (c, replays) => {
      const earlier = b.replay(c, replays)
      return earlier && withoutHeaders('Idempotent-Replayed', 'X-Original-Request-Id')(earlier, c)
    },
  })),
  variant(
    'sandbox-skips-existence',
    'In sandbox an unknown user passes for a known one.',
    unlessSandbox('checkExistence', 'refuseSelf', 'refuseLastAdmin'),
  ),
  variant(
    'sandbox-skips-rules',
    'In sandbox oneself and the last admin can be removed.',
    unlessSandbox('refuseSelf', 'refuseLastAdmin'),
  ),
  variant(
    'sandbox-skips-self',
    'In sandbox oneself can be removed, the last admin not.',
    unlessSandbox('refuseSelf'),
  ),
  variant(
    'sandbox-skips-duplicates',
    'In sandbox an address can be invited again.',
    unlessSandbox('refuseDuplicate'),
  ),
  softVariant('sandbox-skips-roles', 'In sandbox the role does not count.', unlessSandbox('checkPermission')),
  variant(
    'sandbox-sample',
    'A simulated invitation shows a sample user.',
    show('invite', (user, _, c) =>
      c.sandbox ? { ...user, email: 'sample@sent.example', name: 'Sample User', role: 'developer' } : user,
    ),
  ),
  variant(
    'sandbox-old-sample',
    'A simulated invitation shows a sample user of years ago.',
    show('invite', (user, _, c) => {
      if (!c.sandbox) return user
      const long = '2024-05-06T07:08:09Z'
      return {
        ...user,
        id: '880e8400-e29b-41d4-a716-446655440003',
        status: 'active',
        invited_at: long,
        last_login_at: long,
        created_at: long,
        updated_at: long,
      }
    }),
  ),
  variant(
    'sandbox-invite-200',
    'A simulated invitation is answered with 200.',
    rewrite('invite', simulated, (answer) => ({ ...answer, status: 200 })),
  ),
  softVariant(
    'sandbox-remove-200-envelope',
    'A simulated removal is answered with 200 and an envelope.',
    enveloped(simulated),
  ),
  softVariant('sandbox-unmarked', 'A simulated answer has no X-Sandbox.', (b) =>
    ['invite' as const, 'update' as const, 'remove' as const].reduce(
      (changed, operation) => rewrite(operation, simulated, withoutHeaders('X-Sandbox'))(changed),
      b,
    ),
  ),
  variant(
    'sandbox-marked-on-refusals',
    'Refused sandbox calls are marked with X-Sandbox too.',
    rewrite(
      'remove',
      (answer, seen) => answer.status >= 400 && seen.sandbox === true,
      withHeaders({ 'X-Sandbox': 'true' }),
    ),
  ),
  variant(
    'sandbox-request-ids',
    'request_id of a simulated answer begins with req_test_.',
    rewrite('invite', all(simulated, hasStatus(201)), (answer, seen) => {
      const request_id = `req_test_${seen.requestId.slice(4)}`
      const meta = { ...(answer.body?.meta as object), request_id }
      return {
        ...answer,
        headers: { ...answer.headers, 'X-Request-Id': request_id },
        body: { ...answer.body, meta },
      }
    }),
  ),
]

/** A removal answered with an envelope without data. */
function enveloped(when: When): V3Change {
  const meta = (seen: Context | Parameters<When>[1]) => ({
    request_id: seen.requestId,
    timestamp: seen.world.clock.now(),
    version: 'v3',
  })
  return rewrite('remove', when, (answer, seen) => {
    const success = toSuccess(200, () => ({}))(answer, seen)
    return { ...success, body: { ...success.body, meta: meta(seen) } }
  })
}
