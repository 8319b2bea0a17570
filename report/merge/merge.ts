/** Puts the reports of the shards of one run together into the report that one run would have given. */
import type { Requirement } from '../../model/contract.ts'
import type { Deviation, Report, RequirementResult } from '../../model/report.ts'
import { buildReport, type Result } from '../build.ts'
import { mergeProblem, missingShards } from './mergeable.ts'

/** Thrown for reports that are not the shards of one run. */
export class MergeError extends Error {
  override name = 'MergeError' as const
}

/** What was found out counts before what was not, and what is worse before what is better. */
const WEIGHT = { failed: 5, warning: 4, passed: 3, inconclusive: 2, untested: 1 } as const

/** Settles results that were judged apart as one run would have: what follows from a violation names it. */
export type SettleTogether = (results: ReadonlyMap<string, Result>) => ReadonlyMap<string, Result>

/** @throws MergeError when the reports are not the shards of one run */
export function mergeReports(
  shards: readonly Report[],
  settle: SettleTogether = (results) => results,
): Report {
  const ordered = [...shards].sort((one, other) => (one.shard?.index ?? 0) - (other.shard?.index ?? 0))
  const problem = mergeProblem(ordered)
  const [first] = ordered
  if (problem !== undefined || first === undefined)
    throw new MergeError(problem ?? 'there is nothing to merge')
  const renamed = ordered.map(withOwnIds)
  const missing = missingShards(ordered)
  const messages = ordered.flatMap(({ shard, message }) =>
    message === undefined ? [] : [`shard ${shard?.index}: ${message}`],
  )
  if (missing.length > 0) messages.push(`no report of shard ${missing.join(', ')} of ${first.shard?.count}`)
  return buildReport({
    catalogue: first.requirements.map(requirementOf),
    results: settle(resultsOf(renamed, missing)),
    exchanges: renamed.flatMap(({ exchanges }) => exchanges),
    leftovers: renamed.flatMap(({ leftovers }) => leftovers),
    recordings: renamed.flatMap(({ recordings = [] }) => recordings),
    damages: renamed.flatMap(({ damages = [] }) => damages),
    target: first.target,
    contracts: first.contracts,
    safety: first.safety,
    run: { ...first.run, ...timesOf(ordered) },
    suite: first.suite,
    ...(first.provenance === undefined ? {} : { provenance: first.provenance }),
    deselected: new Set(
      first.requirements.filter(({ deselected }) => deselected === 'selection').map(({ id }) => id),
    ),
    ...(messages.length === 0 ? {} : { message: messages.join('; ') }),
    ...(ordered.some(({ broke }) => broke) ? { broke: true } : {}),
  })
}

/** What the catalogue says, without what a shard found. */
function requirementOf(result: RequirementResult): Requirement {
  const { verdict: _, reason: _reason, deviations: _deviations, evidence: _evidence, ...rest } = result
  const {
    notApplicable: _notApplicable,
    deselected: _deselected,
    follows: _follows,
    known: _known,
    notScored: _notScored,
    ...own
  } = rest
  return own
}

function resultsOf(shards: Report[], missing: number[]): Map<string, Result> {
  const results = new Map<string, Result>()
  for (const { id } of shards[0]?.requirements ?? []) {
    const all = shards.flatMap(({ requirements }) => requirements.find((one) => one.id === id) ?? [])
    const own = all.filter(({ deselected }) => deselected === undefined)
    results.set(id, own.length > 0 ? joined(own) : lost(missing))
  }
  return results
}

/** A check that every shard has rests on the exchanges of all of them. */
export function joined(own: readonly Result[]): Result {
  const worst = own.reduce((found, one) => (WEIGHT[one.verdict] > WEIGHT[found.verdict] ? one : found))
  const judged = own.filter(({ verdict }) => WEIGHT[verdict] >= WEIGHT.passed)
  const shown = judged.length > 0 ? judged : [worst]
  return {
    verdict: worst.verdict,
    ...(worst.reason === undefined ? {} : { reason: worst.reason }),
    ...(worst.follows === undefined ? {} : { follows: worst.follows }),
    ...(worst.notApplicable === undefined ? {} : { notApplicable: worst.notApplicable }),
    deviations: shown.flatMap(({ deviations }) => deviations),
    evidence: shown.flatMap(({ evidence }) => evidence),
  }
}

function lost(missing: number[]): Result {
  const reason = `the shard that judges it left no report (missing: ${missing.join(', ') || 'none'})`
  return { verdict: 'inconclusive', reason, deviations: [], evidence: [] }
}

/** Exchanges are numbered by each shard for itself; the shard's number keeps them apart. */
function withOwnIds(report: Report): Report {
  const own = (id: string): string => `s${report.shard?.index}${id}`
  const renamed = (deviation: Deviation): Deviation =>
    deviation.exchange === undefined ? deviation : { ...deviation, exchange: own(deviation.exchange) }
  return {
    ...report,
    ...(report.damages === undefined
      ? {}
      : { damages: report.damages.map((damage) => ({ ...damage, exchange: own(damage.exchange) })) }),
    ...(report.recordings === undefined
      ? {}
      : { recordings: report.recordings.map((one) => ({ ...one, prefix: own(one.prefix ?? '') })) }),
    exchanges: report.exchanges.map((exchange) => ({ ...exchange, id: own(exchange.id) })),
    requirements: report.requirements.map(({ known: _, ...result }) => ({
      ...result,
      deviations: result.deviations.map(renamed),
      evidence: result.evidence.map(own),
    })),
  }
}

/** From the first start to the last end. */
function timesOf(reports: readonly Report[]): { startedAt: string; durationMs: number } {
  const starts = reports.map(({ run }) => Date.parse(run.startedAt))
  const ends = reports.map(({ run }) => Date.parse(run.startedAt) + run.durationMs)
  const start = Math.min(...starts)
  return { startedAt: new Date(start).toISOString(), durationMs: Math.max(...ends) - start }
}
