/** What a journal's events add up to: the users that may still be on the target. */
import type { Contract } from '../../../model/contract.ts'

/** A user that a run asked for and has not seen removed. */
export interface JournalEntry {
  contract: Contract
  email: string
  /** Known once the target has answered. */
  id?: string
  /** The profile in whose scope the user was asked for. */
  profileId?: string
  /** `planned`: whether the target made the user is not known; `refused`: it said that it did not. */
  state: 'planned' | 'created' | 'refused'
}

interface Scope {
  contract: Contract
  profileId?: string | undefined
}

/** About to be asked for. */
export type Planned = Scope & { email: string }

/** Answered by the target. */
export type Created = Scope & { email: string; id?: string | undefined }

/**
 * Gone, or never made. Without `profileId` it holds for every scope of the contract; an `id` singles out one of
 * several users with the same address.
 */
export type Removed = Scope & { email?: string | undefined; id?: string | undefined }

/** Whom the organization showed before the run (journal/organization.ts). */
export interface Shown {
  event: 'shown'
  contract: Contract
  marks: readonly string[]
}

export type JournalEvent =
  | ({ event: 'planned' } & Planned)
  | ({ event: 'created' } & Created)
  | ({ event: 'refused' } & Planned)
  | ({ event: 'removed' } & Removed)
  | Shown

/** The entries left after one more event. */
export function afterEvent(entries: readonly JournalEntry[], event: JournalEvent): JournalEntry[] {
  if (event.event === 'shown') return [...entries]
  if (event.event === 'removed') return entries.filter((entry) => !isGone(entry, event))
  const alike = entries.filter((entry) => isSamePlan(entry, event))
  if (event.event === 'planned') {
    return alike.length > 0 ? [...entries] : [...entries, entryOf(event, 'planned')]
  }
  if (event.event === 'refused') {
    return entries.map((entry) =>
      alike.includes(entry) && entry.state === 'planned' ? { ...entry, state: 'refused' as const } : entry,
    )
  }
  if (alike.some((entry) => entry.state === 'created' && entry.id === event.id)) return [...entries]
  const plan = alike.find((entry) => entry.state !== 'created' || entry.id === undefined)
  return [...entries.filter((entry) => entry !== plan), entryOf(event, 'created')]
}

function entryOf({ contract, email, profileId, id }: Created, state: JournalEntry['state']): JournalEntry {
  return {
    contract,
    email,
    ...(id === undefined ? {} : { id }),
    ...(profileId === undefined ? {} : { profileId }),
    state,
  }
}

function isSamePlan(entry: JournalEntry, event: Planned): boolean {
  return (
    entry.contract === event.contract &&
    entry.profileId === event.profileId &&
    isSameAddress(entry.email, event.email)
  )
}

function isGone(entry: JournalEntry, event: Removed): boolean {
  if (entry.contract !== event.contract) return false
  if (event.profileId !== undefined && entry.profileId !== event.profileId) return false
  if (event.id !== undefined && entry.id !== undefined) return entry.id === event.id
  return event.email !== undefined && isSameAddress(entry.email, event.email)
}

/** A target may give an address back in other letters. */
function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
