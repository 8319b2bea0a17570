/** The table by operation. */

import { VERDICTS } from '../../model/contract.ts'
import type { Report } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { operationsOf } from '../operations.ts'
import { type Paint, VERDICT_STYLE } from './style.ts'

/** Headings for narrow terminals, in the order of `VERDICTS`. */
const SHORT = ['pass', 'fail', 'warn', 'incon', 'untest']

export function operationTable(report: Report, paint: Paint, width: number): string[] {
  const operations = operationsOf(report.requirements)
  const observable = report.requirements.filter(isObservable)
  const rows = operations.map((operation) => ({
    name: operation as string,
    counts: VERDICTS.map(
      (verdict) => observable.filter((one) => one.operation === operation && one.verdict === verdict).length,
    ),
  }))
  const nameWidth = Math.max(...rows.map(({ name }) => name.length), 5)
  const wide = nameWidth + VERDICTS.reduce((sum, { length }) => sum + length + 2, 0) <= width
  const headings = wide ? [...VERDICTS] : SHORT
  const line = (name: string, counts: number[]): string =>
    name.padEnd(nameWidth) +
    counts
      .map((count, index) => {
        const cell = `  ${String(count || '-').padStart(headings[index]?.length ?? 0)}`
        const verdict = VERDICTS[index]
        return verdict === undefined || count === 0 ? paint(cell, 'dim') : paint(cell, VERDICT_STYLE[verdict])
      })
      .join('')
  const total = VERDICTS.map((_, index) => rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0))
  const heading = `${''.padEnd(nameWidth)}  ${headings.join('  ')}`
  return [
    paint(heading, 'dim'),
    ...rows.map(({ name, counts }) => line(name, counts)),
    paint('-'.repeat(heading.length), 'dim'),
    line('total', total),
  ]
}
