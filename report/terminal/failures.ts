/** Each failure: what is promised, what came back, and how to see it again. */

import { oneLine, printable } from '../../helpers/text/printable.ts'
import { labelled } from '../../helpers/text/wrap.ts'
import type { Exchange, RecordedBody } from '../../model/exchange.ts'
import type { KnownViolation, Report, RequirementResult } from '../../model/report.ts'
import { alikeText, type Folded, folded } from '../alike.ts'
import { curlLine } from '../curl.ts'
import { countText, doubtText, exchangesById, exchangeText, whereText } from '../describe.ts'
import { reproduction } from '../reproduce.ts'
import { bySeverity, followersOf } from '../severity.ts'
import { citesOf, sourceText } from '../source-text.ts'
import { type Telling, tellingExchanges } from '../telling.ts'
import type { Layout, Paint } from './style.ts'

const LABEL = 12
const MAX_DEVIATIONS = 4
const MAX_EXCHANGES = 2
const MAX_VALUE = 400
/** About three lines: who it is and what is wrong come first. */
const MAX_ENTRY = 280

/** Each violation, the most serious first. */
export function failureLines(report: Report, layout: Layout): string[] {
  const exchanges = exchangesById(report)
  const followers = followersOf(report.requirements)
  return bySeverity(report.requirements.filter(({ verdict }) => verdict === 'failed')).flatMap((failure) => [
    '',
    ...oneFailure(failure, exchanges, report, layout),
    ...followerLines(followers.get(failure.id) ?? [], layout.width),
  ])
}

function oneFailure(
  failure: RequirementResult,
  exchanges: ReadonlyMap<string, Exchange>,
  report: Report,
  { paint, width, isWhole }: Layout,
): string[] {
  const most = (number: number): number => (isWhole ? Number.POSITIVE_INFINITY : number)
  const { deviations } = failure
  const kinds = folded(deviations)
  const { known } = failure
  if (known !== undefined) return knownLines(failure, known, paint, width)
  const lines = [
    `${paint('FAILED', 'bold', 'red')} ${paint(printable(failure.id), 'bold')}${failure.security ? paint(' security', 'red') : ''}`,
    ...labelled('  promise', printable(failure.title), LABEL, width),
    ...labelled('  source', printable(failureSource(failure), MAX_VALUE), LABEL, width),
  ]
  const doubt = doubtText(failure)
  if (doubt !== undefined) lines.push(...labelled('  but', printable(doubt, MAX_VALUE), LABEL, width))
  for (const kind of kinds.slice(0, most(MAX_DEVIATIONS))) lines.push(...oneDeviation(kind, width))
  if (deviations.length === 0 && failure.reason !== undefined) {
    lines.push(...labelled('  because', printable(failure.reason, MAX_VALUE), LABEL, width))
  }
  if (kinds.length > most(MAX_DEVIATIONS)) {
    lines.push(`  and ${countText(kinds.length - MAX_DEVIATIONS, 'other deviation')}, see the report`)
  }
  const entries = new Set(deviations.flatMap(({ entry, exchange }) => (entry === undefined ? [] : exchange)))
  const again = reproduction(failure, report, exchanges)
  for (const telling of tellingExchanges(failure, exchanges).slice(0, most(MAX_EXCHANGES))) {
    lines.push(...exchangeLines(telling, width, entries.has(telling.exchange.id)))
    if (again === undefined) {
      lines.push(`${'  curl'.padEnd(LABEL)}${printable(curlLine(telling.exchange, report.target.baseUrl))}`)
    }
  }
  if (again !== undefined) {
    // Indented alike, so that they can be copied as they are.
    lines.push('  again, on a fresh user', ...again.map((line) => `    ${printable(line)}`))
  }
  return lines
}

/** Who says so, in the sentence that decides. */
function failureSource(failure: RequirementResult): string {
  const [cite] = citesOf(failure)
  return cite === undefined ? sourceText(failure) : `${sourceText(failure)}: ${cite.says}`
}

function followerLines(followers: readonly RequirementResult[], width: number): string[] {
  if (followers.length === 0) return []
  const ids = followers.map(({ id }) => printable(id)).join(' ')
  return labelled('  unjudged', `because of it: ${ids}`, LABEL, width)
}

/** What the baseline lists is named with what it says, not told at length in every run. */
function knownLines(
  { id, title }: RequirementResult,
  { reason, link, until }: KnownViolation,
  paint: Paint,
  width: number,
): string[] {
  const details = [reason, link, until === undefined ? undefined : `until ${until}`]
  const text = details.filter((detail) => detail !== undefined).join('; ')
  return [
    `${paint('KNOWN', 'bold', 'yellow')}  ${paint(printable(id), 'bold')}`,
    ...labelled('  promise', printable(title), LABEL, width),
    ...labelled('  baseline', printable(text, MAX_VALUE), LABEL, width),
  ]
}

function oneDeviation(kind: Folded, width: number): string[] {
  const { expected, actual, pointer, entry } = kind.deviation
  return [
    ...labelled('  expected', printable(expected + whereText(pointer), MAX_VALUE), LABEL, width),
    ...labelled('  actual', printable(actual, MAX_VALUE) + alikeText(kind), LABEL, width),
    ...(entry === undefined ? [] : labelled('  in', printable(spaced(entry), MAX_ENTRY), LABEL, width)),
  ]
}

/** @param isQuoted whether the entry at fault was shown, which says more than the beginning of the body */
function exchangeLines({ exchange, as }: Telling, width: number, isQuoted: boolean): string[] {
  const lines = labelled(`  ${as}`, printable(exchangeText(exchange), 1000), LABEL, width)
  const body = exchange.response?.body
  if (body === undefined || isQuoted) return lines
  return [...lines, ...excerptLines(body, width - LABEL).map((line) => ' '.repeat(LABEL) + line)]
}

/** The beginning of a body, on two lines at most. */
function excerptLines({ text, bytes }: RecordedBody, width: number): string[] {
  if (bytes === 0) return ['(no body)']
  const room = Math.max(20, width)
  const excerpt = printable(oneLine(text.slice(0, room * 8)), room * 2)
  return excerpt.length <= room ? [excerpt] : [excerpt.slice(0, room), excerpt.slice(room)]
}

/** JSON with blanks, at which lines can break. */
function spaced(json: string): string {
  return json.replaceAll(',"', ', "')
}
