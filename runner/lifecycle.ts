/** What stands before and after the tests of a run, whoever starts Vitest on them. */

import { randomUUID } from 'node:crypto'
import { newSeed } from '../helpers/chance/chance.ts'
import type { Config } from '../helpers/config/config.ts'
import { newMark } from '../helpers/safety/mark.ts'
import { newTag } from '../helpers/safety/tag.ts'
import type { Contract, Requirement } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Report } from '../model/report.ts'
import { CONTRACT_NAMES, catalogueOf } from '../suites/catalogues.ts'
import type { Collector } from './collect.ts'
import { clearOwn, tellStrays } from './earlier.ts'
import { type GateChoice, type OpenGate, openGate } from './gate.ts'
import { reportOfMetadata } from './report-of.ts'
import { metadataOf, type RunMetadata } from './run-metadata.ts'
import type { Shard } from './selection/shard.ts'
import { sharingOf } from './sharing-of.ts'
import type { EmbeddedOptions, Target } from './target.ts'

/** The id of a run; it stands in everything that the run creates. */
export const newRunId = newTag

/** A run that can begin. */
export interface PreparedRun {
  config: Config
  target: Target
  catalogue: Requirement[]
  gate: OpenGate
  startedAt: Date
  shard?: Shard
}

/** @throws ConfigError when the baseline cannot be used, or a pattern names nothing */
export async function prepareRun(
  config: Config,
  options: GateChoice & { embedded?: EmbeddedOptions },
): Promise<PreparedRun> {
  const startedAt = new Date()
  const contracts: Contract[] = config.contracts ?? [...CONTRACT_NAMES]
  const catalogue = catalogueOf(contracts)
  const gate = await openGate(config, options, catalogue)
  const target: Target = {
    name: config.baseUrl ?? 'embedded reference',
    config,
    runId: newRunId(),
    ...(config.incognito ? { mark: newMark() } : {}),
    seed: config.seed ?? newSeed(),
    contracts,
    keepEvidence: true,
    sharingKey: randomUUID(),
    ...(config.baseUrl === undefined ? { embedded: options.embedded ?? {} } : {}),
    ...gate.target,
  }
  const { shard } = options
  return { config, target, catalogue, gate, startedAt, ...(shard === undefined ? {} : { shard }) }
}

/** The metadata of a run that is over now. @param signal has asked it to stop, if it is aborted */
export function metadataOfRun(run: PreparedRun, { errors }: Collector, signal?: AbortSignal): RunMetadata {
  const { target, startedAt, gate, shard } = run
  return metadataOf(target, {
    startedAt,
    deselected: gate.deselected,
    ...(shard === undefined ? {} : { shard }),
    ...(signal?.aborted ? { interrupted: String(signal.reason) } : {}),
    errors,
  })
}

/** Clears what the run left, and holds its report against the gate. @param earlier requests that cleared other runs' users */
export async function concludeRun(
  { config, target, catalogue, gate }: PreparedRun,
  metadata: RunMetadata,
  collector: Collector,
  tell: (line: string) => void,
  earlier: readonly Exchange[] = [],
): Promise<Report> {
  const report = reportOfMetadata(metadata, collector, catalogue)
  const collected = collector.targets.get(target.name)
  // What the main process has seen itself; the worker has taken people out of everything else.
  const sharing = sharingOf(target)
  const share = (exchange: Exchange): Exchange => sharing.exchange(exchange)
  report.exchanges.unshift(...earlier.map(share))
  if (!collected?.ended) {
    const { left, exchanges } = await clearOwn(config, target.runId)
    report.leftovers.push(
      ...left.map((one) => ({ ...one, email: sharing.text(one.email), reason: sharing.text(one.reason) })),
    )
    report.exchanges.push(...exchanges.map(share))
  }
  tellStrays(config, collected?.strays ?? [], tell)
  return gate.judge(report)
}
