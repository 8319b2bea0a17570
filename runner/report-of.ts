/** From what the tests of one target handed over to its report. */

import { thoroughText } from '../helpers/config/thorough.ts'
import type { Requirement } from '../model/contract.ts'
import type { Report } from '../model/report.ts'
import { buildReport } from '../report/build.ts'
import type { Collected, Collector } from './collect.ts'
import { withLeftOpen } from './left-open.ts'
import { type MetadataOptions, metadataOf, type RunMetadata } from './run-metadata.ts'
import type { Target } from './target.ts'

/** How many errors of a run that ended early are told, and how much of them, in characters. */
const MOST_ERRORS = 3
const LONGEST_ERRORS = 1_000

/** The report of a target whose run is over, complete whatever became of it. */
export function reportOf(
  target: Target,
  collector: Collector,
  { catalogue, ...options }: Omit<MetadataOptions, 'errors'> & { catalogue: Requirement[] },
): Report {
  return reportOfMetadata(metadataOf(target, { ...options, errors: collector.errors }), collector, catalogue)
}

/** The same for a run of which no more than its metadata is left. */
export function reportOfMetadata(
  metadata: RunMetadata,
  collector: Collector,
  catalogue: Requirement[],
): Report {
  const { baseUrl, embedded, contracts, safety, runId, startedAt, durationMs, shard } = metadata
  const { version, commit, node, settings, given, label } = metadata
  const collected = collector.targets.get(metadata.target)
  const hasBroken = !collected?.ended && metadata.interrupted === undefined
  const message = collected?.ended ? collected.message : (metadata.interrupted ?? endedEarly(metadata.errors))
  return withLeftOpen(
    buildReport({
      catalogue,
      results: collected?.results ?? new Map(),
      exchanges: sorted(collected),
      leftovers: collected?.leftovers ?? [],
      ...(collected?.recording === undefined
        ? {}
        : { recordings: [{ ...collected.recording, ...(shard === undefined ? {} : { shard }) }] }),
      damages: collected?.damages ?? [],
      target: { baseUrl: collected?.baseUrl ?? baseUrl ?? '', embedded, ...label },
      contracts,
      safety,
      suite: { name: 'users-api-conformance', version, ...(commit === undefined ? {} : { commit }) },
      provenance: { node, settings, given },
      run: { id: runId, startedAt, durationMs, ...drawnFrom(metadata) },
      deselected: new Set(metadata.deselected),
      ...(shard === undefined ? {} : { shard }),
      ...(message === undefined ? {} : { message }),
      ...(hasBroken ? { broke: true } : {}),
    }),
  )
}

/** What would repeat the run. */
function drawnFrom({ seed, thorough }: RunMetadata): Pick<Report['run'], 'seed' | 'thorough'> {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(thorough === undefined ? {} : { thorough: thoroughText(thorough) }),
  }
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
