/** Holds several reports against each other, requirement by requirement. */

import type { Contract, Level, Operation, RunVerdict, Verdict } from '../../model/contract.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isCounted, isObservable } from '../../model/report.ts'

/** `absent`: the report does not know the requirement, because of its contracts or its version. */
export type Cell = Verdict | 'absent'

/** One implementation, or one state of it. */
export interface Side {
  label: string
  baseUrl: string
  embedded: boolean
  verdict: RunVerdict
  startedAt: string
  suite: string
  coverage: { judged: number; observable: number }
  /** Address of its page, as seen from the comparison; absent where there is none. */
  page?: string
}

/**
 * What happened from the first report to the last. `regression`: passed once and is violated now.
 * `lost`: passed once and is not judged now. `fixed`: was violated once and passes now. `mixed`: differs
 * in another way. `same`: no difference.
 */
export type Change = 'regression' | 'lost' | 'fixed' | 'mixed' | 'same'

/** One requirement in all reports. */
export interface Row {
  id: string
  contract: Contract
  operation: Operation
  level: Level
  title: string
  cells: Cell[]
  change: Change
  /** Index of the report in which the state came about that the last report shows; 0: always so. */
  since: number
  /** Why it is violated in the last report. */
  reason?: string
}

/** The whole comparison. `regressed` and `lost` hold the first report against the last one alone. */
export interface Comparison {
  sides: Side[]
  rows: Row[]
  regressed: string[]
  lost: string[]
  /** Facts about the reports that make them less comparable. */
  notes: string[]
}

const ORDER: Change[] = ['regression', 'lost', 'mixed', 'fixed', 'same']

/** @param reports oldest first, at least one, with the labels by which they are told apart */
export function compareReports(
  reports: readonly { label: string; report: Report; page?: string }[],
): Comparison {
  const known = new Map<string, RequirementResult>()
  for (const { report } of reports) {
    for (const result of report.requirements) {
      if (isObservable(result)) known.set(result.id, result)
    }
  }
  const results = reports.map(({ report }) => new Map(report.requirements.map((one) => [one.id, one])))
  const rows = [...known.values()].map((result) =>
    rowOf(
      result,
      results.map((side) => side.get(result.id)),
    ),
  )
  const place = new Map([...known.keys()].map((id, index) => [id, index]))
  rows.sort(
    (one, other) =>
      ORDER.indexOf(one.change) - ORDER.indexOf(other.change) ||
      other.since - one.since ||
      (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0),
  )
  // What only public pages say is shown, and decides nothing here either.
  const passedFirst = rows.filter(({ id, cells }) => {
    const result = known.get(id)
    return cells[0] === 'passed' && result !== undefined && isCounted(result)
  })
  return {
    sides: reports.map(sideOf),
    rows,
    regressed: passedFirst.filter(({ cells }) => cells.at(-1) === 'failed').map(({ id }) => id),
    lost: passedFirst.filter(({ cells }) => !isJudged(cells.at(-1) ?? 'absent')).map(({ id }) => id),
    notes: notesOf(reports),
  }
}

function rowOf(result: RequirementResult, sides: (RequirementResult | undefined)[]): Row {
  const cells = sides.map((side): Cell => side?.verdict ?? 'absent')
  const last = sides.at(-1)
  const { id, contract, operation, level, title } = result
  return {
    id,
    contract,
    operation,
    level,
    title,
    cells,
    change: changeOf(cells),
    since: sinceOf(cells),
    ...(last?.reason === undefined || last.verdict === 'passed' ? {} : { reason: last.reason }),
  }
}

function changeOf(cells: Cell[]): Change {
  const last = cells.at(-1) ?? 'absent'
  const earlier = cells.slice(0, -1)
  if (earlier.every((cell) => cell === last)) return 'same'
  const passedBefore = earlier.includes('passed')
  if (isViolated(last)) return passedBefore ? 'regression' : 'mixed'
  if (!isJudged(last)) return passedBefore ? 'lost' : 'mixed'
  return earlier.some(isViolated) ? 'fixed' : 'mixed'
}

function sinceOf(cells: Cell[]): number {
  let since = cells.length - 1
  while (since > 0 && cells[since - 1] === cells.at(-1)) since--
  return since
}

function isViolated(cell: Cell): boolean {
  return cell === 'failed' || cell === 'warning'
}

function isJudged(cell: Cell): boolean {
  return cell === 'passed' || isViolated(cell)
}

function sideOf({ label, report, page }: { label: string; report: Report; page?: string }): Side {
  const { target, verdict, run, suite, summary } = report
  return {
    label,
    baseUrl: target.baseUrl,
    embedded: target.embedded,
    verdict,
    startedAt: run.startedAt,
    suite: suite.version,
    coverage: summary.coverage,
    ...(page === undefined ? {} : { page }),
  }
}

function notesOf(reports: readonly { report: Report }[]): string[] {
  const differ = (fact: (report: Report) => string): string[] => [
    ...new Set(reports.map(({ report }) => fact(report))),
  ]
  const facts: [name: string, values: string[]][] = [
    ['report formats', differ(({ schemaVersion }) => schemaVersion)],
    ['versions of the suite', differ(({ suite }) => suite.version)],
    ['contracts', differ(({ contracts }) => contracts.join(','))],
    ['safety', differ(({ safety }) => safety)],
  ]
  return facts
    .filter(([, values]) => values.length > 1)
    .map(([name, values]) => `The reports differ in ${name}: ${values.join(' and ')}.`)
}
