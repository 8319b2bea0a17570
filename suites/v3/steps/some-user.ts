/** A user that was there before the run, to be read only. */
import type { Answer } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { isSameId } from '../../../model/user.ts'
import { byId, usersOf, type V3User } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitations } from './invitations.ts'

export interface SomeUser {
  id: string
  /** As the list shows it. */
  entry: V3User
  /** The user read by its id. */
  get: Answer
  /** Reads both once more, for differences that somebody else may have made meanwhile. */
  again(): Promise<{ entry: V3User; get: Answer }>
}

/** Oneself if listed, else an active user, else any: the first may not vanish, the last may. */
export async function someUser(callers: V3Callers, invitations: Invitations): Promise<SomeUser> {
  const { admin } = callers
  const list = await invitations.baseline()
  const users = (usersOf(list) ?? []).filter((user) => typeof user.id === 'string' && user.id !== '')
  const self = callers.has('selfUserId') ? users.find(({ id }) => isSameId(id, callers.selfId)) : undefined
  const entry = self ?? users.find((user) => user.status === 'active') ?? users[0]
  if (!entry) throw new Inconclusive(`the list shows no user to read (status ${list.status})`)
  const id = String(entry.id)
  return {
    id,
    entry,
    get: await admin.get(id, { purpose: 'read a listed user' }),
    async again() {
      const users = usersOf(await admin.list({ purpose: 'list once more' })) ?? []
      return { entry: byId(users, id)[0] ?? {}, get: await admin.get(id, { purpose: 'read once more' }) }
    },
  }
}
