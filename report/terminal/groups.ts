/** What is short: warnings by id; what was not settled, by its reason. */

import { printable } from '../../helpers/text/printable.ts'
import { labelled, wrap } from '../../helpers/text/wrap.ts'
import type { Verdict } from '../../model/contract.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { byReason } from '../describe.ts'
import { bySeverity, followersOf } from '../severity.ts'
import { type Layout, type Paint, VERDICT_STYLE } from './style.ts'

const MAX_REASON = 300
/** So many ids stand under one reason; all of them are in the report, and shown with --verbose. */
const MOST_IDS = 8

export function warningLines(report: Report, paint: Paint, width: number): string[] {
  const warnings = bySeverity(having(report, 'warning'))
  if (warnings.length === 0) return []
  return [
    '',
    paint(`Warnings (${warnings.length})`, 'bold', VERDICT_STYLE.warning),
    ...warnings.flatMap(({ id, reason, title, known }) => [
      `  ${printable(id)}${known === undefined ? '' : ` (known: ${printable(known.reason, MAX_REASON)})`}`,
      ...labelled('', printable(reason ?? title, MAX_REASON), 4, width),
    ]),
  ]
}

/** Ids under their common reason, most first. */
export function reasonLines(
  report: Report,
  verdict: 'inconclusive' | 'untested',
  { paint, width, isWhole }: Layout,
): string[] {
  const results = having(report, verdict)
  if (results.length === 0) return []
  const title = verdict === 'untested' ? 'Untested, and what would unlock it' : 'Inconclusive'
  const lines = ['', paint(`${title} (${results.length})`, 'bold', VERDICT_STYLE[verdict])]
  const told = new Set([...followersOf(report.requirements).values()].flat())
  if (told.size > 0 && verdict === 'inconclusive')
    lines.push(`  because of violations, and named there (${told.size})`)
  for (const [reason, ids] of byReason(results.filter((one) => !told.has(one)))) {
    lines.push(
      ...wrap(`${printable(reason, MAX_REASON)} (${ids.length})`, width - 2).map((one) => `  ${one}`),
    )
    lines.push(...wrap(idList(ids, isWhole), width - 4).map((one) => `    ${one}`))
  }
  return lines
}

/** Ids on one line; of many only the first. */
function idList(ids: readonly string[], isWhole: boolean): string {
  const shown = isWhole || ids.length <= MOST_IDS + 1 ? ids : ids.slice(0, MOST_IDS)
  const more = ids.length - shown.length
  return [...shown.map((id) => printable(id)), ...(more === 0 ? [] : [`and ${more} more`])].join(' ')
}

function having(report: Report, verdict: Verdict): RequirementResult[] {
  return report.requirements.filter((one) => one.verdict === verdict && isObservable(one))
}
