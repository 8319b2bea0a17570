/** Whether verdict, sums and gate of a report follow from its requirements and exchanges. */
import { FAIL_ON, type FailOn } from '../../helpers/config/choices.ts'
import type { Gate, Report } from '../../model/report.ts'
import { rescored } from '../build.ts'
import { withGate } from '../gate/gate.ts'
import { digestOf } from '../sets/digest.ts'
import { type Contradiction, differences } from './contradiction.ts'

export function contradictionsOfSums(report: Report): Contradiction[] {
  const { verdict, summary, partial, public: beyond } = rescored(report, report.requirements)
  return [
    ...differences({ verdict, summary }, report, 'report.json'),
    ...differences(partial, report.partial, 'report.json/partial'),
    ...differences(beyond, report.public, 'report.json/public'),
    ...contradictionsOfSet(report),
    ...(report.gate === undefined ? [] : contradictionsOfGate(report, report.gate)),
  ]
}

/** The digest of what the run was held against, where the report has it. */
function contradictionsOfSet({ provenance, requirements }: Report): Contradiction[] {
  if (provenance === undefined) return []
  const scored = requirements.filter(({ notScored }) => notScored === undefined)
  return differences(
    { digest: digestOf(scored), count: scored.length },
    provenance.requirements,
    'report.json/provenance/requirements',
  )
}

/** The gate over the entries of the baseline that the report shows; those that are outdated it names itself. */
function contradictionsOfGate(report: Report, gate: Gate): Contradiction[] {
  const known = report.requirements.flatMap(({ id, verdict, known: entry }) =>
    entry === undefined || (verdict !== 'failed' && verdict !== 'warning') ? [] : [{ id, verdict, ...entry }],
  )
  const failOn = gate.failOn.split(',').filter((one): one is FailOn => FAIL_ON.some((word) => word === one))
  const recomputed = withGate(report, {
    failOn,
    allowIncomplete: gate.allowIncomplete,
    baseline: { file: '', known },
    today: report.run.startedAt.slice(0, 10),
  }).gate
  if (recomputed === undefined) return []
  const { violations, known: tolerated } = recomputed
  const exitCode = gate.outdated.length > 0 && !report.broke ? 1 : recomputed.exitCode
  return differences(
    { passed: exitCode === 0, exitCode, violations, known: tolerated },
    gate,
    'report.json/gate',
  )
}
