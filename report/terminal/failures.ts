/** Each failure: what is promised, what came back, and how to see it again. */

import { oneLine, printable } from '../../helpers/text/printable.ts'
import { labelled } from '../../helpers/text/wrap.ts'
import type { Exchange, RecordedBody } from '../../model/exchange.ts'
import type { Deviation, KnownViolation, Report, RequirementResult } from '../../model/report.ts'
import { curlLine } from '../curl.ts'
import { byLevel, exchangesById, exchangeText, tellingExchanges, whereText } from '../describe.ts'
import type { Paint } from './style.ts'

const LABEL = 12
const MAX_DEVIATIONS = 4
const MAX_EXCHANGES = 2
const MAX_VALUE = 400

export function failureLines(report: Report, paint: Paint, width: number): string[] {
  const exchanges = exchangesById(report)
  return report.requirements
    .filter(({ verdict }) => verdict === 'failed')
    .flatMap((failure) => ['', ...oneFailure(failure, exchanges, report.target.baseUrl, paint, width)])
}

function oneFailure(
  failure: RequirementResult,
  exchanges: ReadonlyMap<string, Exchange>,
  baseUrl: string,
  paint: Paint,
  width: number,
): string[] {
  const deviations = byLevel(failure.deviations)
  const { known } = failure
  if (known !== undefined) return knownLines(failure, known, paint, width)
  const lines = [
    `${paint('FAILED', 'bold', 'red')} ${paint(printable(failure.id), 'bold')}`,
    ...labelled('  promise', printable(failure.title), LABEL, width),
  ]
  for (const deviation of deviations.slice(0, MAX_DEVIATIONS)) lines.push(...oneDeviation(deviation, width))
  if (deviations.length === 0 && failure.reason !== undefined) {
    lines.push(...labelled('  because', printable(failure.reason, MAX_VALUE), LABEL, width))
  }
  if (deviations.length > MAX_DEVIATIONS) {
    lines.push(`  and ${deviations.length - MAX_DEVIATIONS} more deviations, see the report`)
  }
  for (const exchange of tellingExchanges(failure, exchanges).slice(0, MAX_EXCHANGES)) {
    lines.push(...exchangeLines(exchange, width))
    lines.push(`${'  curl'.padEnd(LABEL)}${printable(curlLine(exchange, baseUrl))}`)
  }
  return lines
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

function oneDeviation({ expected, actual, pointer }: Deviation, width: number): string[] {
  return [
    ...labelled('  expected', printable(expected + whereText(pointer), MAX_VALUE), LABEL, width),
    ...labelled('  actual', printable(actual, MAX_VALUE), LABEL, width),
  ]
}

function exchangeLines(exchange: Exchange, width: number): string[] {
  const lines = labelled('  exchange', printable(exchangeText(exchange), 1000), LABEL, width)
  const body = exchange.response?.body
  if (body === undefined) return lines
  return [...lines, ...excerptLines(body, width - LABEL).map((line) => ' '.repeat(LABEL) + line)]
}

/** The beginning of a body, on two lines at most. */
function excerptLines({ text, bytes }: RecordedBody, width: number): string[] {
  if (bytes === 0) return ['(no body)']
  const room = Math.max(20, width)
  const excerpt = printable(oneLine(text.slice(0, room * 8)), room * 2)
  return excerpt.length <= room ? [excerpt] : [excerpt.slice(0, room), excerpt.slice(room)]
}
