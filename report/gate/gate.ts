/** What a release gate makes of a report: known violations are tolerated, everything else decides. */

import type { FailOn } from '../../helpers/config/choices.ts'
import { tierOf } from '../../model/contract.ts'
import type { Gate, Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { codeOf } from '../build.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'

/** How strict the gate is. */
export interface GateOptions {
  failOn: FailOn[]
  allowIncomplete: boolean
  /** The baseline and the file it came from. */
  baseline?: Baseline & { file: string }
  /** Patterns of `--only` and `--skip`, to be told in the report. */
  only?: readonly string[]
  skip?: readonly string[]
  /** The day of the run, `YYYY-MM-DD` in UTC: entries count up to and on their last day. */
  today: string
}

/** The report with its gate, and with every known violation marked. The verdict of the run is not touched. */
export function withGate(report: Report, options: GateOptions): Report {
  const entries = new Map(options.baseline?.known.map((entry) => [entry.id, entry]))
  const outdated: Gate['outdated'] = []
  const requirements = report.requirements.map((result): RequirementResult => {
    const { known: _, ...plain } = result
    const entry = entries.get(result.id)
    if (entry === undefined || result.deselected !== undefined) return plain
    const why = outdatedBecause(entry, result, options.today)
    if (why !== undefined) outdated.push({ id: entry.id, why })
    return isExpired(entry, options.today) || result.verdict !== expectedVerdict(entry, result)
      ? plain
      : { ...plain, known: knownOf(entry) }
  })
  const violations = requirements.filter((result) => isViolation(result, options.failOn))
  const isStopped = violations.length > 0 || outdated.length > 0
  const code = isStopped ? 1 : codeOf(withoutTolerated(requirements, options.failOn), options.allowIncomplete)
  const exitCode = report.broke ? 2 : code
  const { baseline, only = [], skip = [] } = options
  return {
    ...report,
    requirements,
    gate: {
      passed: exitCode === 0,
      exitCode,
      failOn: options.failOn.join(','),
      allowIncomplete: options.allowIncomplete,
      ...(baseline === undefined
        ? {}
        : { baseline: { file: baseline.file, entries: baseline.known.length } }),
      ...(only.length === 0 ? {} : { only: [...only] }),
      ...(skip.length === 0 ? {} : { skip: [...skip] }),
      violations: violations.map(({ id }) => id),
      known: requirements.filter(({ known }) => known !== undefined).map(({ id }) => id),
      outdated,
    },
  }
}

/** The verdict that an entry lists as known. */
export function expectedVerdict({ verdict }: BaselineEntry, { level }: Pick<RequirementResult, 'level'>) {
  return verdict ?? (level === 'must' ? 'failed' : 'warning')
}

function outdatedBecause(entry: BaselineEntry, result: RequirementResult, today: string): string | undefined {
  if (isExpired(entry, today)) return `its last day was ${entry.until}`
  if (result.verdict === 'passed') return 'it passes now'
  if (result.verdict === 'warning' && expectedVerdict(entry, result) === 'failed') {
    return 'it does not fail any more, it only warns'
  }
  return undefined
}

function isExpired({ until }: BaselineEntry, today: string): boolean {
  return until !== undefined && today > until
}

function isViolation(result: RequirementResult, failOn: FailOn[]): boolean {
  return result.known === undefined && isObservable(result) && stops(result, failOn)
}

/** Whether a verdict is one of those that stop a gate. */
export function stops(result: RequirementResult, failOn: readonly FailOn[]): boolean {
  const { verdict, security } = result
  if (tierOf(result) === 'public') return verdict === 'failed' && failOn.includes('public')
  if (failOn.includes('warning') && verdict === 'warning') return true
  if (verdict !== 'failed') return false
  // `public` adds to what stops a gate, and takes nothing away.
  const chosen = failOn.filter((one) => one !== 'public')
  return chosen.length === 0 || chosen.some((one) => one !== 'security') || security === true
}

/** The requirements as if nothing had been found that is known, or that this gate lets pass. */
function withoutTolerated(requirements: RequirementResult[], failOn: FailOn[]): RequirementResult[] {
  const isLetPass = (result: RequirementResult): boolean =>
    result.known !== undefined || (result.verdict === 'failed' && !stops(result, failOn))
  const passing = new Set(requirements.filter(isLetPass).map(({ id }) => id))
  // What could not be judged for such a violation is open for no other reason.
  const isTolerated = (result: RequirementResult): boolean =>
    isLetPass(result) || (result.follows !== undefined && passing.has(result.follows))
  return requirements.map((result) =>
    isTolerated(result) ? { ...result, verdict: 'passed' as const } : result,
  )
}

function knownOf({ reason, link, until }: BaselineEntry) {
  return {
    reason,
    ...(link === undefined ? {} : { link }),
    ...(until === undefined ? {} : { until }),
  }
}
