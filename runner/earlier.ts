/** What other runs left on the target, and what this run leaves when its worker dies: the main process clears it. */

import type { Config } from '../helpers/config/config.ts'
import { tagsUnderWay } from '../helpers/safety/alive.ts'
import type { CleanedUp, CleanUpOptions } from '../helpers/safety/cleanup.ts'
import { pruneJournals, readJournals } from '../helpers/safety/journal/journal.ts'
import { startOf } from '../helpers/safety/tag.ts'
import { cleanedUpText } from '../helpers/safety/text.ts'
import type { Leftover } from '../model/report.ts'
import { CLEAN_UP_MS } from './limits.ts'

/** A tag without a journal here may belong to a run on another machine for so long, in milliseconds. */
const FOREIGN_RUN_MS = 3_600_000

type Tell = (line: string) => void

/** Removes what runs left that were killed, and says so first. Sends nothing where no journal names anybody. */
export async function clearEarlier(config: Config, tell: Tell): Promise<void> {
  const { baseUrl } = config
  if (baseUrl === undefined) return
  pruneJournals(config.journalDir)
  const journals = readJournals(config.journalDir, baseUrl)
  if (journals.length === 0) return
  for (const { runId, startedAt, left } of journals) {
    tell(`The run ${runId} of ${startedAt} may have left ${left.length} users on this target.`)
  }
  tell('They are removed first.')
  await clear({ ...config, baseUrl }, {}, tell)
}

/** Removes users whom the run saw and who carry tags of runs that are over, and says so first. */
export async function clearStrays(config: Config, strays: readonly string[], tell: Tell): Promise<void> {
  const { baseUrl } = config
  if (baseUrl === undefined || config.safety === 'read-only') return
  const underWay = tagsUnderWay(config.journalDir)
  const over = strays.filter((tag) => !underWay.has(tag) && isOld(config)(tag))
  if (over.length === 0) return
  tell(`Users with the tags of earlier runs are on this target (${over.join(', ')}). They are removed.`)
  await clear({ ...config, baseUrl }, {}, tell)
}

/** Removes what the run `runId` left whose worker has ended. @returns what could not be removed */
export async function clearOwn(config: Config, runId: string): Promise<Leftover[]> {
  const { baseUrl } = config
  if (baseUrl === undefined || readJournals(config.journalDir, baseUrl, { endedRunId: runId }).length === 0) {
    return []
  }
  return (await clear({ ...config, baseUrl }, { endedRunId: runId }, () => undefined)).left
}

async function clear(
  config: Config & { baseUrl: string },
  options: CleanUpOptions,
  tell: Tell,
): Promise<CleanedUp> {
  // The code is needed only where something was left.
  const { cleanUpTarget } = await import('../helpers/safety/cleanup.ts')
  const cleaned = await cleanUpTarget(config, {
    withoutJournal: isOld(config),
    timeoutMs: CLEAN_UP_MS,
    ...options,
  })
  for (const line of cleanedUpText(cleaned)) tell(line)
  return cleaned
}

function isOld({ runTimeoutMs }: Config): (tag: string) => boolean {
  const longest = Math.max(FOREIGN_RUN_MS, runTimeoutMs + CLEAN_UP_MS)
  return (tag) => Date.now() - startOf(tag) > longest
}
