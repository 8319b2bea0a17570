/** The v3 reference: one world, its handler, and what a run needs to know to use it. */
import { randomUUID } from 'node:crypto'
import type { Call, Handler, Reply } from '../kernel.ts'
import { refused, renderUser, toReply } from './answers.ts'
import type { Arrival, Context, Seen, V3Change } from './behaviour.ts'
import { get } from './get.ts'
import { READS } from './guards.ts'
import { honestV3 } from './honest.ts'
import { invite } from './invite.ts'
import { Limits } from './limits.ts'
import { list } from './list.ts'
import { longListBytes } from './long-list.ts'
import { me } from './me.ts'
import { Refusal } from './refusal.ts'
import { remove } from './remove.ts'
import { Replays } from './replays.ts'
import type { Answer, V3Operation, V3User } from './types.ts'
import { update } from './update.ts'
import { createWorld, scopesOf, type V3Keys } from './world.ts'

export type { V3Behaviour, V3Change } from './behaviour.ts'
export type { V3User } from './types.ts'

const PERFORM: Record<V3Operation, (c: Context) => Answer> = { list, get, invite, update, remove, me }
const ON_ALL: Record<string, V3Operation> = { GET: 'list', POST: 'invite' }
const ON_ACCOUNT: Record<string, V3Operation> = { GET: 'me' }
const ON_ONE: Record<string, V3Operation> = { GET: 'get', PATCH: 'update', DELETE: 'remove' }

/** How a v3 reference is made. */
export interface V3Options {
  /** Users beside the seeded ones. */
  users?: number
  /** Whether the documented rate limits are enforced. */
  limits?: boolean
  /** Turns the honest behaviour into another. */
  change?: V3Change
}

/** One v3 reference with a state of its own. */
export interface V3Reference {
  handler: Handler
  /** The configuration that a run against this reference needs. */
  environment: Record<string, string>
  /** One key per kind of caller. */
  keys: V3Keys
  /** Users of every scope, those of other organizations included. */
  users(): V3User[]
  /** The same, each scope under its name. */
  scopes(): Record<string, V3User[]>
}

/** Creates a reference with random ids and keys. */
export function createV3(options: V3Options = {}): V3Reference {
  const behaviour = options.change ? options.change(honestV3()) : honestV3()
  const world = createWorld(behaviour.newId, options.users)
  // Put into bytes now, not while the first caller waits for them.
  longListBytes({ data: { users: world.organization.all().map(renderUser) } })
  const limits = new Limits(options.limits ?? false)
  const replays = new Replays()
  const calls = new Map<V3Operation, number>()

  const handler: Handler = (call) => {
    const route = routeOf(call)
    if (route === undefined) return undefined
    if ('status' in route) return route
    const callNumber = (calls.get(route.operation) ?? 0) + 1
    calls.set(route.operation, callNumber)
    return serve({ ...route, world, behaviour, call, callNumber, requestId: requestId() }, limits, replays)
  }

  return {
    handler,
    environment: {
      API_KEY: world.keys.admin,
      DEVELOPER_API_KEY: world.keys.developer,
      RESTRICTED_API_KEY: world.keys.restricted,
      BILLING_API_KEY: world.keys.billing,
      SELF_USER_ID: world.self.id,
      SELF_EMAIL: world.self.email,
      PROFILE_ID: world.profile.id,
      FOREIGN_PROFILE_ID: world.foreignProfile.id,
      FOREIGN_USER_ID: world.foreigner.id,
    },
    keys: world.keys,
    users: () => scopesOf(world).flatMap((scope) => scope.all()),
    scopes: () => ({
      organization: world.organization.all(),
      profile: world.profile.all(),
      'foreign organization': world.foreignOrganization.all(),
      'foreign profile': world.foreignProfile.all(),
    }),
  }
}

function routeOf(call: Call): { operation: V3Operation; userId: string } | Reply | undefined {
  const [, thing, segment] = /^\/v3\/(users(?=\/|$)|me$)(?:\/([^/]+))?$/.exec(call.path) ?? []
  if (thing === undefined) return undefined
  const on = thing === 'me' ? ON_ACCOUNT : segment === undefined ? ON_ALL : ON_ONE
  const operation = on[call.method]
  return operation ? { operation, userId: decode(segment ?? '') } : { status: 405 }
}

function serve(arrival: Arrival, limits: Limits, replays: Replays): Reply {
  const started = performance.now()
  const { behaviour } = arrival
  const seen: Seen = arrival
  let limitHeaders: Record<string, string> = {}
  let answer: Answer
  try {
    behaviour.beforeCall(arrival)
    const account = behaviour.authenticate(arrival)
    seen.account = account
    limitHeaders = limits.spend(account.scope.organization.id, arrival.operation)
    behaviour.enforceLimits(arrival, account)
    const scope = behaviour.resolveScope(arrival, account)
    const role = behaviour.roleOf(account, scope)
    answer = perform(Object.assign(seen, { account, scope, role, input: {}, sandbox: false }), replays)
  } catch (error) {
    answer = refused(asRefusal(error, arrival), arrival)
  }
  const headers = { ...standardHeaders(seen, started), ...limitHeaders, ...answer.headers }
  return behaviour.wire(toReply(behaviour.answer({ ...answer, headers }, seen)), seen)
}

function perform(c: Context, replays: Replays): Answer {
  const { behaviour } = c
  const writes = !READS.has(c.operation)
  for (const guard of behaviour.order[c.operation]) {
    behaviour[guard](c)
    if (writes && guard === behaviour.replayAfter) {
      const earlier = behaviour.replay(c, replays)
      if (earlier) return earlier
    }
  }
  const answer = PERFORM[c.operation](c)
  if (c.sandbox) answer.headers['X-Sandbox'] = 'true'
  if (writes) behaviour.remember(answer, c, replays)
  return answer
}

function standardHeaders(seen: Seen, started: number): Record<string, string> {
  const profile = seen.scope?.parent && seen.call.headers['x-profile-id'] !== undefined
  return {
    'X-Request-Id': seen.requestId,
    'X-Response-Time': `${Math.round(performance.now() - started)}ms`,
    'X-API-Version': 'v3',
    ...(profile && seen.scope ? { 'X-Profile-Id': seen.scope.id } : {}),
  }
}

function asRefusal(error: unknown, { requestId }: Arrival): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal(500, 'INTERNAL_001', `Something went wrong. Please quote request ${requestId}.`)
}

/** Of a UUID, because those are drawn in stock: every answer has one. */
function requestId(): string {
  return `req_${randomUUID().slice(-12)}`
}

/** An undecodable segment names nobody, so it stays as it is. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
