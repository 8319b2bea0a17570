/** Everything the embedded v1 implementation decides, as small replaceable policies. */
import type { V1Answer, V1Caller, V1Context, V1Draft, V1Operation, V1Query, V1User } from './types.ts'

/**
 * The policies, in the order in which a call meets them. A policy refuses by throwing `Refused`.
 * Faults and variants are functions that replace some of them.
 */
export interface V1Behaviour {
  /** What other people do to the organization just before this call. */
  meanwhile(context: V1Context): void
  /** Who speaks, told from the Authorization header. `callers` maps tokens to accounts. */
  authenticate(header: string | undefined, callers: V1Callers, context: V1Context): V1Caller

  /** Looks at the parameter names of a list request. */
  checkQuery(query: URLSearchParams): void
  /** `values`: every value given for the parameter; empty when it is absent. */
  parsePage(values: string[]): number
  parseLimit(values: string[]): number
  parseStatus(values: string[]): string | undefined
  /** The users that the query asks for, page aside. */
  select(query: V1Query, context: V1Context): readonly V1User[]
  /** The query that is really served, once `count` matching users are known. */
  settle(query: V1Query, count: number): V1Query
  /** The users of one page. */
  window(users: readonly V1User[], query: V1Query, context: V1Context): readonly V1User[]
  countTotal(users: readonly V1User[], shown: readonly V1User[], query: V1Query, context: V1Context): number
  metaOf(query: V1Query, total: number, shown: readonly V1User[]): Record<string, unknown>

  acceptContentType(header: string | undefined): void
  parseBody(body: Buffer): unknown
  /** The members of a create request's body. */
  readMembers(body: unknown): Record<string, unknown>
  readEmail(members: Record<string, unknown>): string
  readName(members: Record<string, unknown>): string | null
  readRole(members: Record<string, unknown>): string
  /** The user who already has the draft's e-mail address. */
  duplicateOf(draft: V1Draft, context: V1Context): V1User | undefined
  /** What a create request for a taken address leads to. */
  onDuplicate(existing: V1User, draft: V1Draft, context: V1Context): V1User
  buildUser(draft: V1Draft, members: Record<string, unknown>, context: V1Context): V1User
  keep(user: V1User, context: V1Context): void

  find(id: string, context: V1Context): V1User | undefined
  /** `user`: who would be removed; undefined when nobody has the id. */
  mayDelete(caller: V1Caller, user: V1User | undefined): void
  remove(user: V1User, context: V1Context): void

  renderUser(user: V1User, operation: V1Operation, context: V1Context): Record<string, unknown>
  /** The last word on every answer, refusals included. */
  answer(answer: V1Answer, context: V1Context): V1Answer
}

/** Finds the caller a token belongs to. */
export type V1Callers = (token: string) => V1Caller | undefined

/** Makes an implementation deviate, or take a freedom. State it needs lives in its closure. */
export type V1Change = (behaviour: V1Behaviour) => V1Behaviour

/** Replaces whole policies. */
export function replace(policies: Partial<V1Behaviour>): V1Change {
  return (behaviour) => ({ ...behaviour, ...policies })
}
