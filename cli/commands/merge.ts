/** `merge`: puts the reports of the shards of one run together. */

import { readReports } from '../../helpers/compare/read.ts'
import { readFailOn } from '../../helpers/config/choices.ts'
import { ConfigError, loadEnvironment } from '../../helpers/config/config.ts'
import { flag, optionalPath, path, startReading } from '../../helpers/config/reading.ts'
import { VARIABLES } from '../../helpers/config/variables.ts'
import { checkWritable } from '../../helpers/config/writable.ts'
import { mergeReports } from '../../helpers/gate/merge.ts'
import { openJudge } from '../../helpers/gate/open.ts'
import { UsageError } from '../errors.ts'
import { publish } from '../publish.ts'

/**
 * @param files reports, or the directories that hold them
 * @returns the exit code that one run would have had
 * @throws MergeError, ConfigError or CompareError for what cannot be merged
 */
export async function mergeCommand(files: string[], flags: { updateBaseline?: boolean }): Promise<number> {
  const environment = loadEnvironment()
  const reading = startReading(environment)
  const baseline = optionalPath(reading, 'BASELINE')
  const gate = {
    reportDir: path(reading, 'REPORT_DIR'),
    allowIncomplete: flag(reading, 'ALLOW_INCOMPLETE'),
    failOn: readFailOn(reading),
    ...(baseline === undefined ? {} : { baseline }),
  }
  if (reading.problems.length > 0) throw new ConfigError(reading.problems)
  if (flags.updateBaseline && baseline === undefined) {
    throw new UsageError('--update-baseline needs --baseline FILE: the file that is to be written')
  }
  const problem = await checkWritable(gate.reportDir)
  if (problem) throw new ConfigError([problem])
  const reports = (await readReports(files)).map(({ report }) => report)
  const judge = await openJudge(gate, { updateBaseline: flags.updateBaseline ?? false })
  const secrets = VARIABLES.flatMap(({ name, secret }) => {
    const value = environment[name]
    return secret && value ? [{ placeholder: `$${name}`, value }] : []
  })
  return publish(await judge(mergeReports(reports)), { ...gate, secrets, v3: {}, v1: {} })
}
