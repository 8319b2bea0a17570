/** The words of the embedded v1 implementation: users, callers, queries, answers, refusals. */
import type { Call } from '../kernel.ts'

export type V1Status = 'active' | 'inactive' | 'pending'
export const V1_STATUSES: readonly V1Status[] = ['active', 'inactive', 'pending']

export type V1Role = 'member' | 'admin'

/** A user as it is kept. Times are ISO 8601 in UTC without fractions. */
export interface V1User {
  id: string
  email: string
  name: string | null
  role: string
  status: V1Status
  created_at: string
  /** Null as long as nobody signed in. */
  last_login: string | null
}

/** The users of one organization. */
export interface V1Store {
  byId(id: string): V1User | undefined
  /** Letter case is ignored. */
  byEmail(email: string): V1User | undefined
  /** Oldest first; with a status only the users who have it. The array is shared: do not change it. */
  list(status?: string): readonly V1User[]
  add(user: V1User): void
  /** Changes members other than id and e-mail. */
  update(user: V1User, changes: Partial<Omit<V1User, 'id' | 'email'>>): void
  remove(user: V1User): void
}

/** What a create request asks for, after validation. */
export interface V1Draft {
  email: string
  name: string | null
  role: string
}

/** `unknown`: a method that the path does not offer. */
export type V1Operation = 'list' | 'create' | 'get' | 'delete' | 'unknown'

/** Who speaks. */
export interface V1Caller {
  account: V1User
  /** Whether this caller's token allows removing users. */
  mayDelete: boolean
}

/** The query of a list request after parsing. */
export interface V1Query {
  page: number
  limit: number
  status?: string
}

/** Everything a policy may look at while one call is answered. */
export interface V1Context {
  operation: V1Operation
  call: Call
  /** The id in the path; empty where the path has none. */
  id: string
  /** How many calls of this operation there were, this one included. */
  callNumber: number
  /** The caller's organization. */
  store: V1Store
  /** An organization that no token of the environment belongs to. */
  foreign: V1Store
  /** Absent until authentication succeeded. */
  caller?: V1Caller
  /** The user that this call created, found or removed; a list has none. */
  user?: V1User
}

/** An answer before it becomes bytes. */
export interface V1Answer {
  status: number
  headers?: Record<string, string>
  /** Sent as JSON; undefined sends no body. */
  body?: unknown
  /** Sent as it stands instead of `body`. */
  text?: string
}

/** Thrown by a policy to refuse the call with a status, an error word and a message. */
export class Refused extends Error {
  readonly status: number
  readonly word: string
  readonly headers: Record<string, string>

  constructor(status: number, word: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.word = word
    this.headers = headers
  }
}

/** A 400 (or another `status`) with the documented word for invalid input. */
export function invalid(message: string, status = 400): Refused {
  return new Refused(status, 'validation_error', message)
}
