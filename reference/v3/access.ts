/** Who calls, on which scope, and with which role. */

import type { Arrival } from './behaviour.ts'
import { malformedProfile, missingKey, noAccess, scopeNotFound, unknownKey } from './refusal.ts'
import type { CallerRole } from './types.ts'
import { type Account, type Scope, scopesOf } from './world.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The account behind `x-api-key`. */
export function authenticate({ call, world }: Arrival): Account {
  const key = call.headers['x-api-key']
  if (!key) throw missingKey()
  const account = world.accounts.get(key)
  if (!account) throw unknownKey()
  return account
}

/** The key's own scope, or the child profile that `x-profile-id` names. */
export function resolveScope({ call, world }: Arrival, account: Account): Scope {
  const id = call.headers['x-profile-id']
  if (id === undefined) return account.scope
  if (account.kind === 'profile') throw noAccess()
  if (!UUID.test(id)) throw malformedProfile()
  const profile = scopesOf(world).find((scope) => scope.id === id.toLowerCase())
  if (!profile || profile.parent !== account.scope) throw scopeNotFound()
  return profile
}

/** A profile without an entry of its own for the account goes by the organization's entry. */
export function roleOf(account: Account, scope: Scope): CallerRole | undefined {
  if (account.email === scope.ownerEmail) return 'owner'
  const entry = scope.findByEmail(account.email)
  if (entry) return entry.status === 'active' ? entry.role : undefined
  return scope.parent && account.kind === 'organization' ? roleOf(account, scope.parent) : undefined
}

/** Billing passes as well: it is one of the roles. */
export function mayRead(role: CallerRole | undefined): boolean {
  return role !== undefined
}

export function mayWrite(role: CallerRole | undefined): boolean {
  return role === 'owner' || role === 'admin'
}
