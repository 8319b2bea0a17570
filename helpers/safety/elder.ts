/** Whether somebody was there before a run: by what the target itself shows of them. */
import type { User } from '../../model/user.ts'

/** How far the clocks of two machines may differ, in milliseconds. */
const CLOCKS_MS = 86_400_000

/**
 * Whether a user who uses the account was created before that time: a creation may answer somebody who is there.
 * @param startedMs in milliseconds since 1970
 */
export function isElderThan(startedMs: number, user: User): boolean {
  const { status } = user
  if (typeof status !== 'string' || status === 'invited' || status === 'pending') return false
  return isOlderThan(startedMs, user)
}

/** The same of whomever, where what is shown of them may be what a creation has made of somebody who was there. */
export function isOlderThan(startedMs: number, { created_at: created }: User): boolean {
  const since = typeof created === 'string' ? Date.parse(created) : Number.NaN
  return since < startedMs - CLOCKS_MS
}
