/** Removes from a target what runs left there that are over: named by their journals, or marked with a tag. */

import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Leftover } from '../../model/report.ts'
import { type Config, secretsOf } from '../config/config.ts'
import type { Client } from '../http/client.ts'
import { withClient } from '../http/with-client.ts'
import { maskOf } from '../secrets/mask-of.ts'
import { tagsUnderWay } from './alive.ts'
import type { CleanUpScope } from './clean-up-scope.ts'
import { type JournalEntry, type LeftJournal, readJournals } from './journal/journal.ts'
import { type Claims, type Stray, type Swept, sweep } from './sweep.ts'

/** What a clean-up needs to know of a contract. */
export interface SweptContract {
  contract: Contract
  /** The variable of the credential without which nobody can be looked for. */
  credential: string
  /** The scopes of a target that the configuration and journals name; none without a credential. */
  scopes(client: Client, config: Config, profiles: readonly string[]): Promise<CleanUpScope[]>
}

/** How to go about it. */
export interface CleanUpOptions {
  /** A run of this process whose workers have ended: it counts as over. */
  endedRunId?: string
  /** Whether users may be taken for a run's by their tag, without a journal: only where somebody asked for that. */
  byTag?: boolean
  /** Called with whom tags alone condemn, before anything is sent. */
  beforeRemoval?: (users: readonly { contract: Contract; email: string; name: string }[]) => void
  /** How long it may take, in milliseconds. */
  timeoutMs?: number
}

/** What a clean-up came to. */
export interface CleanedUp {
  /** Addresses of the users that are gone now. */
  removed: { contract: Contract; email: string; tag: string }[]
  left: Leftover[]
  /** Why a contract's users could not be looked at. */
  unread: { contract: Contract; reason: string }[]
  /** Users with a tag whom no journal here names, or whose run may still be under way: they are only told of. */
  spared: { contract: Contract; email: string; tag: string }[]
  /** Every request of the clean-up. */
  exchanges: Exchange[]
}

/** Never throws for what the target does. */
export async function cleanUpTarget(
  config: Config & { baseUrl: string },
  contracts: readonly SweptContract[],
  options: CleanUpOptions = {},
): Promise<CleanedUp> {
  const { endedRunId, byTag = false, beforeRemoval, timeoutMs = config.runTimeoutMs } = options
  const journals = readJournals(
    config.journalDir,
    config.baseUrl,
    endedRunId === undefined ? {} : { endedRunId },
  )
  const underWay = tagsUnderWay(config.journalDir, endedRunId)
  const isOver = (tag: string): boolean => !underWay.has(tag)
  const mask = maskOf(secretsOf(config))
  const missing = new Map<Contract, string>()
  const result: CleanedUp = { removed: [], left: [], unread: [], spared: [], exchanges: [] }
  await withClient({ ...config, runTimeoutMs: timeoutMs }, 'cleanup', async (client, recorder) => {
    result.exchanges = recorder.all
    const profiles = journals.flatMap(({ left }) => left.flatMap(({ profileId }) => profileId ?? []))
    const scopes = (
      await Promise.all(contracts.map((contract) => contract.scopes(client, config, profiles)))
    ).flat()
    for (const { contract, credential } of contracts)
      if (!scopes.some((scope) => scope.contract === contract)) missing.set(contract, credential)
    const claims = {
      isOver,
      byTag,
      mayRemove: config.safety !== 'read-only',
      consistencyMs: config.consistencyMs,
    }
    await Promise.all(
      scopes.map((scope) => {
        const { contract } = scope
        const tell = (strays: readonly Stray[]): void =>
          beforeRemoval?.(strays.map(({ email, user }) => ({ contract, email, name: String(user.name) })))
        const credential = contracts.find((one) => one.contract === contract)?.credential ?? contract
        return cleanScope(scope, journals, { ...claims, beforeRemoval: tell }, credential, result)
      }),
    )
  })
  noteUnreachable(journals, missing, result)
  for (const journal of journals) journal.close()
  for (const one of [...result.left, ...result.unread]) one.reason = mask(one.reason)
  return result
}

async function cleanScope(
  scope: CleanUpScope,
  journals: LeftJournal[],
  claims: Omit<Claims, 'entries'>,
  credential: string,
  result: CleanedUp,
): Promise<void> {
  const entries = journals.flatMap((journal) =>
    journal.left.filter((entry) => isIn(scope, entry)).map((entry) => ({ journal, entry })),
  )
  const swept = await sweep(scope, { ...claims, entries: entries.map(({ entry }) => entry) })
  const { contract } = scope
  const brief = ({ email, tag }: { email: string; tag: string }) => ({ contract, email, tag })
  result.removed.push(...swept.removed.map(brief))
  result.spared.push(...swept.spared.map(brief))
  result.left.push(...swept.left)
  if (swept.unread !== undefined) result.unread.push({ contract, reason: swept.unread })
  const stays = new Set(swept.left.map(({ email }) => email.toLowerCase()))
  for (const { journal, entry } of entries) {
    if (stays.has(entry.email.toLowerCase())) continue
    const reason = reasonToDoubt(entry, swept, journal, credential)
    if (reason === undefined) journal.removed({ ...entry })
    else result.left.push({ contract, email: entry.email, reason })
  }
}

/** Why a user whom a journal names may still be there; undefined when it is gone, or was never made. */
function reasonToDoubt(
  { id, state, contract, profileId }: JournalEntry,
  swept: Swept,
  journal: LeftJournal,
  credential: string,
): string | undefined {
  if (state === 'refused') return undefined
  if (id !== undefined && swept.unknown.includes(id)) return 'the user could not be read'
  if (id !== undefined && swept.strange.includes(id)) {
    return 'the target shows somebody under its id who is not recognised as created by that run'
  }
  const isRemoved = swept.removed.some((one) => one.id === id)
  if (id !== undefined && swept.hidden && state === 'created')
    return `the profile is not shown to ${credential}`
  const isRead = swept.unread === undefined
  if (profileId === undefined && !isRemoved && isRead && journal.isElsewhere(contract, swept.listed)) {
    return `nobody whom the target showed to that run is shown to ${credential}: it belongs to another organization, or that one was made anew (cleanup --forget ${journal.runId} drops the journal)`
  }
  const isGone = id !== undefined && (swept.gone.includes(id) || isRemoved)
  if (isGone || swept.whole) return undefined
  return swept.unread ?? 'the list could not be searched to its end'
}

/** What journals name, but nobody has the credential to look for. */
function noteUnreachable(
  journals: LeftJournal[],
  missing: ReadonlyMap<Contract, string>,
  result: CleanedUp,
): void {
  for (const { contract, email } of journals.flatMap(({ left }) => left)) {
    const variable = missing.get(contract)
    if (variable !== undefined) result.left.push({ contract, email, reason: `needs ${variable}` })
  }
}

function isIn(scope: CleanUpScope, { contract, profileId }: { contract: Contract; profileId?: string }) {
  return scope.contract === contract && scope.profileId === profileId
}
