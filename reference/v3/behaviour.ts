/**
 * Everything the v3 reference decides, as one object of small policies. A fault or an honest variant is a
 * function from one behaviour to another; the honest code never asks which of them is in force.
 */
import type { Call, Reply } from '../kernel.ts'
import type { Details } from './refusal.ts'
import type { Replays } from './replays.ts'
import type { Answer, CallerRole, JsonObject, Role, V3Operation, V3User } from './types.ts'
import type { Account, Scope, World } from './world.ts'

/** A call that has arrived and about whose caller nothing is known yet. */
export interface Arrival {
  world: World
  behaviour: V3Behaviour
  call: Call
  operation: V3Operation
  /** Counts the calls of this operation on this server, from 1. */
  callNumber: number
  requestId: string
  /** Decoded last segment of the path; empty for list, invite and me. */
  userId: string
}

/** A call whose caller and scope are known. */
export interface Context extends Arrival {
  account: Account
  scope: Scope
  role: CallerRole | undefined
  /** The body's members, once it was read. */
  input: JsonObject
  /** Whether the call asks to be simulated, once the body was read. */
  sandbox: boolean
}

/** Whatever is known of a call by the time it is answered. */
export type Seen = Arrival & Partial<Context>

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
