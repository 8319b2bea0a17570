/** What the operations read and change, and what they only pretend to change in sandbox. */
import { randomUUID } from 'node:crypto'
import type { Context } from './behaviour.ts'
import { malformedIdempotencyKey } from './refusal.ts'
import type { Replays } from './replays.ts'
import type { Answer, Role, V3User } from './types.ts'

export function newId(): string {
  return randomUUID()
}

export function members(c: Context): V3User[] {
  return c.scope.all()
}

export function findUser(c: Context): V3User | undefined {
  return c.scope.find(c.userId)
}

export function createUser(c: Context): V3User {
  const user = c.behaviour.simulateUser(c)
  c.scope.put(user)
  return user
}

/** The user that an invitation would create. */
export function simulateUser(c: Context): V3User {
  const now = c.world.clock.now()
  return {
    id: c.behaviour.newId(),
    email: String(c.input.email),
    name: String(c.input.name),
    role: c.input.role as Role,
    status: 'invited',
    invited_at: now,
    last_login_at: null,
    created_at: now,
    updated_at: now,
  }
}

export function applyRole(user: V3User, role: Role, c: Context): V3User {
  const changed = c.behaviour.simulateRole(user, role, c)
  c.scope.put(changed)
  return changed
}

export function simulateRole(user: V3User, role: Role, c: Context): V3User {
  return { ...user, role, updated_at: c.world.clock.now() }
}

export function applyRemoval(user: V3User, c: Context): void {
  c.scope.delete(user)
}

export function simulateRemoval(): void {
  // A simulated removal leaves nothing behind, and the honest answer has no body to fill.
}

/** The first answer to the same Idempotency-Key of the same organization. */
export function replay(c: Context, replays: Replays): Answer | undefined {
  const key = idempotencyKey(c)
  return key === undefined ? undefined : replays.find(c.account.scope.organization.id, key)
}

/** Keeps what succeeded; a refused call may be repaired under the same key. */
export function remember(answer: Answer, c: Context, replays: Replays): void {
  const key = idempotencyKey(c)
  if (key !== undefined) replays.keep(c.account.scope.organization.id, key, answer, c.requestId)
}

function idempotencyKey(c: Context): string | undefined {
  const key = c.call.headers['idempotency-key']
  if (key !== undefined && !/^[a-zA-Z0-9_-]{1,255}$/.test(key)) throw malformedIdempotencyKey()
  return key
}
