/** `plan`: says what a run would do, without a request to the target. */
import { type Config, loadEnvironment, readConfig, secretsOf } from '../../helpers/config/config.ts'
import { planOf } from '../../helpers/plan/plan.ts'
import { planText } from '../../helpers/plan/text.ts'
import type { Target } from '../../helpers/run/target.ts'
import { newRunId } from '../../helpers/runner/conformance.ts'
import { reportOf } from '../../helpers/runner/report-of.ts'
import { runTargets } from '../../helpers/runner/run-targets.ts'
import { createMask } from '../../helpers/secrets/mask.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { widthOf } from '../terminal.ts'

/**
 * Prints the plan.
 * @returns 0, or 3 when the rehearsal did not come to its end
 * @throws ConfigError when the configuration is at fault
 */
export async function planCommand(config: Config = readConfig(loadEnvironment())): Promise<number> {
  const { baseUrl, ...rest } = config
  const target: Target = {
    name: 'rehearsal',
    config: rest,
    embedded: baseUrl === undefined ? {} : { asConfigured: true },
    runId: newRunId(),
    contracts: config.contracts ?? ['v3', 'v1'],
    keepEvidence: true,
  }
  const startedAt = new Date()
  const collector = await runTargets([[target]])
  const rehearsal = reportOf(target, collector, { catalogue: catalogueOf(target.contracts), startedAt })
  const plan = planOf(rehearsal, baseUrl)
  process.stdout.write(createMask(secretsOf(config))(planText(plan, widthOf(process.stdout))))
  return plan.problem === undefined ? 0 : 3
}
