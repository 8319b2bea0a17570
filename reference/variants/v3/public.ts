/** Honest variants of v3 in what only public pages describe: changes of role, replays, the account of a key, limits. */
import { meta } from '../../v3/answers.ts'
import type { V3Change } from '../../v3/behaviour.ts'
import {
  both,
  guard,
  hasStatus,
  inMember,
  isOk,
  rewrite,
  toEmpty,
  toRefusal,
  withHeaders,
  without,
  withoutHeaders,
} from '../../v3/mutator.ts'
import { invalid, Refusal, scopeNotFound } from '../../v3/refusal.ts'
import type { JsonObject } from '../../v3/types.ts'
import type { V3Variant } from '../types.ts'
import { ofLastAdmin, ofSelf, simulated, withKey } from './public-parts.ts'
import { everywhere, softVariant, variant } from './variant.ts'

const account = (edit: (data: JsonObject) => JsonObject): V3Change =>
  rewrite('me', isOk, inMember('data', edit))
const body422 = rewrite('update', hasStatus(400), toRefusal(422, 'VALIDATION_001'))

/** Does not have an operation, and does nothing. */
const lacking =
  (operation: 'update' | 'me', status: number, type?: string, body?: string): V3Change =>
  (b) => ({
    ...b,
    applyRole: (user, role, c) =>
      operation === 'update' ? b.simulateRole(user, role, c) : b.applyRole(user, role, c),
    wire: (reply, seen) => {
      if (seen.operation !== operation) return b.wire(reply, seen)
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
      return { status, headers, ...(body === undefined ? {} : { body }) }
    },
  })

const PAGE = '<!doctype html><title>Console</title><div id="app"></div>'
const refusalOf = (code: string): string =>
  JSON.stringify({
    success: false,
    data: null,
    error: { code, message: 'There is nothing here.', details: null, doc_url: null },
    meta: { request_id: 'req_router', timestamp: new Date().toISOString(), version: 'v3' },
  })

export const publicVariants: V3Variant[] = [
  variant('no-patch-405', 'There is no PATCH: 405.', lacking('update', 405)),
  variant('no-patch-404', 'There is no PATCH: 404.', lacking('update', 404)),
  variant('no-patch-501', 'There is no PATCH: 501.', lacking('update', 501)),
  variant('no-patch-200', 'PATCH is answered like OPTIONS, with nothing.', lacking('update', 200)),
  variant(
    'no-patch-page',
    'PATCH is answered with the page of an app.',
    lacking('update', 200, 'text/html', PAGE),
  ),
  variant(
    'no-patch-gateway-403',
    'A gateway refuses the path of PATCH as it refuses callers without a token.',
    lacking('update', 403, 'application/json', '{"message":"Missing Authentication Token"}'),
  ),
  variant(
    'no-patch-405-envelope',
    'There is no PATCH: 405 in an envelope.',
    lacking('update', 405, 'application/json', refusalOf('BUSINESS_001')),
  ),
  variant(
    'no-patch-404-envelope',
    'There is no PATCH: 404 like that of an unknown user.',
    lacking('update', 404, 'application/json', refusalOf('RESOURCE_006')),
  ),
  variant(
    'no-me-page',
    'GET /v3/me is answered with the page of an app.',
    lacking('me', 200, 'text/html', PAGE),
  ),
  variant('no-me-302', 'GET /v3/me leads to a login.', lacking('me', 302)),
  variant('no-me-404', 'There is no /v3/me.', lacking('me', 404)),
  variant('role-of-invited-fixed', 'Whoever has not accepted the invitation keeps the role: 409.', (b) => ({
    ...b,
    refuseSelf: (c) => {
      if (c.operation === 'update' && c.behaviour.findUser(c)?.status === 'invited' && !c.sandbox) {
        throw new Refusal(409, 'CONFLICT_002', 'The invitation is open.')
      }
      b.refuseSelf(c)
    },
  })),
  variant('same-role-refused', 'To ask for the present role is refused.', (b) => ({
    ...b,
    refuseLastAdmin: (c) => {
      const user = c.behaviour.findUser(c)
      if (c.operation === 'update' && user?.role === c.input.role && !c.sandbox)
        throw invalid(null, 'Same role.')
      b.refuseLastAdmin(c)
    },
  })),
  variant('updated-at-kept', 'A change of role does not move updated_at.', (b) => ({
    ...b,
    applyRole: (user, role, c) => {
      const changed = { ...b.applyRole(user, role, c), updated_at: user.updated_at }
      c.scope.put(changed)
      return changed
    },
  })),
  softVariant(
    'no-role-no-change',
    'A change without a role changes nothing and is answered with 200.',
    guard('update', 'readInput', (c, honest) => {
      honest()
      const user = c.behaviour.findUser(c)
      if (user && c.input.role === undefined) c.input = { ...c.input, role: user.role }
    }),
  ),
  softVariant('update-422', 'A role that there is not is answered with 422.', body422),
  variant('update-user-before-body', 'Whether there is the user is looked at before the body.', (b) => ({
    ...b,
    order: {
      ...b.order,
      update: [
        'checkPermission',
        'checkExistence',
        'readInput',
        'checkInput',
        'refuseSelf',
        'refuseLastAdmin',
      ],
    },
  })),
  variant('update-any-case', 'A role in capitals is taken in lower case.', (b) => ({
    ...b,
    readInput: (c) => {
      b.readInput(c)
      const { role } = c.input
      if (c.operation === 'update' && typeof role === 'string') {
        c.input = { ...c.input, role: role === role.toUpperCase() ? role.toLowerCase() : role }
      }
    },
  })),
  softVariant(
    'update-strict-bodies',
    'Bodies of changes are looked at before roles, and other members than the documented ones are refused.',
    (b) => ({
      ...b,
      order: {
        ...b.order,
        update: [
          'readInput',
          'checkPermission',
          'checkInput',
          'checkExistence',
          'refuseSelf',
          'refuseLastAdmin',
        ],
      },
      readInput: (c) => {
        b.readInput(c)
        const strange = Object.keys(c.input).filter((name) => !['role', 'sandbox'].includes(name))
        if (c.operation === 'update' && strange.length > 0) throw invalid(null, 'Unknown member.')
      },
    }),
  ),
  softVariant(
    'update-bodies-415',
    'Bodies that are no JSON object are refused by a gateway, as text.',
    (b) => ({
      ...b,
      wire: (reply, seen) => {
        const isObject = seen.call.body.toString().startsWith('{') && seen.call.body.toString().endsWith('}')
        const isMeant = seen.operation === 'update' && reply.status === 400 && !isObject
        const headers = { ...reply.headers, 'content-type': 'text/html' }
        return isMeant ? { status: 415, headers, body: '<h1>What is this?</h1>' } : b.wire(reply, seen)
      },
    }),
  ),
  variant('profiles-in-lower-case', 'Profile ids are told apart by letter case.', (b) => ({
    ...b,
    resolveScope: (a, account) => {
      const id = a.call.headers['x-profile-id'] ?? ''
      if (a.operation === 'update' && id !== id.toLowerCase()) throw scopeNotFound()
      return b.resolveScope(a, account)
    },
  })),
  variant('replays-of-refusals', 'Refusals are kept under their key, too.', (b) => {
    const kept = new Map<string, Refusal>()
    return {
      ...b,
      replay: (c, replays) => {
        const refusal = kept.get(withKey(c) ?? '')
        if (refusal) throw refusal
        return b.replay(c, replays)
      },
      checkInput: (c) => {
        try {
          b.checkInput(c)
        } catch (refusal) {
          const key = withKey(c)
          if (key !== undefined && refusal instanceof Refusal) kept.set(key, refusal)
          throw refusal
        }
      },
    }
  }),
  variant(
    'own-role-403',
    'A change of the own role is answered with 403.',
    rewrite('update', ofSelf, toRefusal(403, 'AUTH_004')),
  ),
  variant(
    'own-role-409',
    'A change of the own role is a conflict.',
    rewrite('update', ofSelf, toRefusal(409, 'CONFLICT_002')),
  ),
  variant(
    'last-role-422',
    "A change of the last admin's role is answered with 422.",
    rewrite('update', ofLastAdmin, toRefusal(422, 'BUSINESS_001')),
  ),
  variant(
    'role-rules-not-simulated',
    'In sandbox neither oneself nor the last admin is protected from a change.',
    (b) => ({
      ...b,
      refuseSelf: (c) => (c.operation === 'update' && c.sandbox ? undefined : b.refuseSelf(c)),
      refuseLastAdmin: (c) => (c.operation === 'update' && c.sandbox ? undefined : b.refuseLastAdmin(c)),
    }),
  ),
  variant(
    'simulated-change-samples',
    'A simulated change is answered with a sample user.',
    rewrite(
      'update',
      simulated,
      inMember('data', (data) => ({
        ...data,
        id: crypto.randomUUID(),
        email: 'sample@example.com',
        name: 'Sample',
      })),
    ),
  ),
  variant(
    'update-later-members',
    'Users carry customer_id, lists pagination, and meta response_time_ms.',
    (b) => ({
      ...b,
      renderUser: (user, c) => ({ ...b.renderUser(user, c), customer_id: c.scope.id }),
      renderList: (users, c) => ({
        ...b.renderList(users, c),
        pagination: { page: 1, page_size: users.length, total_count: users.length, has_more: false },
      }),
      answer: (answer, seen) =>
        inMember('meta', (meta) => meta && { ...meta, response_time_ms: 3 })(b.answer(answer, seen), seen),
    }),
  ),
  variant('later-members-null', 'Later members are there, and null.', (b) => ({
    ...b,
    renderUser: (user, c) => ({ ...b.renderUser(user, c), customer_id: null }),
    renderList: (users, c) => ({ ...b.renderList(users, c), pagination: null }),
    answer: (answer, seen) =>
      inMember('meta', (meta) => meta && { ...meta, response_time_ms: null })(b.answer(answer, seen), seen),
  })),
  variant('pages-by-cursor', 'pagination tells of cursors alone, and times have fractions.', (b) => ({
    ...b,
    renderList: (users, c) => ({
      ...b.renderList(users, c),
      pagination: { has_next_page: false, next_cursor: null, cursors: {} },
    }),
    answer: (answer, seen) =>
      inMember('meta', (meta) => meta && { ...meta, response_time_ms: 0.25 })(b.answer(answer, seen), seen),
  })),
  variant(
    'customers-inherited',
    'Users of a profile belong to the organization, too, the owner counts, and ids are in upper case.',
    (b) => ({
      ...b,
      renderUser: (user, c) => ({
        ...b.renderUser(user, c),
        customer_id: c.world.organization.id.toUpperCase(),
      }),
      renderList: (users, c) => ({
        ...b.renderList(users, c),
        pagination: {
          page: 1,
          page_size: 20,
          total_count: users.length + 1,
          total_pages: 1,
          has_more: false,
        },
      }),
    }),
  ),
  variant('no-replays', 'Idempotency-Key is not heard of.', (b) => ({
    ...b,
    replay: () => undefined,
    remember: () => undefined,
  })),
  variant('replay-other-body-409', 'Another body under the same Idempotency-Key is refused.', (b) => {
    const bodies = new Map<string, string>()
    return {
      ...b,
      replay: (c, replays) => {
        const earlier = b.replay(c, replays)
        const key = withKey(c)
        if (key === undefined) return earlier
        const body = `${c.userId} ${c.call.body.toString()}`
        if (earlier && bodies.get(key) !== body) throw new Refusal(409, 'CONFLICT_001', 'Another request.')
        bodies.set(key, body)
        return earlier
      },
    }
  }),
  variant('replays-with-new-meta', 'A replay has a meta of its own.', (b) => ({
    ...b,
    replay: (c, replays) => {
      const earlier = b.replay(c, replays)
      return earlier?.body ? { ...earlier, body: { ...earlier.body, meta: meta(c) } } : earlier
    },
  })),
  variant(
    'unknown-headers-400',
    'There is no PATCH, and requests with a header that no document mentions are refused.',
    both(lacking('update', 405), (b) => ({
      ...b,
      beforeCall: (a) => {
        if (withKey(a) !== undefined) throw invalid(null, 'Unknown header.')
        b.beforeCall(a)
      },
    })),
  ),
  softVariant(
    'replays-unmarked',
    'Replays are not marked.',
    everywhere(() => true, withoutHeaders('Idempotent-Replayed', 'X-Original-Request-Id')),
  ),
  variant('malformed-key-001', 'A malformed Idempotency-Key has the general code.', (b) => ({
    ...b,
    replay: (c, replays) => {
      try {
        return b.replay(c, replays)
      } catch {
        throw invalid(null, 'Idempotency-Key.')
      }
    },
  })),
  variant(
    'me-contact-null',
    'An account has no contact.',
    account((data) => ({ ...data, email: null })),
  ),
  variant(
    'me-contact-elsewhere',
    'The contact of an account is none of its users.',
    account((data) => ({ ...data, email: 'office@acme.example' })),
  ),
  variant(
    'me-contact-colleague',
    'The contact of an account is another admin of it.',
    account((data) => ({ ...data, email: 'anton.admin@acme.example' })),
  ),
  variant(
    'me-user',
    'API keys belong to persons.',
    account((data) => ({ ...without(data, 'organization_id'), type: 'user', profiles: [] })),
  ),
  variant(
    'me-401-empty',
    'Without a key nobody is told anything, not even a body.',
    rewrite('me', hasStatus(401), toEmpty(401)),
  ),
  variant(
    'me-few-members',
    'An account has id, type and name.',
    account(({ id, type, name }) => ({ id, type, name })),
  ),
  softVariant(
    'limits-always-full',
    'The rate limit is always full.',
    everywhere(() => true, withHeaders({ 'X-RateLimit-Remaining': '60', 'X-RateLimit-Limit': '60' })),
  ),
]
