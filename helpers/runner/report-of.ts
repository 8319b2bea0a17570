/** From what the tests of one target handed over to its report. */
import type { Requirement } from '../contract.ts'
import { suiteVersion } from '../package-root.ts'
import { buildReport, type ReportInput } from '../report/build.ts'
import type { Report } from '../report/report.ts'
import type { Target } from '../run/target.ts'
import type { Collected, Collector } from './collect.ts'

/** How many errors of a run that ended early are told, and how much of them, in characters. */
const MOST_ERRORS = 3
const LONGEST_ERRORS = 1_000

/** What the target itself does not tell about a report. */
export interface ReportFrame {
  catalogue: Requirement[]
  startedAt: Date
  deselected?: ReportInput['deselected']
  shard?: ReportInput['shard']
  /** Why the run was stopped from outside. */
  interrupted?: string
}

/** The report of a target, complete whatever became of its run. */
export function reportOf(target: Target, collector: Collector, frame: ReportFrame): Report {
  const { config, contracts, runId } = target
  const collected = collector.targets.get(target.name)
  const message = collected?.ended ? collected.message : (frame.interrupted ?? endedEarly(collector.errors))
  return buildReport({
    catalogue: frame.catalogue,
    results: collected?.results ?? new Map(),
    exchanges: sorted(collected),
    leftovers: collected?.leftovers ?? [],
    target: { baseUrl: collected?.baseUrl ?? config.baseUrl ?? '', embedded: target.embedded !== undefined },
    contracts,
    safety: config.safety,
    run: {
      id: runId,
      startedAt: frame.startedAt.toISOString(),
      durationMs: Date.now() - frame.startedAt.getTime(),
    },
    suite: { name: 'users-api-conformance', version: suiteVersion() },
    ...(frame.deselected === undefined ? {} : { deselected: frame.deselected }),
    ...(frame.shard === undefined ? {} : { shard: frame.shard }),
    ...(message === undefined ? {} : { message }),
  })
}

function endedEarly(errors: string[]): string {
  const told = [...new Set(errors)].slice(0, MOST_ERRORS).join('; ').slice(0, LONGEST_ERRORS)
  return `the run ended before everything was judged${told === '' ? '' : `: ${told}`}`
}

/** Exchanges in the order in which they began; they arrive in the order in which tests ended. */
function sorted(collected: Collected | undefined): Report['exchanges'] {
  const order = (id: string): number => Number(id.slice(id.indexOf('x') + 1))
  return [...(collected?.exchanges ?? [])].sort((one, other) => order(one.id) - order(other.id))
}
