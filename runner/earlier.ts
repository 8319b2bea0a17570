/** What other runs left on the target, and what this run leaves when its worker dies: the main process clears it. */

import type { Config } from '../helpers/config/config.ts'
import { tagsUnderWay } from '../helpers/safety/alive.ts'
import type { CleanedUp, CleanUpOptions } from '../helpers/safety/cleanup.ts'
import { pruneJournals, readJournals } from '../helpers/safety/journal/journal.ts'
import { cleanedUpText } from '../helpers/safety/text.ts'
import type { Exchange } from '../model/exchange.ts'
import { CLEAN_UP_MS } from './limits.ts'

type Tell = (line: string) => void

/** Removes what runs left that were killed, and says so first. Sends nothing where no journal names anybody. */
export async function clearEarlier(config: Config, tell: Tell): Promise<Exchange[]> {
  const { baseUrl } = config
  if (baseUrl === undefined) return []
  pruneJournals(config.journalDir)
  const journals = readJournals(config.journalDir, baseUrl)
  if (journals.length === 0) return []
  for (const { runId, startedAt, left } of journals) {
    tell(`The run ${runId} of ${startedAt} may have left ${left.length} users on this target.`)
  }
  tell('They are removed first.')
  return (await clear({ ...config, baseUrl }, {}, tell)).exchanges
}

/**
 * Tells of users whom the run saw with tags of other runs. What a target shows is no reason to remove anybody: that
 * is for the command `cleanup`, which shows whom before it does it.
 */
export function tellStrays({ baseUrl, journalDir }: Config, strays: readonly string[], tell: Tell): void {
  if (baseUrl === undefined) return
  const underWay = tagsUnderWay(journalDir)
  const others = strays.filter((tag) => !underWay.has(tag))
  if (others.length === 0) return
  tell(
    `Users with the tags of other runs are on this target (${others.join(', ')}); they were left alone. The command cleanup looks at them.`,
  )
}

/** Removes what the run `runId` left whose worker has ended. @returns what could not be removed, and every request */
export async function clearOwn(
  config: Config,
  runId: string,
): Promise<Pick<CleanedUp, 'left' | 'exchanges'>> {
  const { baseUrl } = config
  if (baseUrl === undefined || readJournals(config.journalDir, baseUrl, { endedRunId: runId }).length === 0) {
    return { left: [], exchanges: [] }
  }
  return clear({ ...config, baseUrl }, { endedRunId: runId }, () => undefined)
}

async function clear(
  config: Config & { baseUrl: string },
  options: CleanUpOptions,
  tell: Tell,
): Promise<CleanedUp> {
  // The code is needed only where something was left.
  const { cleanUpTarget } = await import('../helpers/safety/cleanup.ts')
  const { CONTRACTS } = await import('../suites/index.ts')
  const cleaned = await cleanUpTarget(config, CONTRACTS, {
    timeoutMs: CLEAN_UP_MS,
    ...options,
  })
  for (const line of cleanedUpText(cleaned)) tell(line)
  return cleaned
}
