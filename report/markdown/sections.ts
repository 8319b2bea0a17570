/** The parts of the Markdown summary; each is a list of pieces that may be left off from the end. */

import { VERDICTS } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { curlLine } from '../curl.ts'
import { DAMAGES_HEADING, damageText, restoreText } from '../damages.ts'
import { byLevel, byReason, exchangesById, exchangeText, tellingExchanges, whereText } from '../describe.ts'
import { operationsOf } from '../operations.ts'
import { block, code, prose } from './escape.ts'

/** A heading with the pieces below it. */
export interface Section {
  heading: string
  pieces: string[]
}

const MAX_DEVIATIONS = 4
const MAX_IDS = 60

export function operationTable(report: Report): string {
  const observable = report.requirements.filter(isObservable)
  const row = (name: string, results: RequirementResult[]): string => {
    const counts = VERDICTS.map((verdict) => results.filter((one) => one.verdict === verdict).length)
    return `| ${name} | ${counts.map((count) => count || '–').join(' | ')} |`
  }
  const operations = operationsOf(report.requirements)
  return [
    `| operation | ${VERDICTS.join(' | ')} |`,
    `|:--|${VERDICTS.map(() => '--:|').join('')}`,
    ...operations.map((operation) =>
      row(
        code(operation),
        observable.filter((one) => one.operation === operation),
      ),
    ),
    row('**total**', observable),
  ].join('\n')
}

/** The sections in the order in which they matter. */
export function sectionsOf(report: Report): Section[] {
  const exchanges = exchangesById(report)
  const having = (verdict: string): RequirementResult[] =>
    report.requirements.filter((one) => one.verdict === verdict && isObservable(one))
  return [
    {
      heading: DAMAGES_HEADING,
      pieces: (report.damages ?? []).map(
        (damage) => `- ${code(damageText(damage), 800)}: ${code(restoreText(damage), 800)}`,
      ),
    },
    {
      heading: 'Failed',
      pieces: having('failed')
        .filter(({ known }) => known === undefined)
        .map((one) => failure(one, exchanges, report.target.baseUrl)),
    },
    { heading: 'Outdated in the baseline', pieces: (report.gate?.outdated ?? []).map(outdated) },
    {
      heading: 'Failed, and known',
      pieces: having('failed')
        .filter(({ known }) => known !== undefined)
        .map(knownPiece),
    },
    { heading: 'Warnings', pieces: having('warning').map(warning) },
    { heading: 'Inconclusive', pieces: byReason(having('inconclusive')).map(reasonPiece) },
    { heading: 'Untested, and what would unlock it', pieces: byReason(having('untested')).map(reasonPiece) },
    {
      heading: 'Left on the target',
      pieces: report.leftovers.map(
        ({ contract, email, id, reason }) =>
          `- ${contract} ${code(email)}${id === undefined ? '' : ` ${code(id)}`}: ${code(reason)}`,
      ),
    },
  ].filter(({ pieces }) => pieces.length > 0)
}

function failure(
  result: RequirementResult,
  exchanges: ReadonlyMap<string, Exchange>,
  baseUrl: string,
): string {
  const lines = [`**${code(result.id)}** ${prose(result.title)}`, '']
  const deviations = byLevel(result.deviations)
  for (const { expected, actual, pointer } of deviations.slice(0, MAX_DEVIATIONS)) {
    lines.push(`- expected ${code(expected + whereText(pointer))}, got ${code(actual)}`)
  }
  if (deviations.length > MAX_DEVIATIONS) lines.push(`- and ${deviations.length - MAX_DEVIATIONS} more`)
  if (deviations.length === 0) lines.push(`- ${code(result.reason ?? 'no reason given')}`)
  const [exchange] = tellingExchanges(result, exchanges)
  if (exchange !== undefined) {
    const body = exchange.response?.body.text
    const answer = body === undefined || body === '' ? '' : `\n\n${block('json', body, 1_200)}`
    const command = block('sh', curlLine(exchange, baseUrl), 3_000)
    lines.push(
      '',
      `<details><summary>Exchange and curl</summary>\n\n${code(exchangeText(exchange))}\n\n${command}${answer}\n\n</details>`,
    )
  }
  return `${lines.join('\n')}\n`
}

function warning({ id, title, reason, known }: RequirementResult): string {
  const note = known === undefined ? '' : ` (known: ${prose(known.reason)})`
  return `- ${code(id)} ${prose(title)}${reason === undefined ? '' : ` ${code(reason)}`}${note}`
}

function knownPiece({ id, title, known }: RequirementResult): string {
  const { reason = '', link, until } = known ?? {}
  const details = [prose(reason), ...(link ? [code(link)] : []), ...(until ? [`until ${prose(until)}`] : [])]
  return `- ${code(id)} ${prose(title)} Known: ${details.join('; ')}`
}

function outdated({ id, why }: { id: string; why: string }): string {
  return `- ${code(id)}: ${prose(why)}; take the entry out`
}

function reasonPiece([reason, ids]: [string, string[]]): string {
  const shown = ids.slice(0, MAX_IDS).map((id) => code(id))
  const more = ids.length > MAX_IDS ? ` and ${ids.length - MAX_IDS} more` : ''
  return `- ${code(reason)} (${ids.length}): ${shown.join(', ')}${more}`
}
