/** Removes what a v1 run created, and nothing else: only users that the target shows with the run's tag. */

import { MadeUnseen } from '../../../helpers/http/ambiguous-write.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger, OpenEntry } from '../../../helpers/safety/ledger.ts'
import type { Leftover } from '../../../model/report.ts'
import { isComplete } from '../inspection/judge-pages.ts'
import type { Directory } from '../steps/directory.ts'
import type { V1Caller } from './caller.ts'
import { MAX_LIMIT } from './pages.ts'
import { userOf } from './user.ts'

/** What a clean-up works with. */
export interface CleanUpParts {
  manager: V1Caller
  directory: Directory
  guard: Guard
  ledger: Ledger
  /** Ids of users who were seen to be gone. */
  gone: ReadonlySet<string>
  /** Whether the creation of an address is known to have come to nothing. */
  cameToNothing: (email: string) => boolean
  /** Whether it was refused, at least. */
  wasRefused: (email: string) => boolean
}

/** @returns what could not be removed, or is not known to be gone */
export async function cleanUpV1(parts: CleanUpParts): Promise<Leftover[]> {
  const { directory, guard, ledger, gone, cameToNothing, wasRefused } = parts
  if (!guard.allows('disposable')) return []
  const open = ledger.open().filter(({ contract }) => contract === 'v1')
  const unknown: OpenEntry[] = []
  for (const entry of open) {
    if (entry.id === undefined && cameToNothing(entry.email)) ledger.removed(entry)
    else if (entry.id === undefined) unknown.push(entry)
  }
  const found = new Set(directory.sighted.values())
  const lost = unknown.filter(({ email }) => !found.has(email))
  const searched = lost.length === 0 || (await search(directory))
  const candidates = new Map([
    ...open.flatMap(({ id, email }): [string, string][] => (id === undefined ? [] : [[id, email]])),
    ...directory.sighted,
  ])
  const leftovers = await Promise.all(
    [...candidates].filter(([id]) => !gone.has(id)).map(([id, email]) => removeOne(parts, id, email)),
  )
  const failures = leftovers.filter((one) => one !== undefined)
  const stays = new Set(failures.map(({ email }) => email.toLowerCase()))
  for (const entry of open) {
    if (entry.id !== undefined || stays.has(entry.email.toLowerCase())) continue
    const isShown = [...directory.sighted.values()].includes(entry.email)
    if (entry.answer === 'accepted' && !isShown) {
      const { contract, email } = entry
      const reason =
        'its creation was answered with success, but the target shows nobody under that address, and told no id'
      failures.push({ contract, email, reason })
      continue
    }
    const settled = searched || wasRefused(entry.email) || entry.answer === 'refused'
    if (settled || [...directory.sighted.values()].includes(entry.email)) ledger.removed(entry)
    else {
      const { contract, email } = entry
      const reason = 'its creation was not answered, and the list is too long to be searched'
      failures.push({ contract, email, reason })
    }
  }
  return failures
}

/**
 * Looks for the run's users at both ends of the list, and of the pending users.
 * @returns whether that was all, or new users are known to stand there
 */
async function search(directory: Directory): Promise<boolean> {
  const purpose = 'clean-up: what is left?'
  try {
    const first = await directory.page(1, MAX_LIMIT, purpose)
    if (isComplete(first)) return true
    const pending = await directory.page(1, MAX_LIMIT, purpose, 'pending')
    const ends = [undefined, 'pending'].flatMap((status) => {
      const last = Math.ceil(((status === undefined ? first : pending).total ?? 0) / MAX_LIMIT)
      return [last - 1, last].filter((page) => page > 1).map((page) => ({ page, status }))
    })
    await Promise.all(ends.map(({ page, status }) => directory.page(page, MAX_LIMIT, purpose, status)))
    const total = pending.total ?? Number.POSITIVE_INFINITY
    return isComplete(pending) || total <= 3 * MAX_LIMIT || directory.sighted.size > 0
  } catch {
    return false
  }
}

async function removeOne(
  { manager, guard, ledger }: CleanUpParts,
  id: string,
  email: string,
): Promise<Leftover | undefined> {
  const entry = { contract: 'v1' as const, email, id }
  try {
    if (!guard.isOwn(id)) {
      const seen = await manager.get(id, { purpose: 'clean-up: is that user ours?' })
      const user = userOf(seen)
      guard.confirm(id, user?.email, user?.name)
      // Only this says that there is nobody; any other answer without a user says nothing.
      if (seen.status === 404) {
        ledger.removed(entry)
        return undefined
      }
      if (!user) return { ...entry, reason: `the user could not be read (status ${seen.status})` }
      if (!guard.isOwn(id)) return { ...entry, reason: 'the target does not show it as created by this run' }
    }
    const answer = await manager.remove(id, { purpose: 'clean-up' })
    let done = answer.status === 404 || (answer.status >= 200 && answer.status < 300)
    if (!done) {
      const seen = await manager.get(id, { purpose: 'clean-up: is that user still there?' })
      done = seen.status === 404
    }
    if (!done) return { ...entry, reason: `the removal was answered ${answer.status}` }
    ledger.removed(entry)
    return undefined
  } catch (error) {
    if (error instanceof MadeUnseen) {
      ledger.removed(entry)
      return undefined
    }
    return { ...entry, reason: (error as Error).message }
  }
}
