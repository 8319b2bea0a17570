/** Judges targets side by side within this process, with small limits, and gives their reports. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../../helpers/config/config.ts'
import type { Report } from '../../../model/report.ts'
import { newRunId } from '../../../runner/conformance.ts'
import { reportOf } from '../../../runner/report-of.ts'
import { runTargets } from '../../../runner/run-targets.ts'
import type { Target } from '../../../runner/target.ts'
import { catalogueOf } from '../../../suites/catalogues.ts'

/** Limits under which every hostile target ends soon. */
export const SMALL_LIMITS = {
  REQUEST_TIMEOUT_MS: '1000',
  RUN_TIMEOUT_MS: '20000',
  MAX_WAIT_MS: '300',
  MAX_BODY_BYTES: '1000000',
}

/** Reports by the name of the target. */
export async function judged(
  targets: Record<string, Record<string, string>>,
): Promise<Record<string, Report>> {
  const journalDir = await mkdtemp(join(tmpdir(), 'uac-hostile-'))
  const startedAt = new Date()
  const list = Object.entries(targets).map(([name, environment]): Target => {
    const config = readConfig({ ...environment, JOURNAL_DIR: journalDir })
    return { name, config, runId: newRunId(), contracts: config.contracts ?? [], keepEvidence: true }
  })
  const half = Math.ceil(list.length / 2)
  const groups = [list.slice(0, half), list.slice(half)].filter((group) => group.length > 0)
  const collector = await runTargets(groups)
  rmSync(journalDir, { recursive: true, force: true })
  return Object.fromEntries(
    list.map((target) => [
      target.name,
      reportOf(target, collector, { catalogue: catalogueOf(target.contracts), startedAt }),
    ]),
  )
}
