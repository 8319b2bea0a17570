/** The vocabulary of the v3 reference: users, callers, and what travels through one call. */
import type { Call } from '../kernel.ts'
import type { V3Behaviour } from './behaviour.ts'
import type { Scope, World } from './world.ts'

/** Roles an entry may carry. */
export const ROLES = ['admin', 'billing', 'developer'] as const
export type Role = (typeof ROLES)[number]
export type Status = 'active' | 'invited' | 'suspended' | 'rejected'

/** What the caller may count as: a listed role, or the implicit owner. */
export type CallerRole = Role | 'owner'

/** One person's access to one scope, as the contract shows it. Times are RFC 3339. */
export interface V3User {
  id: string
  email: string
  name: string
  role: Role
  status: Status
  invited_at: string | null
  last_login_at: string | null
  created_at: string
  updated_at: string | null
}

/** The owner of an API key. */
export interface Account {
  /** Whether the key was issued for an organization or for one of its profiles. */
  kind: 'organization' | 'profile'
  /** What the key acts on when no header says otherwise. */
  scope: Scope
  /** Decides the role, and who "yourself" is. */
  email: string
}

/** The operations on users, and the one on the account of a key, one word each. */
export type V3Operation = 'list' | 'get' | 'invite' | 'update' | 'remove' | 'me'

export type JsonObject = Record<string, unknown>

/** A reply before it is put into bytes. Without `body` nothing is sent. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body?: JsonObject
}

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
