/** `cleanup`: removes what runs left on the target that were killed, and nothing else. */

import { loadEnvironment, readConfig, secretsOf } from '../../helpers/config/config.ts'
import { cleanUpTarget } from '../../helpers/safety/cleanup.ts'
import { pruneJournals, readJournals } from '../../helpers/safety/journal/journal.ts'
import { cleanedUpText, taggedText } from '../../helpers/safety/text.ts'

import { maskOf } from '../../helpers/secrets/mask-of.ts'
import { CONTRACTS } from '../../suites/index.ts'

import { UsageError } from '../errors.ts'

const CLEAN_EXIT = 0
const LEFT_EXIT = 3

/** Flags of `cleanup` that are no variables. */
export interface CleanupFlags {
  /** Id of a run whose journal is to be dropped. */
  forget?: string
}

/**
 * Prints what it did.
 * @returns 0 when nothing is left, 3 when something may be
 * @throws ConfigError when the configuration is at fault
 */
export async function cleanupCommand({ forget }: CleanupFlags = {}): Promise<number> {
  const config = readConfig(loadEnvironment())
  if (forget !== undefined) return forgotten(config.journalDir, forget)
  const { baseUrl, journalDir } = config
  pruneJournals(journalDir)
  const others = new Set(readJournals(journalDir).map((journal) => journal.baseUrl))
  if (baseUrl !== undefined) others.delete(baseUrl)
  for (const other of others) {
    process.stdout.write(`Runs may have left users on ${other}: set BASE_URL to clean up there.\n`)
  }
  if (baseUrl === undefined) {
    process.stdout.write('BASE_URL is not set: the embedded reference ends with its run and keeps nothing.\n')
    return others.size === 0 ? CLEAN_EXIT : LEFT_EXIT
  }
  const mask = maskOf(secretsOf(config))
  const say = (line: string): void => {
    process.stdout.write(`${mask(line)}\n`)
  }
  const cleaned = await cleanUpTarget({ ...config, baseUrl }, CONTRACTS, {
    byTag: true,
    beforeRemoval: (users) => taggedText(users).forEach(say),
  })
  for (const line of cleanedUpText(cleaned)) say(line)
  return cleaned.left.length + cleaned.unread.length === 0 ? CLEAN_EXIT : LEFT_EXIT
}

/** Drops the journals of a run that is over: what they name can no longer be found, or is somebody else's care. */
function forgotten(directory: string, runId: string): number {
  const journals = readJournals(directory).filter((journal) => journal.runId === runId)
  if (journals.length === 0) {
    const known = readJournals(directory).map((journal) => journal.runId)
    throw new UsageError(
      `--forget ${JSON.stringify(runId)}: no journal of a run with this id that is over; ${known.length === 0 ? 'there is none' : `there are ${known.join(', ')}`}`,
    )
  }
  for (const { left, forget, baseUrl } of journals) {
    for (const { contract, email } of left)
      process.stdout.write(`forgotten: ${contract} ${email} on ${baseUrl}\n`)
    forget()
  }
  return CLEAN_EXIT
}
