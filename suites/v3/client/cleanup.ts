/** Removes what a v3 run created, and nothing else: only users that the target shows with the run's tag. */

import { MadeUnseen } from '../../../helpers/http/ambiguous-write.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger, OpenEntry } from '../../../helpers/safety/ledger.ts'
import { isRefusal } from '../../../model/answer.ts'
import type { Leftover } from '../../../model/report.ts'
import type { V3Caller } from './caller.ts'
import type { LatestLists } from './latest-lists.ts'
import { idOf, userOf, usersOf, type V3User } from './user.ts'

/** Why somebody is named whom nobody has seen. */
const ACCEPTED_BUT_NOT_SHOWN =
  'its creation was answered with success, but the target shows nobody under that address, and told no id'

/**
 * Looks through every scope in which the run asked for users.
 * @param latest what each scope's list showed since the latest invitation; that nobody is left is not asked twice
 * @returns what could not be removed
 */
export async function cleanUpV3(
  admin: V3Caller,
  guard: Guard,
  ledger: Ledger,
  latest: LatestLists,
): Promise<Leftover[]> {
  const mine = ledger.open().filter((entry) => entry.contract === 'v3')
  const scopes = new Set(mine.map((entry) => entry.profileId))
  const leftovers = await Promise.all(
    [...scopes].map((profileId) => cleanScope(admin, guard, ledger, latest, profileId, mine)),
  )
  return leftovers.flat()
}

async function cleanScope(
  admin: V3Caller,
  guard: Guard,
  ledger: Ledger,
  latest: LatestLists,
  profileId: string | undefined,
  entries: OpenEntry[],
): Promise<Leftover[]> {
  const scope = profileId === undefined ? {} : { profileId }
  const mine = entries.filter((entry) => entry.profileId === profileId)
  const known = latest.current(profileId)
  const isKnownGone = ({ id, answer }: OpenEntry): boolean =>
    id === undefined ? answer !== 'accepted' : guard.isGone(id)
  if (known && !known.some((user) => isOurs(user, guard)) && mine.every(isKnownGone)) {
    for (const entry of mine) ledger.removed(entry)
    return []
  }
  const listed = await usersIn(admin, scope)
  for (const user of listed ?? []) guard.confirm(user.id, user.email, user.name)
  const left = (listed ?? []).filter((user) => guard.isOwn(idOf(user) ?? ''))
  const failures: Leftover[] = []
  for (const user of left) {
    const id = idOf(user) ?? ''
    const reason = await removeOne(admin, id, scope)
    if (reason !== undefined) failures.push({ contract: 'v3', email: String(user.email), id, reason })
  }
  // A list that is broken, or hides somebody, is no reason to leave a user whose id is known.
  const unlisted = mine.filter(
    ({ id }) =>
      id !== undefined &&
      !left.some((user) => idOf(user) === id) &&
      !(listed !== undefined && guard.isGone(id)),
  )
  const settled = new Set<OpenEntry>()
  for (const entry of unlisted) {
    const reason = await unlistedReason(admin, guard, entry, scope, listed !== undefined)
    if (reason === undefined) settled.add(entry)
    else failures.push(leftover(entry, reason))
  }
  // The target may show a user under another address; as long as one cannot be placed, any may have stayed.
  const placed = failures.every((failure) => mine.some((entry) => isSame(entry, failure)))
  for (const entry of mine) {
    if (failures.some((failure) => isSame(entry, failure))) continue
    const isMissing = listed && entry.answer === 'accepted' && entry.id === undefined
    const isNamed = left.some((user) => String(user.email).toLowerCase() === entry.email.toLowerCase())
    if (isMissing && !isNamed) failures.push(leftover(entry, ACCEPTED_BUT_NOT_SHOWN))
    else if (settled.has(entry) || (listed && placed) || entry.answer === 'refused') ledger.removed(entry)
    else if (!listed) {
      failures.push(leftover(entry, 'the list could not be read, so it is unknown whether it exists'))
    }
  }
  return failures
}

function isOurs({ id, email, name }: V3User, guard: Guard): boolean {
  return guard.isOwn(idOf({ id }) ?? '') || guard.carriesTag(email) || guard.carriesTag(name)
}

/** Everybody in a scope, nobody where there is no such scope; undefined when that cannot be read. */
async function usersIn(admin: V3Caller, scope: { profileId?: string }): Promise<V3User[] | undefined> {
  try {
    const answer = await admin.list({ purpose: 'clean-up: what is left?', ...scope })
    return answer.status === 404 && scope.profileId !== undefined ? [] : usersOf(answer)
  } catch {
    return undefined
  }
}

/** Removes a user whom the list does not show. @returns why it may have stayed; undefined when it is gone */
async function unlistedReason(
  admin: V3Caller,
  guard: Guard,
  { id = '' }: OpenEntry,
  scope: { profileId?: string },
  isListRead: boolean,
): Promise<string | undefined> {
  try {
    const seen = await admin.get(id, { purpose: 'clean-up: is that user there, and ours?', ...scope })
    // Where the list shows nobody either, any refusal to show the user will do.
    if (seen.status === 404 || (isListRead && isRefusal(seen) && seen.status !== 401)) return undefined
    const user = userOf(seen)
    if (!user) return `the user could not be read (status ${seen.status})`
    guard.confirm(id, user.email, user.name)
    if (!guard.isOwn(id)) return 'the target does not show it as created by this run'
    return await removeOne(admin, id, scope)
  } catch (error) {
    return (error as Error).message
  }
}

function isSame(entry: OpenEntry, { id, email }: Leftover): boolean {
  return (id !== undefined && entry.id === id) || entry.email.toLowerCase() === email.toLowerCase()
}

async function removeOne(
  admin: V3Caller,
  id: string,
  scope: { profileId?: string },
): Promise<string | undefined> {
  try {
    const answer = await admin.remove(id, { sandbox: false }, { purpose: 'clean-up', ...scope })
    const gone = answer.status === 404 || (answer.status >= 200 && answer.status < 300)
    return gone ? undefined : `the removal was answered ${answer.status}`
  } catch (error) {
    return error instanceof MadeUnseen ? undefined : (error as Error).message
  }
}

function leftover(entry: OpenEntry, reason: string): Leftover {
  return {
    contract: entry.contract,
    email: entry.email,
    ...(entry.id === undefined ? {} : { id: entry.id }),
    reason,
  }
}
