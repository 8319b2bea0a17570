/** Which runs are still under way on this machine: what they created is not touched. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readJournalFile } from './journal/lines.ts'
import { isAlive } from './journal/process.ts'

/** Tags of the runs whose journals in `directory` are neither closed nor left by a process that ended. */
export function tagsUnderWay(directory: string, endedRunId?: string): Set<string> {
  const tags = new Set<string>()
  for (const name of namesIn(directory)) {
    const journal = readJournalFile(join(directory, name))
    if (journal === undefined || journal.closed || journal.head.runId === endedRunId) continue
    if (isAlive(journal.head.process, journal.writtenAt)) tags.add(journal.head.tag.toLowerCase())
  }
  return tags
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
