/**
 * Everything the v3 reference decides, as one object of small policies. A fault or an honest variant is a
 * function from one behaviour to another; the honest code never asks which of them is in force.
 */
import type { Reply } from '../kernel.ts'
import * as access from './access.ts'
import * as answers from './answers.ts'
import * as effects from './effects.ts'
import * as guards from './guards.ts'
import * as input from './input.ts'
import { renderAccount } from './me.ts'
import type { Details } from './refusal.ts'
import type { Replays } from './replays.ts'
import type {
  Account,
  Answer,
  Arrival,
  CallerRole,
  Context,
  JsonObject,
  Role,
  Seen,
  V3Operation,
  V3User,
} from './types.ts'
import type { Scope } from './world.ts'

/** Checks that run before an operation takes effect; each throws a Refusal when it objects. */
export type Guard =
  | 'checkPermission'
  | 'readInput'
  | 'checkInput'
  | 'checkExistence'
  | 'refuseSelf'
  | 'refuseLastAdmin'
  | 'refuseDuplicate'

/** The policies; functions throw a Refusal to stop the call. */
export interface V3Behaviour extends Record<Guard, (c: Context) => void> {
  /** Runs first of all, whoever calls. */
  beforeCall(a: Arrival): void
  authenticate(a: Arrival): Account
  /** Runs once the account is known. */
  enforceLimits(a: Arrival, account: Account): void
  /** Reads x-profile-id. */
  resolveScope(a: Arrival, account: Account): Scope
  roleOf(account: Account, scope: Scope): CallerRole | undefined
  mayRead(role: CallerRole | undefined, c: Context): boolean
  mayWrite(role: CallerRole | undefined, c: Context): boolean

  /** Which guards run for an operation, in this order. */
  order: Record<V3Operation, readonly Guard[]>
  /** The guard after which a stored answer is replayed instead of going on. */
  replayAfter: Guard
  replay(c: Context, replays: Replays): Answer | undefined
  remember(answer: Answer, c: Context, replays: Replays): void

  /** What is wrong with a body, by field. */
  validateInvite(body: JsonObject): Details
  validateUpdate(body: JsonObject): Details
  validateRemove(body: JsonObject): Details
  isSandbox(body: JsonObject, c: Context): boolean

  /** Ids of users, those there from the beginning included. */
  newId(): string
  /** The entries a list shows, in its order. */
  members(c: Context): V3User[]
  /** The user that the path names, if the scope has one. */
  findUser(c: Context): V3User | undefined
  isSelf(user: V3User, c: Context): boolean
  isLastAdmin(user: V3User, c: Context): boolean

  createUser(c: Context): V3User
  simulateUser(c: Context): V3User
  applyRole(user: V3User, role: Role, c: Context): V3User
  simulateRole(user: V3User, role: Role, c: Context): V3User
  applyRemoval(user: V3User, c: Context): void
  simulateRemoval(user: V3User, c: Context): void

  successStatus: Record<V3Operation, number>
  renderUser(user: V3User, c: Context): JsonObject
  renderList(users: JsonObject[], c: Context): JsonObject
  /** The account of the key, or the profile that the call names. */
  renderAccount(c: Context): JsonObject
  /** Last word on status, headers and envelope. */
  answer(answer: Answer, seen: Seen): Answer
  /** Last word on the bytes. */
  wire(reply: Reply, seen: Seen): Reply
}

/** From one behaviour to another. */
export type V3Change = (behaviour: V3Behaviour) => V3Behaviour

/** What the documents say, at every point where they say it. */
export function honestV3(): V3Behaviour {
  return {
    beforeCall: () => undefined,
    enforceLimits: () => undefined,
    ...access,
    ...guards,
    ...input,
    ...effects,
    order: {
      // Whoever has a key may know whose it is.
      me: [],
      list: ['checkPermission'],
      get: ['checkPermission', 'checkExistence'],
      invite: ['checkPermission', 'readInput', 'checkInput', 'refuseDuplicate'],
      update: [
        'checkPermission',
        'readInput',
        'checkInput',
        'checkExistence',
        'refuseSelf',
        'refuseLastAdmin',
      ],
      remove: [
        'checkPermission',
        'readInput',
        'checkInput',
        'checkExistence',
        'refuseSelf',
        'refuseLastAdmin',
      ],
    },
    replayAfter: 'checkPermission',
    successStatus: { list: 200, get: 200, invite: 201, update: 200, remove: 204, me: 200 },
    renderUser: answers.renderUser,
    renderList: answers.renderList,
    renderAccount,
    answer: (answer) => answer,
    wire: (reply) => reply,
  }
}
