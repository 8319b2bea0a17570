/** `cleanup`: removes what runs left on the target that were killed, and nothing else. */

import { loadEnvironment, readConfig, secretsOf } from '../../helpers/config/config.ts'
import { cleanUpTarget } from '../../helpers/safety/cleanup.ts'
import { pruneJournals, readJournals } from '../../helpers/safety/journal/journal.ts'
import { cleanedUpText } from '../../helpers/safety/text.ts'
import { createMask } from '../../helpers/secrets/mask.ts'

const CLEAN_EXIT = 0
const LEFT_EXIT = 3

/**
 * Prints what it did.
 * @returns 0 when nothing is left, 3 when something may be
 * @throws ConfigError when the configuration is at fault
 */
export async function cleanupCommand(): Promise<number> {
  const config = readConfig(loadEnvironment())
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
  const cleaned = await cleanUpTarget({ ...config, baseUrl })
  const mask = createMask(secretsOf(config))
  for (const line of cleanedUpText(cleaned)) process.stdout.write(`${mask(line)}\n`)
  return cleaned.left.length + cleaned.unread.length === 0 ? CLEAN_EXIT : LEFT_EXIT
}
