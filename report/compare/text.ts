/** A comparison on the terminal. */

import { printable } from '../../helpers/text/printable.ts'
import { labelled } from '../../helpers/text/wrap.ts'
import { type Paint, VERDICT_STYLE } from '../terminal/style.ts'
import type { Cell, Change, Comparison, Row } from './compare.ts'

/** What a group of rows is called. */
export const HEADINGS: Record<Change, string> = {
  regression: 'Regressions, newest first',
  lost: 'Passed once, not judged now',
  mixed: 'Other differences',
  fixed: 'Fixed',
  same: 'Without a difference',
}

/** How much is shown. */
export interface TextOptions {
  paint: Paint
  width: number
  /** Whether rows without a difference are shown. */
  all: boolean
}

const MAX_REASON = 300

/** The comparison, ending in a line break. */
export function comparisonText(comparison: Comparison, { paint, width, all }: TextOptions): string {
  const { sides, rows, notes } = comparison
  const lines = sides.flatMap((side, index) => {
    const where = side.embedded ? 'the embedded reference' : side.baseUrl
    const { judged, observable } = side.coverage
    const verdict = paint(printable(side.verdict, 20), 'bold', VERDICT_STYLE[side.verdict] ?? 'dim')
    return [
      `${letter(index)}  ${paint(printable(side.label, 80), 'bold')}  ${verdict}  ${judged}/${observable} judged  ${printable(where, 120)}`,
    ]
  })
  for (const note of notes) lines.push(...labelled('', printable(note, 300), 3, width))
  for (const change of Object.keys(HEADINGS) as Change[]) {
    const group = rows.filter((row) => row.change === change)
    if (group.length === 0) continue
    lines.push('', paint(`${HEADINGS[change]} (${group.length})`, 'bold'))
    if (change === 'same' && !all) lines.push('  not shown; --all shows them')
    else lines.push(...group.flatMap((row) => rowLines(row, paint, width)))
  }
  return `${lines.join('\n')}\n`
}

/** A, B, C … for the columns. */
export function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `#${index + 1}`
}

function rowLines({ id, cells, reason, change }: Row, paint: Paint, width: number): string[] {
  const shown = cells.map((cell, index) => `${letter(index)} ${paintCell(cell, paint)}`).join('  ')
  const because = reason !== undefined && (change === 'regression' || change === 'lost')
  return [
    `  ${printable(id, 120)}`,
    `    ${shown}`,
    ...(because ? labelled('', printable(reason, MAX_REASON), 4, width) : []),
  ]
}

function paintCell(cell: Cell, paint: Paint): string {
  return cell === 'absent' ? paint(cell, 'dim') : paint(cell, VERDICT_STYLE[cell])
}
