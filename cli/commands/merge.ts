/** `merge`: puts the reports of the shards of one run together. */

import { readReports } from '../../report/compare/read.ts'
import { mergeReports } from '../../report/merge/merge.ts'
import { settledTogether } from '../../runner/following.ts'
import { openMerge } from '../merging.ts'

/**
 * @param files reports, or the directories that hold them
 * @returns the exit code that one run would have had
 * @throws MergeError, ConfigError or CompareError for what cannot be merged
 */
export async function mergeCommand(
  files: string[],
  flags: { updateBaseline?: boolean; set?: string },
): Promise<number> {
  const conclude = await openMerge(flags)
  const reports = (await readReports(files)).map(({ report }) => report)
  return conclude(mergeReports(reports, settledTogether))
}
