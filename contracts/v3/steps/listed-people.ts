/** People who were there before the run, one of each kind that the list shows, to be read only. */
import type { Answer } from '../../../model/answer.ts'
import { isSameId } from '../../../model/user.ts'
import type { V3Caller } from '../client/caller.ts'
import { byId, changedMembers, userOf, usersOf, type V3User } from '../client/user.ts'

/** So many kinds of people are read: each status with each role. */
const MOST = 12

/** Somebody as the list shows them, and as they read by their id. */
export interface ListedPerson {
  entry: V3User
  get: Answer
}

/**
 * The first of each status and role, but for whoever is read anyway. Who changes meanwhile is read and listed again.
 * @param members in which both have to agree
 */
export async function readOneOfEachKind(
  admin: V3Caller,
  list: Answer,
  readAnyway: string,
  members: readonly string[],
): Promise<ListedPerson[]> {
  const kinds = new Map<string, V3User>()
  for (const user of usersOf(list) ?? []) {
    const kind = `${String(user.status)} ${String(user.role)}`
    const isFit = typeof user.id === 'string' && user.id !== '' && !isSameId(user.id, readAnyway)
    if (isFit && !kinds.has(kind)) kinds.set(kind, user)
  }
  const read = (id: string, purpose: string): Promise<Answer> => admin.get(id, { purpose })
  const found = await Promise.all(
    [...kinds].slice(0, MOST).map(
      async ([kind, entry]): Promise<ListedPerson> => ({
        entry,
        get: await read(String(entry.id), `read somebody who is listed: ${kind}`),
      }),
    ),
  )
  const agrees = ({ entry, get }: ListedPerson): boolean => {
    const user = userOf(get)
    return user !== undefined && changedMembers(entry, user, members).length === 0
  }
  if (found.every(agrees)) return found
  const again =
    usersOf(await admin.list({ purpose: 'list once more, for people who may have changed' })) ?? []
  const looked = await Promise.all(
    found.map(async (person) => {
      if (agrees(person)) return person
      const id = String(person.entry.id)
      const [entry] = byId(again, id)
      // Whoever has left meanwhile proves nothing.
      return entry && { entry, get: await read(id, 'read somebody who is listed, once more') }
    }),
  )
  return looked.filter((person) => person !== undefined)
}
