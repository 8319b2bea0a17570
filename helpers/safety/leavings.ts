/**
 * The run's own clean-up: removes from a scope whom this run created, and nobody else. A removal counts once neither
 * the list nor the user itself is shown any more; whoever is not seen to be gone is named.
 */

import type { Leftover } from '../../model/report.ts'
import { byEmail, idOf, type User } from '../../model/user.ts'
import { eventually } from '../http/eventually.ts'
import { type CleanUpScope, type Found, NotShown } from './clean-up-scope.ts'
import type { Guard } from './guard.ts'
import type { Ledger, OpenEntry } from './ledger.ts'

/** What the clean-up of one scope works with. */
export interface Leavings {
  scope: CleanUpScope
  guard: Guard
  ledger: Ledger
  /** What was seen of the scope since the latest creation, where that is enough to know who is there. */
  known?: readonly User[]
  /** Whether that was seen after the latest removal, too. */
  isLast?: boolean
  /** How long a removal may take to show, in milliseconds. */
  consistencyMs: number
}

const NEVER_SEEN =
  'its creation was answered with success, but the target shows nobody under the id that it told'
const NOT_SHOWN =
  'its creation was answered with success, but the target shows nobody under that address, and told no id'
const STILL_SHOWN = 'the target still shows it after its removal'
const UNASKED = 'it carries the tag of this run, which never asked for it: nobody is removed for a name'
const ELDER = 'it has an address that this run asked for, but was there before, as the target shows it'
const ELSEWHERE = 'the target shows its address under an id that is not of this run'
const OTHER_ADDRESS = '(an address that the run never asked for)'
const ANOTHERS_ID =
  'its creation was answered with the id of somebody who was there before, so that nobody knows under which id it is'
const NOT_OURS = 'the target does not show it as created by this run'

/** @returns what could not be removed, or is not seen to be gone */
export async function cleanOwn(leavings: Leavings): Promise<Leftover[]> {
  const { scope, guard, ledger, known } = leavings
  const mine = ledger.open().filter((entry) => isIn(scope, entry))
  if (mine.length === 0) return []
  const found = known === undefined ? await foundIn(scope) : { users: [...known], whole: true }
  const shown = ownIn(found?.users ?? [], scope, guard)
  const hidden = mine.filter(({ id }) => id !== undefined && !shown.has(id))
  const looks = await Promise.all(hidden.map((entry) => lookFor(entry, leavings, found, mine)))
  const failures = looks.flatMap(({ failure }) => failure ?? [])
  const targets = new Map(shown)
  for (const { entry, isThere } of looks)
    if (isThere && entry.id !== undefined) targets.set(entry.id, entry.email)
  failures.push(...(await removed(leavings, targets)))
  const gone = new Set(
    looks.filter(({ failure, isThere }) => failure === undefined && !isThere).map(({ entry }) => entry),
  )
  for (const entry of mine) {
    if (failures.some((failure) => isSame(entry, failure))) continue
    const isNamed = [...targets.values()].some((email) => email.toLowerCase() === entry.email.toLowerCase())
    const reason = isNamed || gone.has(entry) ? undefined : reasonToDoubt(entry, found, failures, mine)
    if (reason === undefined) ledger.removed(entry)
    else failures.push(leftover(entry, reason))
  }
  return [...failures, ...(await unasked(leavings, failures))]
}

/** Who carries the run's tag, but was never asked for: they are left alone, and named. */
async function unasked({ scope, guard }: Leavings, failures: readonly Leftover[]): Promise<Leftover[]> {
  const told = new Set(failures.map(({ id }) => id))
  const others = guard.own.unasked(scope.contract).filter(({ id }) => !told.has(id))
  const shown = await Promise.all(others.map(({ id }) => scope.get(id).catch(() => undefined)))
  return others.flatMap(({ contract, id, user, isElder }, index): Leftover[] => {
    if (shown[index] === undefined) return []
    // Whoever has an address of their own is nobody of the run's, so that it is not told.
    const email = guard.carriesTag(user.email) ? String(user.email) : OTHER_ADDRESS
    return [{ contract, email, id, reason: isElder ? ELDER : UNASKED }]
  })
}

/** The run's own users among those shown: addresses by id. */
function ownIn(users: readonly User[], { contract }: CleanUpScope, guard: Guard): Map<string, string> {
  for (const user of users) guard.confirm(contract, user)
  const own = users.flatMap((user): [string, string][] => {
    const id = idOf(user)
    return id !== undefined && guard.isOwn(id) ? [[id, String(user.email)]] : []
  })
  return new Map(own)
}

async function foundIn(scope: CleanUpScope): Promise<Found | undefined> {
  try {
    return await scope.find()
  } catch {
    return undefined
  }
}

interface LookedFor {
  entry: OpenEntry
  isThere: boolean
  failure?: Leftover
}

/** Whether somebody whom the list does not show is there all the same: a broken list is no reason to leave them. */
async function lookFor(
  entry: OpenEntry,
  { scope, guard, consistencyMs }: Leavings,
  found: Found | undefined,
  mine: readonly OpenEntry[],
): Promise<LookedFor> {
  const { id = '' } = entry
  const isAbsent = { entry, isThere: false }
  const isLost = entry.answer === 'accepted' && !guard.isGone(id) && !isReplaced(entry, mine)
  if (found?.whole && guard.isSeenGone(id)) return isAbsent
  // Nobody is to look for them, or to remove anybody, under an id that is somebody else's.
  if (guard.isForeign(id)) {
    const isPlaced = byEmail(found?.users ?? [], entry.email).every((user) => isOf(user, guard))
    const { id: _, ...nameless } = entry
    return found?.whole && isPlaced ? isAbsent : { ...isAbsent, failure: leftover(nameless, ANOTHERS_ID) }
  }
  try {
    // Whoever was created a moment ago may not show yet where there are several replicas.
    const waitMs = isLost ? consistencyMs : 0
    const user = await eventually(
      () => scope.get(id),
      (one) => one !== undefined,
      () => [],
      waitMs,
    )
    if (user === undefined) return isLost ? { ...isAbsent, failure: leftover(entry, NEVER_SEEN) } : isAbsent
    guard.confirm(scope.contract, { ...user, id })
    const isOurs = guard.isOwn(id) && !guard.own.isTaken(id)
    return isOurs ? { entry, isThere: true } : { ...isAbsent, failure: leftover(entry, NOT_OURS) }
  } catch (error) {
    // Where the list shows nobody either, any refusal to show the user will do.
    if (error instanceof NotShown && found?.whole && !(found.hidden && isLost)) return isAbsent
    return { ...isAbsent, failure: leftover(entry, messageOf(error)) }
  }
}

/** Whether a renewed invitation has given the same address another id since. */
function isReplaced(entry: OpenEntry, mine: readonly OpenEntry[]): boolean {
  return mine.some(
    (other) =>
      other !== entry &&
      other.id !== undefined &&
      other.replaced !== true &&
      isSame(entry, { ...other, reason: '' }),
  )
}

/** Removes and looks again. @param targets addresses by id */
async function removed(
  { scope, guard, consistencyMs, known, isLast = false, ledger }: Leavings,
  targets: ReadonlyMap<string, string>,
): Promise<Leftover[]> {
  // What was known may have changed since: whoever is back is named.
  if (targets.size === 0 && (known === undefined || isLast)) return []
  const left = (id: string, reason: string): Leftover => ({
    contract: scope.contract,
    email: targets.get(id) ?? '',
    id,
    reason,
  })
  const refused = await Promise.all(
    [...targets.keys()].map(async (id) => {
      try {
        // It may have been a slip that somebody else was shown under this id.
        if (guard.own.isTaken(id)) await scope.get(id).catch(() => undefined)
        return { id, reason: await scope.remove(id) }
      } catch (error) {
        return { id, reason: messageOf(error) }
      }
    }),
  )
  const failures = refused.flatMap(({ id, reason }) => (reason === undefined ? [] : [left(id, reason)]))
  const done = refused.flatMap(({ id, reason }) => (reason === undefined ? [id] : []))
  if (done.length === 0 && targets.size > 0) return failures
  const refusedIds = new Set(failures.map(({ id }) => id))
  const { shown: stays, list } = await eventually(
    () => stillShown(scope, done, guard),
    ({ shown: still }) => [...still.keys()].every((id) => refusedIds.has(id)),
    () => [],
    consistencyMs,
  )
  // Somebody who was gone before may be back by now.
  const shown = [...stays].filter(([id]) => !refusedIds.has(id))
  return [
    ...failures,
    ...shown.map(([id, email]) => ({ ...left(id, STILL_SHOWN), email: targets.get(id) ?? email })),
    ...ledger.open().flatMap((entry) => {
      const isShown = isIn(scope, entry) && byEmail(list, entry.email).some((user) => !isOf(user, guard))
      return isShown ? [leftover({ contract: entry.contract, email: entry.email }, ELSEWHERE)] : []
    }),
  ]
}

/** The list, and the run's own users whom it shows, with those of the ids whom a read does: addresses by id. */
async function stillShown(
  scope: CleanUpScope,
  ids: readonly string[],
  guard: Guard,
): Promise<{ shown: Map<string, string>; list: readonly User[] }> {
  const reads = await Promise.all(ids.map((id) => scope.get(id).catch(() => undefined)))
  // The list comes last, because a read may bring somebody back.
  const again = await foundIn(scope)
  const list = again?.users ?? []
  const shown = ownIn(list, scope, guard)
  for (const [index, id] of ids.entries()) {
    const user = reads[index]
    if (user !== undefined && isOf(user, guard) && !shown.has(id)) shown.set(id, String(user.email))
  }
  return { shown, list }
}

/** A body of another shape shows nobody. */
function isOf(user: User | undefined, guard: Guard): boolean {
  const id = user && idOf(user)
  return id !== undefined && guard.isOwn(id)
}

/** Why somebody who was asked for may be there although nobody was found. */
function reasonToDoubt(
  entry: OpenEntry,
  found: Found | undefined,
  failures: readonly Leftover[],
  mine: readonly OpenEntry[],
): string | undefined {
  if (entry.answer === 'refused') return undefined
  if (entry.answer === 'accepted' && entry.id === undefined && found?.whole) return NOT_SHOWN
  if (found === undefined) return 'the list could not be read, so it is unknown whether it exists'
  if (!found.whole) return 'its creation was not answered, and the list is too long to be searched'
  if (byEmail(found.users, entry.email).length > 0) return ELSEWHERE
  // The target may show a user under another address; as long as one cannot be placed, any may have stayed.
  const placed = failures.every((failure) => mine.some((one) => isSame(one, failure)))
  return placed ? undefined : 'the target shows a user of this run under another address'
}

function isIn({ contract, profileId }: CleanUpScope, entry: OpenEntry): boolean {
  return entry.contract === contract && entry.profileId === profileId
}

function isSame(entry: OpenEntry, { id, email }: Leftover): boolean {
  return (id !== undefined && entry.id === id) || entry.email.toLowerCase() === email.toLowerCase()
}

function leftover({ contract, email, id }: OpenEntry, reason: string): Leftover {
  return { contract, email, ...(id === undefined ? {} : { id }), reason }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
