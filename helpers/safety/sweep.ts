/** Finds the users that runs left in a scope of the target, and removes them: nobody else is ever named. */
import type { Leftover } from '../../model/report.ts'
import { idOf, type User } from '../../model/user.ts'
import { eventually } from '../http/eventually.ts'
import type { CleanUpScope, Found } from './clean-up-scope.ts'
import type { JournalEntry } from './journal/journal.ts'
import { markIn } from './mark.ts'
import { tagOf } from './tag.ts'

/** A user that a run left, as the target shows it. */
export interface Stray {
  scope: CleanUpScope
  id: string
  email: string
  tag: string
  user: User
}

/** What a sweep of one scope came to. */
export interface Swept {
  removed: Stray[]
  left: Leftover[]
  /** Users with the tag of a run that may still be under way. */
  spared: Stray[]
  /** Whether all users of the scope were looked at. */
  whole: boolean
  /** Everybody whom the list showed. */
  listed: ReadonlySet<string>
  /** Set where the scope itself is not shown. */
  hidden?: true
  /** Why the list of the scope could not be read at all; the given ids were looked for all the same. */
  unread?: string
  /** Those of the given ids that name nobody any more. */
  gone: string[]
  /** Those of the given ids of whom it could not be said who they are. */
  unknown: string[]
  /** Those under which the target shows somebody who is not recognised as made by the run. */
  strange: string[]
}

/** Who may be removed from a scope. */
export interface Claims {
  /** What journals name in this scope. */
  entries: readonly JournalEntry[]
  /** Whether a tag belongs to a run that is over; only then its users count as left. */
  isOver: (tag: string) => boolean
  /** Whether users may be taken for a run's by their tag alone, as somebody asked for. */
  byTag: boolean
  /** False: only looks. */
  mayRemove: boolean
  /** How long a removal may take to show, in milliseconds; absent: it has to show at once. */
  consistencyMs?: number
  /** Called with those who are about to be removed for their tag, before anything is sent. */
  beforeRemoval?: (strays: readonly Stray[]) => void
}

/**
 * Removes from a scope whom journals name: under an id that a creation answered, or under the very address that was
 * asked for. What a user is called is no reason to remove anybody, unless somebody asked to go by tags: then the
 * address and the name must both carry one, and nobody who is active or an admin is touched.
 */
export async function sweep(scope: CleanUpScope, claims: Claims): Promise<Swept> {
  const { entries, isOver, byTag, mayRemove, beforeRemoval } = claims
  const { users, whole, hidden, unread } = await found(scope)
  const listed = new Set(users.flatMap((user) => idOf(user) ?? []))
  const ids = [...new Set(entries.flatMap(({ id }) => id ?? []))]
  const unlisted = ids.filter((id) => !listed.has(id))
  const read = await Promise.all(unlisted.map((id) => scope.get(id).catch(() => null)))
  const shown = [...users, ...read].filter((user) => user !== null && user !== undefined)
  const named = shown.filter((user) => isNamed(user, entries)).flatMap((user) => strayOf(scope, user))
  const others = shown.filter((user) => !isNamed(user, entries))
  const tagged = others.flatMap((user) => (bothTags(user) ? strayOf(scope, user) : []))
  const spared = tagged.filter(({ tag }) => !byTag || !isOver(tag))
  const claimed = tagged.filter((stray) => !spared.includes(stray))
  const guarded = claimed.filter(({ user }) => isSettledIn(user))
  const strays = claimed.filter(({ user }) => !isSettledIn(user))
  if (strays.length > 0 && mayRemove) beforeRemoval?.(strays)
  const swept: Swept = {
    removed: [],
    left: guarded.map((stray) => leftover(stray, 'it carries a tag, but is active or an admin')),
    spared,
    whole,
    listed,
    ...(hidden === undefined ? {} : { hidden }),
    ...(unread === undefined ? {} : { unread }),
    gone: unlisted.filter((_, index) => read[index] === undefined),
    unknown: unlisted.filter((_, index) => read[index] === null),
    strange: others.flatMap((user) => idOf(user) ?? []).filter((id) => ids.includes(id)),
  }
  await Promise.all(
    [...named, ...strays].map(async (stray) => {
      const reason = mayRemove ? await reasonToStay(stray, claims) : 'SAFETY=read-only allows no removal'
      if (reason === undefined) swept.removed.push(stray)
      else swept.left.push(leftover(stray, reason))
    }),
  )
  return swept
}

/** Whether a journal names this very user. An id alone is not enough: what it names now may be somebody else. */
function isNamed(user: User, entries: readonly JournalEntry[]): boolean {
  const id = idOf(user)
  const addressesOfId = new Set(
    entries.flatMap((entry) => (id !== undefined && entry.id === id ? [entry.email.toLowerCase()] : [])),
  )
  // Creations of several addresses answered this id: nobody knows whose it is.
  if (addressesOfId.size > 1) return false
  const address = addressOf(user)
  return entries.some(
    (entry) =>
      entry.email.toLowerCase() === address ||
      (entry.id !== undefined && entry.id === id && carries(user, entry.email)),
  )
}

function addressOf({ email }: User): string {
  return typeof email === 'string' ? email.toLowerCase() : ''
}

/** Whether an address or a name repeats the tag, or the mark, of an address that a run asked for. */
function carries({ email, name }: User, asked: string): boolean {
  const tag = tagOf({ email: asked }) ?? markIn(asked)
  return tag !== undefined && [email, name].some((text) => String(text).toLowerCase().includes(tag))
}

/** Whether somebody uses the account, or depends on it. */
function isSettledIn({ status, role }: User): boolean {
  return (status !== 'invited' && status !== 'pending') || role === 'admin'
}

function bothTags({ email, name }: User): boolean {
  const tag = tagOf({ email })
  return tag !== undefined && tagOf({ name }) === tag
}

async function found(scope: CleanUpScope): Promise<Found & { unread?: string }> {
  try {
    return await scope.find()
  } catch (error) {
    return { users: [], whole: false, unread: error instanceof Error ? error.message : String(error) }
  }
}

function strayOf(scope: CleanUpScope, user: User): Stray[] {
  const id = idOf(user)
  if (id === undefined) return []
  const email = typeof user.email === 'string' ? user.email : ''
  return [{ scope, id, email, tag: tagOf(user) ?? '', user }]
}

/** Removes, unless a read by the very id shows somebody else: the removal would strike them. */
async function reasonToStay(
  { scope, id, email }: Stray,
  { entries, consistencyMs = 0 }: Claims,
): Promise<string | undefined> {
  try {
    const now = await scope.get(id).catch(() => undefined)
    const isSame =
      now === undefined || addressOf(now) === email.toLowerCase() || isNamed({ ...now, id }, entries)
    if (!isSame) return 'a read by its id shows somebody else, who is left alone'
    const refused = await scope.remove(id)
    if (refused !== undefined) return refused
    const after = await eventually(
      () => scope.get(id),
      (user) => user === undefined,
      () => [],
      consistencyMs,
    )
    return after === undefined ? undefined : 'the target still shows it after its removal'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function leftover({ scope, id, email }: Stray, reason: string): Leftover {
  return { contract: scope.contract, email, id, reason }
}
