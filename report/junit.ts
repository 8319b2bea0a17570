/** `junit.xml`: one test suite per operation and one for the public tier, one test case per requirement. */

import { cut } from '../helpers/text/printable.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Report, RequirementResult } from '../model/report.ts'
import { alikeText, type Folded, folded } from './alike.ts'
import { causeText } from './common-causes.ts'
import { curlLine } from './curl.ts'
import { deviationText, exchangesById, exchangeText } from './describe.ts'
import { operationsOf } from './operations.ts'
import { tellingExchanges } from './telling.ts'
import { documentsOf, publicOf } from './tiers.ts'
import { xmlText } from './xml.ts'

/** What only public pages say stands apart, whatever its operation. */
const PUBLIC_SUITE = 'public tier'

const MAX_MESSAGE = 1_000
const MAX_BODY = 4_000
/** What all bodies together may have, in characters: an answer is quoted wherever it tells something. */
const MAX_BODIES = 200_000
/** A longer command line is left to `report.html`. */
const MAX_CURL = 1_000

/** What the details of a test case are written from. */
interface Material {
  baseUrl: string
  exchanges: ReadonlyMap<string, Exchange>
  /** How much of a body is quoted, in characters. */
  room: number
}

/**
 * A failed requirement is a failure. A warning passes, with its reason as output. What was not settled is
 * skipped with its reason, so that it never looks like a pass; so is a failure that the baseline lists.
 */
export function junitReport(report: Report): string {
  const material = materialOf(report)
  const failed = report.requirements.filter(isFailure).length
  const documents = documentsOf(report)
  const suites = operationsOf(documents.requirements).map((operation) => {
    const ofOperation = ({ operation: own }: { operation: string }): boolean => own === operation
    const time = report.exchanges.filter(ofOperation).reduce((sum, { durationMs }) => sum + durationMs, 0)
    return suiteOf(report, operation, documents.requirements.filter(ofOperation), time, material)
  })
  const beyond = publicOf(report)
  if (beyond !== undefined) suites.push(suiteOf(beyond, PUBLIC_SUITE, beyond.requirements, 0, material))
  const name = attribute('name', `${report.suite.name} ${report.suite.version}`)
  const tests = report.requirements.length
  const skipped = report.requirements.filter(isSkipped).length
  const head = `${name} tests="${tests}" failures="${failed}" errors="0" skipped="${skipped}" time="${seconds(report.run.durationMs)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${index(report)}<testsuites ${head}>\n${suites.join('')}</testsuites>\n`
}

/** What failed, for whoever opens the file itself. Ids hold no two hyphens in a row, which would end a comment. */
function index(report: Report): string {
  const parts: [string, Report | undefined][] = [
    ['failed', documentsOf(report)],
    ['failed beyond the documents', publicOf(report)],
  ]
  const lines = parts.flatMap(([name, part]) => {
    const failed = (part?.requirements ?? []).filter(isFailure).map(({ id }) => id)
    return failed.length === 0 ? [] : [`; ${name}: ${failed.join(', ').replaceAll('--', '-')}`]
  })
  return lines.length === 0 ? '' : `<!-- ${report.verdict}${lines.join('')} -->\n`
}

function materialOf(report: Report): Material {
  const exchanges = exchangesById(report)
  const quoting = report.requirements.filter(({ verdict }) => verdict === 'failed' || verdict === 'warning')
  const bodies = quoting.reduce((sum, one) => sum + tellingExchanges(one, exchanges).slice(0, 3).length, 0)
  const room = Math.min(MAX_BODY, Math.floor(MAX_BODIES / Math.max(1, bodies)))
  return { baseUrl: report.target.baseUrl, exchanges, room }
}

function suiteOf(
  report: Report,
  name: string,
  results: readonly RequirementResult[],
  time: number,
  material: Material,
): string {
  const failures = results.filter(isFailure).length
  const head = [
    attribute('name', name),
    `tests="${results.length}" failures="${failures}" errors="0"`,
    `skipped="${results.filter(isSkipped).length}" time="${seconds(time)}"`,
    attribute('timestamp', report.run.startedAt.replace(/(\.\d+)?Z$/, '')),
  ].join(' ')
  const cases = results.map((result) => caseOf(result, material))
  return `  <testsuite ${head}>\n${propertiesOf(report)}${cases.join('')}  </testsuite>\n`
}

function propertiesOf(report: Report): string {
  const entries: [name: string, value: string][] = [
    ['verdict', report.verdict],
    ['target', report.target.baseUrl],
    ['safety', report.safety],
    ['run', report.run.id],
    ...(report.run.seed === undefined ? [] : [['seed', report.run.seed] satisfies [string, string]]),
  ]
  if (report.message !== undefined) entries.push(['message', cut(report.message, MAX_MESSAGE)])
  for (const one of report.commonCauses ?? [])
    entries.push(['common-cause', cut(causeText(one), MAX_MESSAGE)])
  const lines = entries.map(
    ([name, value]) => `      <property ${attribute('name', name)} ${attribute('value', value)}/>\n`,
  )
  return `    <properties>\n${lines.join('')}    </properties>\n`
}

function caseOf(result: RequirementResult, material: Material): string {
  const { exchanges } = material
  const time = result.evidence.reduce((sum, id) => sum + (exchanges.get(id)?.durationMs ?? 0), 0)
  const head = `${attribute('name', `${result.id}: ${result.title}`)} ${attribute('classname', result.operation)} time="${seconds(time)}"`
  const reason = attribute('message', cut(result.reason ?? result.verdict, MAX_MESSAGE))
  if (isFailure(result)) {
    const details = xmlText(detailsOf(result, material))
    return testcase(head, `<failure ${reason} type="${result.level}">${details}</failure>`)
  }
  if (result.verdict === 'warning') {
    return testcase(head, `<system-out>${xmlText(`warning\n${detailsOf(result, material)}`)}</system-out>`)
  }
  if (isSkipped(result)) {
    const kind = result.unobservable === undefined ? result.verdict : 'cannot be seen over HTTP'
    const reason = result.reason ?? 'no reason given'
    const text =
      result.known === undefined ? `${kind}: ${reason}` : `known: ${result.known.reason}; ${reason}`
    const message = cut(text, MAX_MESSAGE)
    return testcase(head, `<skipped ${attribute('message', message)}/>`)
  }
  return `    <testcase ${head}/>\n`
}

function testcase(head: string, content: string): string {
  return `    <testcase ${head}>\n      ${content}\n    </testcase>\n`
}

function detailsOf(result: RequirementResult, { baseUrl, exchanges, room }: Material): string {
  const deviations = folded(result.deviations).map((kind) => cut(kindText(kind), MAX_MESSAGE))
  const blocks = deviations.length > 0 ? [deviations.join('\n')] : [cut(result.reason ?? '', MAX_MESSAGE)]
  const isQuoted = ({ id }: Exchange): boolean =>
    result.deviations.some(({ entry, exchange }) => entry !== undefined && exchange === id)
  for (const { exchange, as } of tellingExchanges(result, exchanges).slice(0, 3)) {
    const body = exchange.response?.body.text ?? ''
    const curl = curlLine(exchange, baseUrl)
    const lines = [
      `${as} ${exchangeText(exchange)}`,
      ...(curl.length > MAX_CURL ? [] : [curl]),
      isQuoted(exchange) ? '' : cut(body, room),
    ]
    blocks.push(lines.join('\n').trimEnd())
  }
  return blocks.join('\n\n')
}

function kindText(kind: Folded): string {
  const { entry } = kind.deviation
  return deviationText(kind.deviation) + alikeText(kind) + (entry === undefined ? '' : `\n  in ${entry}`)
}

function isFailure({ verdict, known }: RequirementResult): boolean {
  return verdict === 'failed' && known === undefined
}

function isSkipped({ verdict, known }: RequirementResult): boolean {
  return verdict === 'inconclusive' || verdict === 'untested' || (verdict === 'failed' && known !== undefined)
}

/** Attributes hold one line. */
function attribute(name: string, value: string): string {
  return `${name}="${xmlText(value).replace(/\n/g, ' ')}"`
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
