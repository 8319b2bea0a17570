/** A user that was there before the run, to be read only. */
import type { Answer } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { isSameId } from '../../../model/user.ts'
import type { V3Caller } from '../client/caller.ts'
import { byId, usersOf, type V3User } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitations } from './invitations.ts'
import type { Users } from './users.ts'

export interface SomeUser {
  id: string
  /** As the list shows it. */
  entry: V3User
  /** The user read by its id. */
  get: Answer
  /** Reads both once more, for differences that somebody else may have made meanwhile. */
  again(): Promise<{ entry: V3User; get: Answer }>
}

/**
 * Oneself if listed, else an active user, else any: the first may not vanish, the last may. Where there was nobody
 * before the run, a user of its own whom nothing happens to before its end.
 */
export async function someUser(callers: V3Callers, invitations: Invitations, own: Users): Promise<SomeUser> {
  const { admin } = callers
  const list = await invitations.baseline()
  const users = (usersOf(list) ?? []).filter((user) => typeof user.id === 'string' && user.id !== '')
  const self = callers.has('selfUserId') ? users.find(({ id }) => isSameId(id, callers.selfId)) : undefined
  const entry = self ?? users.find((user) => user.status === 'active') ?? users[0]
  if (entry) {
    const get = await admin.get(String(entry.id), { purpose: 'read a listed user' })
    return toBeRead(admin, entry, get)
  }
  if (usersOf(list)?.length === 0) {
    const { sight } = await own.fresh('reading')
    if (sight.entry) return toBeRead(admin, sight.entry, sight.get)
  }
  throw new Inconclusive(`the list shows no user to read (status ${list.status})`)
}

function toBeRead(admin: V3Caller, entry: V3User, get: Answer): SomeUser {
  const id = String(entry.id)
  return {
    id,
    entry,
    get,
    async again() {
      const users = usersOf(await admin.list({ purpose: 'list once more' })) ?? []
      return { entry: byId(users, id)[0] ?? {}, get: await admin.get(id, { purpose: 'read once more' }) }
    },
  }
}
