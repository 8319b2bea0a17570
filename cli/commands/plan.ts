/** `plan`: says what a run would do, without a request to the target. */
import { ConfigError, loadEnvironment, readConfig, secretsOf } from '../../helpers/config/config.ts'
import { createMask } from '../../helpers/secrets/mask.ts'
import { planOf } from '../../report/plan/plan.ts'
import { planText } from '../../report/plan/text.ts'
import { newRunId } from '../../runner/conformance.ts'
import { openGate } from '../../runner/gate.ts'
import { reportOf } from '../../runner/report-of.ts'
import { runTargets } from '../../runner/run-targets.ts'
import { patternsOf } from '../../runner/selection/pattern.ts'
import { parseShard } from '../../runner/selection/shard.ts'
import type { Target } from '../../runner/target.ts'
import { CONTRACT_NAMES, catalogueOf } from '../../suites/catalogues.ts'
import { widthOf } from '../terminal.ts'

/** Which part of a run is planned. */
export interface PlanFlags {
  only?: string[]
  skip?: string[]
  shard?: string
  embedded?: boolean
}

/**
 * Prints the plan.
 * @returns 0, or 3 when the rehearsal did not come to its end
 * @throws ConfigError when the configuration is at fault
 */
export async function planCommand({
  only = [],
  skip = [],
  shard,
  embedded = false,
}: PlanFlags = {}): Promise<number> {
  const config = readConfig(loadEnvironment(), { embedded })
  const { baseUrl, ...rest } = config
  const part = shard === undefined ? undefined : parseShard(shard)
  if (part !== undefined && 'variable' in part) throw new ConfigError([part])
  const parts = part === undefined ? {} : { shard: part }
  const catalogue = catalogueOf(config.contracts ?? [...CONTRACT_NAMES])
  const gate = await openGate(rest, { only: patternsOf(only), skip: patternsOf(skip), ...parts }, catalogue)
  const target: Target = {
    name: 'rehearsal',
    config: rest,
    embedded: baseUrl === undefined ? {} : { asConfigured: true },
    runId: newRunId(),
    contracts: config.contracts ?? [...CONTRACT_NAMES],
    keepEvidence: true,
    ...gate.target,
  }
  const startedAt = new Date()
  const collector = await runTargets([[target]])
  const rehearsal = reportOf(target, collector, {
    catalogue,
    startedAt,
    deselected: gate.deselected,
    ...parts,
  })
  const plan = planOf(rehearsal, baseUrl)
  process.stdout.write(createMask(secretsOf(config))(planText(plan, widthOf(process.stdout))))
  return plan.problem === undefined ? 0 : 3
}
