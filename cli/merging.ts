/** What becomes of the reports of shards, wherever they come from: one report, its gate, its files. */
import { readFailOn } from '../helpers/config/choices.ts'
import { ConfigError, loadEnvironment } from '../helpers/config/config.ts'
import { flag, optionalPath, path, startReading } from '../helpers/config/reading.ts'
import { VARIABLES } from '../helpers/config/variables.ts'
import { checkWritable } from '../helpers/config/writable.ts'
import type { Report } from '../model/report.ts'
import { openJudge } from '../runner/gate.ts'
import { UsageError } from './errors.ts'
import { publish } from './publish.ts'

/** Holds the merged report against the gate and writes it. @returns the exit code that one run would have had */
export type Conclude = (merged: Report) => Promise<number>

/**
 * Reads what a merge is told from outside: no target and no credential, the shards had those.
 * @throws ConfigError or UsageError for what is wrong with it
 */
export async function openMerge(
  flags: { updateBaseline?: boolean; set?: string } = {},
  environment = loadEnvironment(),
): Promise<Conclude> {
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
  const judge = await openJudge(gate, {
    updateBaseline: flags.updateBaseline ?? false,
    ...(flags.set === undefined ? {} : { set: flags.set }),
  })
  const secrets = VARIABLES.flatMap(({ name, secret }) => {
    const value = environment[name]
    return secret && value ? [{ placeholder: `$${name}`, value }] : []
  })
  return async (merged) => publish(await judge(merged), { ...gate, secrets, v3: {}, v1: {} })
}
