/** Brings a baseline up to date with a run. */

import type { FailOn } from '../../helpers/config/choices.ts'
import { printable } from '../../helpers/text/printable.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'
import { expectedVerdict, stops } from './gate.ts'

const MAX_REASON = 300

/**
 * The baseline that lists exactly what the run violates. Reasons, links and dates of entries that still hold
 * are kept, a date that is over included: whether it gets a later one is somebody's decision. Entries whose
 * requirement was not judged stay as they are.
 */
export function updatedBaseline(report: Report, baseline: Baseline, failOn: readonly FailOn[]): Baseline {
  const results = new Map(report.requirements.map((result) => [result.id, result]))
  const kept = baseline.known.flatMap((entry) => stillNeeded(entry, results.get(entry.id)))
  const ids = new Set(kept.map(({ id }) => id))
  const added = report.requirements.filter((one) => !ids.has(one.id) && stops(one, failOn)).map(entryFor)
  const known = [...kept, ...added].sort((one, other) => (one.id < other.id ? -1 : 1))
  return { known }
}

function stillNeeded(entry: BaselineEntry, result: RequirementResult | undefined): BaselineEntry[] {
  if (result === undefined || result.verdict === 'untested' || result.verdict === 'inconclusive')
    return [entry]
  return result.verdict === expectedVerdict(entry, result) ? [entry] : []
}

/** What was seen stands in as the reason until somebody writes a better one. */
function entryFor({ id, level, verdict, reason, title }: RequirementResult): BaselineEntry {
  return {
    id,
    reason: printable(reason ?? title, MAX_REASON),
    ...(level === 'must' && verdict === 'warning' ? { verdict: 'warning' as const } : {}),
  }
}
