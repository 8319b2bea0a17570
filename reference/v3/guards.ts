/** The checks between a known caller and the effect of an operation. */

import type { Context } from './behaviour.ts'
import { alreadyInvited, invalid, noAccess, noAdminAccess, userNotFound } from './refusal.ts'
import type { V3Operation, V3User } from './types.ts'

/** Operations that change nothing. */
export const READS: ReadonlySet<V3Operation> = new Set(['list', 'get', 'me'])

export function checkPermission(c: Context): void {
  const reads = READS.has(c.operation)
  if (reads && !c.behaviour.mayRead(c.role, c)) throw noAccess()
  if (!reads && !c.behaviour.mayWrite(c.role, c)) throw noAdminAccess()
}

export function checkExistence(c: Context): void {
  targetOf(c)
}

export function refuseSelf(c: Context): void {
  if (!c.behaviour.isSelf(targetOf(c), c)) return
  throw invalid(null, c.operation === 'remove' ? 'You may not remove yourself.' : 'Your own role is fixed.')
}

export function refuseLastAdmin(c: Context): void {
  if (c.operation === 'update' && c.input.role === 'admin') return
  if (c.behaviour.isLastAdmin(targetOf(c), c)) throw invalid(null, 'One admin has to remain.')
}

export function refuseDuplicate(c: Context): void {
  if (c.scope.findByEmail(String(c.input.email))) throw alreadyInvited()
}

/** The entry of the account that owns the key. */
export function isSelf(user: V3User, c: Context): boolean {
  return user.email.toLowerCase() === c.account.email.toLowerCase()
}

export function isLastAdmin(user: V3User, c: Context): boolean {
  const admins = c.scope.activeAdmins()
  return admins.length === 1 && admins[0]?.id === user.id
}

/** The user that the path names; refuses the call when there is none. */
export function targetOf(c: Context): V3User {
  const user = c.behaviour.findUser(c)
  if (!user) throw userNotFound()
  return user
}
