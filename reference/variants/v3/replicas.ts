/** Honest variants of v3 that answer from several replicas, of which one learns of changes a moment later. */
import type { Context, V3Behaviour } from '../../v3/behaviour.ts'
import type { V3User } from '../../v3/types.ts'
import type { V3Variant } from '../types.ts'
import { softVariant } from './variant.ts'

/** How late, from the first time that somebody looks; the proof waits for three times as long. */
const LATE_MS = 15

/** Every second read is answered by the replica that is late. */
function oneLate(b: V3Behaviour): V3Behaviour {
  const states = new WeakMap<object, { users: V3User[]; until: number | undefined }[]>()
  let reads = 0
  const before = (c: Context): void => {
    const users = b.members(c).map((user) => ({ ...user }))
    states.set(c.scope, [...(states.get(c.scope) ?? []), { users, until: undefined }])
  }
  const earlier = (c: Context): V3User[] | undefined => {
    const now = performance.now()
    const known = states.get(c.scope) ?? []
    for (const state of known) state.until ??= now + LATE_MS
    const left = known.filter(({ until = now }) => until > now)
    states.set(c.scope, left)
    return reads++ % 2 === 0 ? undefined : left[0]?.users
  }
  return {
    ...b,
    members: (c) => (c.operation === 'list' ? earlier(c) : undefined) ?? b.members(c),
    findUser(c) {
      const users = c.operation === 'get' ? earlier(c) : undefined
      return users === undefined ? b.findUser(c) : users.find(({ id }) => id === c.userId.toLowerCase())
    },
    createUser(c) {
      before(c)
      return b.createUser(c)
    },
    applyRole(user, role, c) {
      before(c)
      return b.applyRole(user, role, c)
    },
    applyRemoval(user, c) {
      before(c)
      b.applyRemoval(user, c)
    },
  }
}

export const replicaVariants: readonly V3Variant[] = [
  softVariant('one-replica-late', 'Every second read is answered by a replica that is late.', oneLate),
]
