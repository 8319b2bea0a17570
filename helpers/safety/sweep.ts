/** Finds the users that runs left in a scope of the target, and removes them: nobody else is ever named. */
import type { Leftover } from '../../model/report.ts'
import type { User } from '../../model/user.ts'
import type { Directory, Found } from './directory.ts'
import { tagOf } from './tag.ts'

/** A user that a run left, as the target shows it. */
export interface Stray {
  directory: Directory
  id: string
  email: string
  tag: string
}

/** What a sweep of one scope came to. */
export interface Swept {
  removed: Stray[]
  left: Leftover[]
  /** Users with the tag of a run that may still be under way. */
  spared: Stray[]
  /** Whether all users of the scope were looked at. */
  whole: boolean
  /** Why the list of the scope could not be read at all; the given ids were looked for all the same. */
  unread?: string
  /** Those of the given ids that name nobody any more. */
  gone: string[]
  /** Those of the given ids of whom it could not be said who they are. */
  unknown: string[]
}

/**
 * Removes the users of a scope whose tag `isOver` accepts.
 * @param ids users that the scope's list may not show, because it is long, broken or hides them; their tags count
 *   all the same
 * @param mayRemove false: only looks
 */
export async function sweep(
  directory: Directory,
  ids: readonly string[],
  isOver: (tag: string) => boolean,
  mayRemove: boolean,
): Promise<Swept> {
  const { users, whole, unread } = await found(directory)
  const listed = new Set(users.map((user) => user.id))
  const unlisted = ids.filter((id) => !listed.has(id))
  const read = await Promise.all(unlisted.map((id) => directory.get(id).catch(() => null)))
  const strays = [...users, ...read].flatMap((user) => strayOf(directory, user) ?? [])
  const swept: Swept = {
    removed: [],
    left: [],
    spared: strays.filter(({ tag }) => !isOver(tag)),
    whole,
    ...(unread === undefined ? {} : { unread }),
    gone: unlisted.filter((_, index) => read[index] === undefined),
    unknown: unlisted.filter((_, index) => read[index] === null),
  }
  await Promise.all(
    strays
      .filter(({ tag }) => isOver(tag))
      .map(async (stray) => {
        const reason = mayRemove ? await reasonToStay(stray) : 'SAFETY=read-only allows no removal'
        if (reason === undefined) swept.removed.push(stray)
        else swept.left.push(leftover(stray, reason))
      }),
  )
  return swept
}

async function found(directory: Directory): Promise<Found & { unread?: string }> {
  try {
    return await directory.find()
  } catch (error) {
    return { users: [], whole: false, unread: error instanceof Error ? error.message : String(error) }
  }
}

function strayOf(directory: Directory, user: User | null | undefined): Stray | undefined {
  if (!user) return undefined
  const { id } = user
  const tag = tagOf(user)
  if (tag === undefined || typeof id !== 'string' || id === '') return undefined
  return { directory, id, email: typeof user.email === 'string' ? user.email : '', tag }
}

async function reasonToStay({ directory, id }: Stray): Promise<string | undefined> {
  try {
    return await directory.remove(id)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function leftover({ directory, id, email }: Stray, reason: string): Leftover {
  return { contract: directory.contract, email, id, reason }
}
