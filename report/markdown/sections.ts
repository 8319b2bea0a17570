/** The parts of the Markdown summary; each is a list of pieces that may be left off from the end. */

import { VERDICTS } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { alikeText, folded } from '../alike.ts'
import { curlLine } from '../curl.ts'
import { DAMAGES_HEADING, damageText, restoreText } from '../damages.ts'
import { byReason, countText, doubtText, exchangesById, exchangeText, whereText } from '../describe.ts'
import { operationsOf } from '../operations.ts'
import { reproduction } from '../reproduce.ts'
import { bySeverity, followersOf } from '../severity.ts'
import { citesOf, sourceText } from '../source-text.ts'
import { type Telling, tellingExchanges } from '../telling.ts'
import { block, code, prose } from './escape.ts'
import { observationPieces, seenPieces } from './facts.ts'

/** A heading with the pieces below it. */
export interface Section {
  heading: string
  pieces: string[]
  /** How many requirements that is, where a piece is about several. */
  count?: number
}

const MAX_DEVIATIONS = 4
const MAX_IDS = 60
const MAX_EXCHANGES = 2
const MAX_BODY = 1_200
const MAX_ENTRY = 400

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

/** A line for each profile; nothing where the report has none. */
export function profileTable({ profiles = [] }: Report): string[] {
  if (profiles.length === 0) return []
  const rows = profiles.map(
    ({ name, verdict, coverage, partial }) =>
      `| ${code(name)} | ${verdict}${partial === undefined ? '' : ', partial'} | ${coverage.judged} of ${coverage.observable} |`,
  )
  return [['| profile | verdict | judged |', '|:--|:--|--:|', ...rows].join('\n')]
}

/** The sections in the order in which they matter. */
export function sectionsOf(report: Report): Section[] {
  const exchanges = exchangesById(report)
  const having = (verdict: string): RequirementResult[] =>
    report.requirements.filter((one) => one.verdict === verdict && isObservable(one))
  const followers = followersOf(report.requirements)
  const told = new Set([...followers.values()].flat())
  return [
    {
      heading: DAMAGES_HEADING,
      pieces: (report.damages ?? []).map(
        (damage) => `- ${code(damageText(damage), 800)}: ${code(restoreText(damage), 800)}`,
      ),
    },
    {
      heading: 'Failed',
      pieces: bySeverity(having('failed').filter(({ known }) => known === undefined)).map(
        (one) => failure(one, exchanges, report) + followersPiece(followers.get(one.id) ?? []),
      ),
    },
    { heading: 'Outdated in the baseline', pieces: (report.gate?.outdated ?? []).map(outdated) },
    {
      heading: 'Failed, and known',
      pieces: having('failed')
        .filter(({ known }) => known !== undefined)
        .map(knownPiece),
    },
    { heading: 'Warnings', pieces: bySeverity(having('warning')).map(warning) },
    {
      heading: 'Inconclusive',
      count: having('inconclusive').length,
      pieces: [
        ...(told.size === 0 ? [] : [`- because of violations, and named there (${told.size})`]),
        ...byReason(having('inconclusive').filter((one) => !told.has(one))).map(reasonPiece),
      ],
    },
    {
      heading: 'Untested, and what would unlock it',
      count: having('untested').length,
      pieces: byReason(having('untested')).map(reasonPiece),
    },
    {
      heading: 'Left on the target',
      pieces: report.leftovers.map(
        ({ contract, email, id, reason }) =>
          `- ${contract} ${code(email)}${id === undefined ? '' : ` ${code(id)}`}: ${code(reason)}`,
      ),
    },
    { heading: 'Seen of the documents', pieces: seenPieces(report) },
    {
      heading: 'Where the documents leave a choice',
      count: report.observations?.length ?? 0,
      pieces: observationPieces(report),
    },
  ].filter(({ pieces }) => pieces.length > 0)
}

function failure(
  result: RequirementResult,
  exchanges: ReadonlyMap<string, Exchange>,
  report: Report,
): string {
  const mark = result.security ? ' (security)' : ''
  const lines = [`**${code(result.id)}**${mark} ${prose(result.title)}`, '']
  const { deviations } = result
  const kinds = folded(deviations)
  const doubt = doubtText(result)
  if (doubt !== undefined) lines.push(`- ${prose(doubt)}`)
  for (const kind of kinds.slice(0, MAX_DEVIATIONS)) {
    const { expected, actual, pointer, entry } = kind.deviation
    const whom = entry === undefined ? '' : `, in ${code(entry, MAX_ENTRY)}`
    lines.push(
      `- expected ${code(expected + whereText(pointer))}, got ${code(actual)}${whom}${alikeText(kind)}`,
    )
  }
  if (kinds.length > MAX_DEVIATIONS)
    lines.push(`- and ${countText(kinds.length - MAX_DEVIATIONS, 'other deviation')}`)
  if (deviations.length === 0) lines.push(`- ${code(result.reason ?? 'no reason given')}`)
  const quoted = new Set(deviations.flatMap(({ entry, exchange }) => (entry === undefined ? [] : exchange)))
  const [cite] = citesOf(result)
  if (cite !== undefined) lines.push(`- ${prose(`${sourceText(result)}: ${cite.says}`)}`)
  const shown = tellingExchanges(result, exchanges)
    .slice(0, MAX_EXCHANGES)
    .map((one) => exchangePiece(one, report.target.baseUrl, quoted.has(one.exchange.id)))
  const again = reproduction(result, report, exchanges)
  if (again !== undefined) shown.push(`again, on a fresh user\n\n${block('sh', again.join('\n'), 6_000)}`)
  if (shown.length > 0) {
    lines.push('', `<details><summary>Exchanges and curl</summary>\n\n${shown.join('\n\n')}\n\n</details>`)
  }
  return `${lines.join('\n')}\n`
}

/** @param isQuoted whether the entry at fault was shown, which says more than the beginning of the body */
function exchangePiece({ exchange, as }: Telling, baseUrl: string, isQuoted: boolean): string {
  const body = exchange.response?.body.text ?? ''
  const answer = body === '' || isQuoted ? [] : [block('json', body, MAX_BODY)]
  const command = block('sh', curlLine(exchange, baseUrl), 3_000)
  return [`${as} ${code(exchangeText(exchange))}`, command, ...answer].join('\n\n')
}

/** What could not be judged because of a violation. */
function followersPiece(followers: readonly RequirementResult[]): string {
  if (followers.length === 0) return ''
  return `\nNot judged because of it: ${followers.map(({ id }) => code(id)).join(', ')}\n`
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
