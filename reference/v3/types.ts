/** The vocabulary of the v3 reference: users, roles, operations and answers. */
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

/** The operations on users, and the one on the account of a key, one word each. */
export type V3Operation = 'list' | 'get' | 'invite' | 'update' | 'remove' | 'me'

export type JsonObject = Record<string, unknown>

/** A reply before it is put into bytes. Without `body` nothing is sent. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body?: JsonObject
}
