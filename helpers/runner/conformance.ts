/** A whole conformance run: from configuration to report. */
import { randomBytes } from 'node:crypto'
import { catalogueOf } from '../../suites/catalogues.ts'
import type { Config } from '../config/config.ts'
import type { Contract } from '../contract.ts'
import { suiteVersion } from '../package-root.ts'
import { buildReport } from '../report/build.ts'
import type { Report } from '../report/report.ts'
import type { Judgement } from '../run/judge.ts'
import type { EmbeddedOptions, Target } from '../run/target.ts'
import type { Collected } from './collect.ts'
import { runTargets } from './run-targets.ts'

/** Options of a run beside its configuration. */
export interface RunOptions {
  /** What the embedded reference is told to do, where it is the target. */
  embedded?: EmbeddedOptions
  /** Called with each judgement as it comes. */
  onResult?: (judgement: Judgement) => void
}

/** An id that sorts by time and stands in everything that the run creates. */
export function newRunId(): string {
  return `uac-${Date.now().toString(36)}${randomBytes(3).toString('hex')}`
}

/** Judges one target; resolves with the report whatever the target does. */
export async function runConformance(config: Config, options: RunOptions = {}): Promise<Report> {
  const startedAt = new Date()
  const contracts: Contract[] = config.contracts ?? ['v3', 'v1']
  const target: Target = {
    name: config.baseUrl ?? 'embedded reference',
    config,
    runId: newRunId(),
    contracts,
    keepEvidence: true,
    ...(config.baseUrl === undefined ? { embedded: options.embedded ?? {} } : {}),
  }
  const collector = await runTargets([[target]], options.onResult)
  const collected = collector.targets.get(target.name)
  const message = collected?.message ?? (collected?.ended ? undefined : endedEarly(collector.errors))
  return buildReport({
    catalogue: catalogueOf(contracts),
    results: collected?.results ?? new Map(),
    exchanges: sorted(collected),
    leftovers: collected?.leftovers ?? [],
    target: { baseUrl: collected?.baseUrl ?? config.baseUrl ?? '', embedded: config.baseUrl === undefined },
    contracts,
    safety: config.safety,
    run: {
      id: target.runId,
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
    },
    suite: { name: 'users-api-conformance', version: suiteVersion() },
    ...(message === undefined ? {} : { message }),
  })
}

function endedEarly(errors: string[]): string {
  return `the run ended before everything was judged${errors.length > 0 ? `: ${errors.join('; ')}` : ''}`
}

/** Exchanges in the order in which they began; they arrive in the order in which tests ended. */
function sorted(collected: Collected | undefined): Report['exchanges'] {
  const order = (id: string): number => Number(id.slice(id.indexOf('x') + 1))
  return [...(collected?.exchanges ?? [])].sort((one, other) => order(one.id) - order(other.id))
}
