/** `plan`: says what a run would do, without a request to the target unless it is told to look. */
import { randomUUID } from 'node:crypto'
import {
  type Config,
  ConfigError,
  loadEnvironment,
  readConfig,
  secretsOf,
} from '../../helpers/config/config.ts'
import { withClient } from '../../helpers/http/with-client.ts'
import { maskOf } from '../../helpers/secrets/mask-of.ts'
import type { Contract } from '../../model/contract.ts'

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
import { modulesOf } from '../../suites/index.ts'
import { widthOf } from '../terminal.ts'

/** Which part of a run is planned. */
export interface PlanFlags {
  only?: string[]
  skip?: string[]
  shard?: string
  embedded?: boolean
  /** Reads the lists of the target, so that the people at risk are named. */
  look?: boolean
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
  look = false,
}: PlanFlags = {}): Promise<number> {
  const config = readConfig(loadEnvironment(), { embedded, ...(look ? {} : { runProgram: unrun }) })
  const { baseUrl } = config
  const rest = withoutWay(config)
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
  const plan = planOf(rehearsal, baseUrl, await atRiskOn(config, target.contracts, look))
  process.stdout.write(maskOf(secretsOf(config))(planText(plan, widthOf(process.stdout))))
  return plan.problem === undefined ? 0 : 3
}

/** A rehearsal needs no more than that there is a credential. */
function unrun(): { output: string } {
  return { output: randomUUID() }
}

/** The configuration for the embedded reference: what leads to the target itself is none of its. */
function withoutWay({
  baseUrl: _baseUrl,
  commands: _commands,
  extraHeaders: _extraHeaders,
  certificates: _certificates,
  ...rest
}: Config): Config {
  return rest
}

/** Whose removal SAFETY=full asks for. Sends nothing unless it is told to look. */
async function atRiskOn(config: Config, contracts: readonly Contract[], look: boolean): Promise<string[]> {
  const { baseUrl, safety } = config
  if (baseUrl === undefined || safety !== 'full') return []
  const modules = modulesOf(contracts)
  if (!look) return (await Promise.all(modules.map((module) => module.atRisk(config)))).flat()
  return withClient({ ...config, baseUrl }, 'plan', async (client) =>
    (await Promise.all(modules.map((module) => module.atRisk(config, client)))).flat(),
  )
}
