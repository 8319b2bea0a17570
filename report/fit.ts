/**
 * Keeps the files of a report at a size that tools and people can open, whatever the target has sent.
 * What is left out is the end of the longest answers first; of everything, something stays.
 */

import { cut } from '../helpers/text/printable.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Report, RequirementResult } from '../model/report.ts'
import { byLevel } from './describe.ts'

/** How much all answers, and all deviations, may take up in the largest file, in bytes. */
const ANSWERS = 1_200_000
const DEVIATIONS = 400_000

/** How many deviations a requirement keeps: the first of these at which all fit. */
const COUNTS = [25, 10, 5, 3, 2, 1]

/** The report itself where it is small enough, which it nearly always is. */
export function fitted(report: Report): Report {
  const exchanges = withShorterAnswers(report.exchanges)
  const requirements = withFewerDeviations(report.requirements)
  if (exchanges === report.exchanges && requirements === report.requirements) return report
  return { ...report, exchanges, requirements }
}

function withShorterAnswers(exchanges: Exchange[]): Exchange[] {
  const weights = exchanges.map(({ response }) => weightOf(response))
  const most = shareOf(weights, ANSWERS)
  if (most === undefined) return exchanges
  return exchanges.map((exchange, index) =>
    (weights[index] ?? 0) <= most ? exchange : shorter(exchange, most),
  )
}

/** The most that each may have so that all together have no more than `total`; undefined where all fit. */
function shareOf(weights: number[], total: number): number | undefined {
  if (weights.reduce((sum, weight) => sum + weight, 0) <= total) return undefined
  let rest = total
  let left = weights.length
  for (const weight of weights.toSorted((one, other) => one - other)) {
    if (weight * left > rest) break
    rest -= weight
    left--
  }
  return Math.floor(rest / left)
}

/** Headers get up to a half of the room, the body what is left. */
function shorter(exchange: Exchange, room: number): Exchange {
  const { response } = exchange
  if (!response) return exchange
  const headers: typeof response.headers = []
  let used = weightOf({ ...response, headers, body: { ...response.body, text: '' } })
  for (const header of response.headers) {
    const weight = weightOf(header)
    if (used + weight > room / 2) continue
    headers.push(header)
    used += weight
  }
  // A character takes at least a byte, so that of a long body only its beginning is weighed once more.
  let text = cut(response.body.text, Math.max(0, room - used))
  for (let weight = weightOf(text); weight > room - used && text !== ''; weight = weightOf(text)) {
    text = cut(text, Math.floor((text.length * Math.max(0, room - used) * 0.95) / weight))
  }
  const truncated = response.body.truncated || text !== response.body.text
  return { ...exchange, response: { ...response, headers, body: { ...response.body, text, truncated } } }
}

function withFewerDeviations(requirements: RequirementResult[]): RequirementResult[] {
  for (const count of COUNTS) {
    const all = requirements.flatMap(({ deviations }) => byLevel(deviations).slice(0, count))
    if (weightOf(all) > DEVIATIONS && count > 1) continue
    if (requirements.every(({ deviations }) => deviations.length <= count)) return requirements
    return requirements.map((one) => ({ ...one, deviations: byLevel(one.deviations).slice(0, count) }))
  }
  return requirements
}

/** Bytes that a value takes up as JSON in a page, where `<` is written as an escape. */
function weightOf(value: unknown): number {
  const json = JSON.stringify(value) ?? ''
  let escapes = 0
  for (let at = json.indexOf('<'); at >= 0; at = json.indexOf('<', at + 1)) escapes++
  return Buffer.byteLength(json) + 5 * escapes
}
