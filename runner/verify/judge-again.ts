/** Judges a recorded run again: the same checks, over the recorded traffic, without the target. */
import { configOf } from '../../helpers/config/recorded.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Recording, Unrecorded } from '../../model/recording.ts'
import type { Report } from '../../model/report.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { runTargets } from '../run-targets.ts'
import { idsOfShard } from '../selection/shard.ts'
import type { Target } from '../target.ts'
import type { Judgement } from '../worker/judge.ts'
import type { WorkerAhead } from '../worker-ahead.ts'

/** What one recorded run comes to. */
export interface JudgedAgain {
  recording: Recording
  /** By id of the requirement. */
  judgements: ReadonlyMap<string, Judgement>
  /** What the checks asked for and the traffic does not hold. */
  unrecorded: Unrecorded
  /** Why it could not be judged again at all. */
  error?: string
}

/**
 * @param ahead the worker of the first run, where it has been asked to start already
 * @throws ConfigError where a recording is none
 */
export async function judgeAgain(report: Report, ahead?: WorkerAhead): Promise<JudgedAgain[]> {
  const all: JudgedAgain[] = []
  for (const recording of report.recordings ?? []) {
    const target = targetOf(report, recording)
    // One after another: the recorded time is that of a whole thread.
    const { targets, errors } = await runTargets([[target]], {
      ...(ahead === undefined || all.length > 0 ? {} : { ahead }),
    })
    const collected = targets.get(target.name)
    all.push({
      recording,
      judgements: collected?.results ?? new Map(),
      unrecorded: collected?.unrecorded ?? { missing: [], cut: [] },
      ...(collected?.ended ? {} : { error: errors[0] ?? 'it did not come to its end' }),
    })
  }
  return all
}

/** The exchanges of one run, without those that cleared what earlier ones had left. */
export function exchangesOf({ exchanges }: Report, { prefix = '' }: Recording): Exchange[] {
  return exchanges.filter(({ id }) => id.startsWith(prefix) && /^x\d+$/.test(id.slice(prefix.length)))
}

function targetOf(report: Report, recording: Recording): Target {
  const { contracts, requirements } = report
  const { shard } = recording
  const config = configOf(recording)
  const left = requirements.filter(({ deselected }) => deselected === 'selection').map(({ id }) => id)
  const catalogue = catalogueOf(contracts)
  return {
    name: `recorded ${recording.prefix ?? ''}`,
    config,
    ...(config.seed === undefined ? {} : { seed: config.seed }),
    runId: recording.run,
    contracts,
    recorded: exchangesOf(report, recording),
    keepEvidence: true,
    ...(left.length === 0 ? {} : { only: catalogue.map(({ id }) => id).filter((id) => !left.includes(id)) }),
    ...(shard === undefined
      ? {}
      : { part: { ids: [...idsOfShard(catalogue, shard)], last: shard.index === shard.count } }),
  }
}
