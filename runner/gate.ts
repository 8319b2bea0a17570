/** Makes the gate of a run ready: what is judged at all, and what becomes of its report. */

import { type Config, ConfigError } from '../helpers/config/config.ts'
import type { Requirement } from '../model/contract.ts'
import type { Report } from '../model/report.ts'
import { readBaseline, writeBaseline } from '../report/gate/file.ts'
import { withGate } from '../report/gate/gate.ts'
import { updatedBaseline } from '../report/gate/update.ts'
import { CONTRACT_NAMES, catalogueOf } from '../suites/catalogues.ts'
import { derived, openSet } from './derived.ts'
import { select } from './selection/selection.ts'
import { idsOfShard, type Shard } from './selection/shard.ts'
import type { Target } from './target.ts'

/** What the caller of a run decides beside its configuration. */
export interface GateChoice {
  only?: string[]
  skip?: string[]
  shard?: Shard
  /** Writes the baseline from what the run finds, before it is held against it. */
  updateBaseline?: boolean
  /** Name of the frozen set that alone is scored. */
  set?: string
}

/** What one run needs of its gate. */
export interface OpenGate {
  deselected: Set<string>
  /** What the worker has to know of it. */
  target: Pick<Target, 'only' | 'part'>
  /** Holds the report against the gate; what comes back says what it made of it. */
  judge(report: Report): Promise<Report>
}

/**
 * @param catalogue of the contracts in the run
 * @throws ConfigError when baseline or set cannot be used, or a pattern names nothing
 */
export async function openGate(
  config: Pick<Config, 'baseline' | 'failOn' | 'allowIncomplete'>,
  { only = [], skip = [], shard, updateBaseline = false, set }: GateChoice,
  catalogue: readonly Requirement[],
): Promise<OpenGate> {
  const { selected, deselected, problems } = select(catalogue, { only, skip }, catalogueOf(CONTRACT_NAMES))
  if (problems.length > 0) throw new ConfigError(problems)
  if (shard !== undefined) refuseEmptyShards(shard, catalogue)
  if (set !== undefined) openSet(set, catalogue)
  const judge = await openJudge(config, { only, skip, updateBaseline, ...(set === undefined ? {} : { set }) })
  return {
    deselected,
    target: {
      ...(only.length + skip.length === 0 ? {} : { only: [...selected] }),
      ...(shard === undefined
        ? {}
        : { part: { ids: [...idsOfShard(catalogue, shard)], last: shard.index === shard.count } }),
    },
    judge,
  }
}

/** Operations are dealt out whole, so there cannot be more shards than operations. */
function refuseEmptyShards({ index, count }: Shard, catalogue: readonly Requirement[]): void {
  const most = new Set(catalogue.map(({ operation }) => operation)).size
  if (count <= most) return
  throw new ConfigError([
    {
      variable: '--shard',
      read: `${index}/${count}`,
      expected: `at most ${most} parts, one for each operation of the chosen contracts`,
      fix: `Divide the run into ${most} parts or fewer.`,
    },
  ])
}

/**
 * Reads the baseline, now rather than after a long run, and returns what holds a report against it, once its
 * exchanges have told the facts.
 * @throws ConfigError when the baseline or the set cannot be used
 */
export async function openJudge(
  { baseline: file, failOn, allowIncomplete }: Pick<Config, 'baseline' | 'failOn' | 'allowIncomplete'>,
  { only = [], skip = [], updateBaseline = false, set: setName }: GateChoice,
): Promise<(report: Report) => Promise<Report>> {
  const ids = catalogueOf(CONTRACT_NAMES).map(({ id }) => id)
  const set = setName === undefined ? undefined : openSet(setName)
  let baseline =
    file === undefined ? undefined : await readBaseline(file, { ids, mayBeMissing: updateBaseline })
  return async (report) => {
    if (baseline !== undefined && updateBaseline) {
      const updated = updatedBaseline(report, baseline, failOn)
      await writeBaseline(baseline.file, updated)
      baseline = { file: baseline.file, ...updated }
    }
    return withGate(await derived(report, set), {
      failOn,
      allowIncomplete,
      ...(baseline === undefined ? {} : { baseline }),
      only,
      skip,
      today: report.run.startedAt.slice(0, 10),
    })
  }
}
