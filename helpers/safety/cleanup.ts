/** Removes from a target what runs left there that are over: named by their journals, or marked with a tag. */

import type { Contract } from '../../model/contract.ts'
import type { Leftover } from '../../model/report.ts'
import type { Config } from '../config/config.ts'
import { secretsOf } from '../config/config.ts'
import { suiteVersion } from '../config/package-root.ts'
import { Client } from '../http/client.ts'
import { Deadline } from '../http/deadline.ts'
import { dispatcherFor } from '../http/dispatcher.ts'
import { Recorder } from '../http/recorder.ts'
import { createMask } from '../secrets/mask.ts'
import { tagsUnderWay } from './alive.ts'
import { type Directory, v1Directory, v3Directory } from './directory.ts'
import { type JournalEntry, type LeftJournal, readJournals } from './journal/journal.ts'
import { type Swept, sweep } from './sweep.ts'

export interface CleanUpOptions {
  /** A run of this process whose workers have ended: it counts as over. */
  endedRunId?: string
  /** Which tags without a journal here are removed; absent: all, as somebody asked for. */
  withoutJournal?: (tag: string) => boolean
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
  /** Users of runs that may still be under way. */
  spared: { contract: Contract; email: string; tag: string }[]
}

/** Never throws for what the target does. */
export async function cleanUpTarget(
  config: Config & { baseUrl: string },
  options: CleanUpOptions = {},
): Promise<CleanedUp> {
  const { endedRunId, withoutJournal = () => true, timeoutMs = config.runTimeoutMs } = options
  const journals = readJournals(
    config.journalDir,
    config.baseUrl,
    endedRunId === undefined ? {} : { endedRunId },
  )
  const underWay = tagsUnderWay(config.journalDir, endedRunId)
  const named = new Set(journals.map(({ tag }) => tag.toLowerCase()))
  const isOver = (tag: string): boolean => named.has(tag) || (!underWay.has(tag) && withoutJournal(tag))
  const mask = createMask(secretsOf(config))
  const deadline = new Deadline(timeoutMs)
  const client = new Client({
    ...config,
    deadline,
    dispatcher: dispatcherFor(config),
    recorder: new Recorder(),
    mask,
    maxWaitMs: config.maxRetryAfterMs,
    userAgent: `users-api-conformance/${suiteVersion()} cleanup`,
  })
  const result: CleanedUp = { removed: [], left: [], unread: [], spared: [] }
  try {
    const scopes = directories(client, config, journals)
    await Promise.all(
      scopes.map((directory) =>
        cleanScope(directory, journals, isOver, config.safety !== 'read-only', result),
      ),
    )
  } finally {
    deadline.close()
    await client.close()
  }
  noteUnreachable(journals, config, result)
  for (const journal of journals) journal.close()
  for (const one of [...result.left, ...result.unread]) one.reason = mask(one.reason)
  return result
}

async function cleanScope(
  directory: Directory,
  journals: LeftJournal[],
  isOver: (tag: string) => boolean,
  mayRemove: boolean,
  result: CleanedUp,
): Promise<void> {
  const entries = journals.flatMap((journal) =>
    journal.left.filter((entry) => isIn(directory, entry)).map((entry) => ({ journal, entry })),
  )
  const ids = entries.flatMap(({ entry }) => entry.id ?? [])
  const swept = await sweep(directory, ids, isOver, mayRemove)
  const { contract } = directory
  const brief = ({ email, tag }: { email: string; tag: string }) => ({ contract, email, tag })
  result.removed.push(...swept.removed.map(brief))
  result.spared.push(...swept.spared.map(brief))
  result.left.push(...swept.left)
  if (swept.unread !== undefined) result.unread.push({ contract, reason: swept.unread })
  const stays = new Set(swept.left.map(({ email }) => email.toLowerCase()))
  for (const { journal, entry } of entries) {
    if (stays.has(entry.email.toLowerCase())) continue
    const reason = reasonToDoubt(entry, swept)
    if (reason === undefined) journal.removed({ ...entry })
    else result.left.push({ contract, email: entry.email, reason })
  }
}

/** Why a user whom a journal names may still be there; undefined when it is gone. */
function reasonToDoubt({ id }: JournalEntry, swept: Swept): string | undefined {
  if (id !== undefined && swept.unknown.includes(id)) return 'the user could not be read'
  const isGone = id !== undefined && (swept.gone.includes(id) || swept.removed.some((one) => one.id === id))
  if (isGone || swept.whole) return undefined
  return swept.unread ?? 'the list could not be searched to its end'
}

/** Every scope that the configuration or a journal names and for which there is a credential. */
function directories(client: Client, { v3, v1, maxPages }: Config, journals: LeftJournal[]): Directory[] {
  const profiles = journals.flatMap(({ left }) => left.flatMap(({ profileId }) => profileId ?? []))
  const scopes = new Set([undefined, v3.profileId, ...profiles])
  return [
    ...(v3.apiKey === undefined ? [] : [...scopes].map((id) => v3Directory(client, v3.apiKey ?? '', id))),
    ...(v1.accessToken === undefined ? [] : [v1Directory(client, v1.accessToken, maxPages)]),
  ]
}

/** What journals name, but nobody has the credential to look for. */
function noteUnreachable(journals: LeftJournal[], { v3, v1 }: Config, result: CleanedUp): void {
  const missing = {
    ...(v3.apiKey === undefined ? { v3: 'API_KEY' } : {}),
    ...(v1.accessToken === undefined ? { v1: 'ACCESS_TOKEN' } : {}),
  } as Partial<Record<Contract, string>>
  for (const { contract, email } of journals.flatMap(({ left }) => left)) {
    const variable = missing[contract]
    if (variable !== undefined) result.left.push({ contract, email, reason: `needs ${variable}` })
  }
}

function isIn(directory: Directory, { contract, profileId }: { contract: Contract; profileId?: string }) {
  return directory.contract === contract && directory.profileId === profileId
}
