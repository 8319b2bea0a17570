/** Holds a report against a frozen set: what is not in it was tried and is shown, but counts nowhere. */
import type { Report } from '../../model/report.ts'
import { rescored } from '../build.ts'
import { digestOf, entryText } from './digest.ts'
import { entriesOf, type RequirementSet, refuseDifferent } from './sets.ts'

/** @throws ConfigError where the set asks for something that this version judges otherwise */
export function scoredAgainst(report: Report, set: RequirementSet): Report {
  refuseDifferent(set, report.requirements)
  const requirements = report.requirements.map((result) => {
    if (set.requirements[result.id] === entryText(result)) return result
    return { ...result, notScored: `added after ${set.name}` }
  })
  return withSet({ ...report, ...rescored(report, requirements) }, set.name)
}

/** Names the set in the report where its requirements are exactly those of one, the newest first. */
export function namedSet(report: Report, sets: readonly RequirementSet[]): Report {
  const same = sets.findLast((set) => {
    const entries = entriesOf(set, report.contracts)
    const texts = new Map(entries)
    return (
      entries.length === report.requirements.length &&
      report.requirements.every((one) => texts.get(one.id) === entryText(one))
    )
  })
  return same === undefined ? report : withSet(report, same.name)
}

function withSet(report: Report, set: string): Report {
  if (report.provenance === undefined) return report
  const scored = report.requirements.filter(({ notScored }) => notScored === undefined)
  const requirements = { digest: digestOf(scored), count: scored.length, set }
  return { ...report, provenance: { ...report.provenance, requirements } }
}
