/** Honest variants of v1: changes that show a moment late, as behind replicas and search indexes. */
import type { V1Behaviour, V1Change } from '../../v1/behaviour.ts'
import type { V1Context, V1User } from '../../v1/types.ts'
import type { V1Variant } from '../types.ts'
import { softVariant } from './edits.ts'

/** How late, from the first time that somebody looks; the proof waits for three times as long. */
const LATE_MS = 15

/** The users as they were a moment ago; undefined where nothing was changed since. */
type Earlier = (context: V1Context) => readonly V1User[] | undefined

/** Remembers the users at each change. */
function remembering(change: (behaviour: V1Behaviour, earlier: Earlier) => V1Behaviour): V1Change {
  return (behaviour) => {
    const states: { users: readonly V1User[]; until: number | undefined }[] = []
    const before = ({ store }: V1Context): void => {
      states.push({ users: [...store.list()], until: undefined })
    }
    const remembers: V1Behaviour = {
      ...behaviour,
      keep(user, context) {
        before(context)
        behaviour.keep(user, context)
      },
      remove(user, context) {
        before(context)
        behaviour.remove(user, context)
      },
    }
    return change(remembers, () => {
      const now = performance.now()
      for (const state of states) state.until ??= now + LATE_MS
      while (states[0]?.until !== undefined && states[0].until <= now) states.shift()
      return states[0]?.users
    })
  }
}

/** The list as it was a moment ago. */
function selecting(behaviour: V1Behaviour, earlier: Earlier): V1Behaviour['select'] {
  return (query, context) => {
    const users = earlier(context)
    if (users === undefined) return behaviour.select(query, context)
    return users.filter(({ status }) => query.status === undefined || status === query.status)
  }
}

/** Every variant that shows changes late. */
export const V1_LATE_VARIANTS: readonly V1Variant[] = [
  softVariant(
    'v1-list-late',
    'A change shows on the list a moment later than elsewhere.',
    remembering((behaviour, earlier) => ({
      ...behaviour,
      select: selecting(behaviour, earlier),
    })),
  ),
  softVariant(
    'v1-reads-late',
    'A change shows a moment later on the list, and where a user is read alone.',
    remembering((behaviour, earlier) => ({
      ...behaviour,
      select: selecting(behaviour, earlier),
      find(id, context) {
        const users = context.operation === 'get' ? earlier(context) : undefined
        return users === undefined ? behaviour.find(id, context) : users.find((user) => user.id === id)
      },
    })),
  ),
  softVariant(
    'v1-one-replica-late',
    'Every second read is answered by a replica that is late.',
    remembering((behaviour, earlier) => {
      let reads = 0
      const now: Earlier = (context) => {
        const users = earlier(context)
        return reads++ % 2 === 0 ? undefined : users
      }
      return {
        ...behaviour,
        select: selecting(behaviour, now),
        find(id, context) {
          const users = context.operation === 'get' ? now(context) : undefined
          return users === undefined ? behaviour.find(id, context) : users.find((user) => user.id === id)
        },
      }
    }),
  ),
]
