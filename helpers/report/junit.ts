/** `junit.xml`: one test suite per operation, one test case per requirement. */
import { OPERATIONS } from '../contract.ts'
import type { Exchange } from '../http/exchange.ts'
import { curlLine } from './curl.ts'
import { byLevel, deviationText, exchangesById, exchangeText, tellingExchanges } from './describe.ts'
import type { Report, RequirementResult } from './report.ts'
import { cut } from './text.ts'
import { xmlText } from './xml.ts'

const MAX_MESSAGE = 1_000
const MAX_BODY = 4_000

/**
 * A failed requirement is a failure. A warning passes, with its reason as output. What was not settled is
 * skipped with its reason, so that it never looks like a pass.
 */
export function junitReport(report: Report): string {
  const exchanges = exchangesById(report)
  const { failed } = report.summary
  const suites = report.contracts
    .flatMap((contract) => [...OPERATIONS[contract]])
    .map((operation) => suiteOf(report, operation, exchanges))
  const name = attribute('name', `${report.suite.name} ${report.suite.version}`)
  const tests = report.requirements.length
  const skipped = report.requirements.filter(isSkipped).length
  const head = `${name} tests="${tests}" failures="${failed}" errors="0" skipped="${skipped}" time="${seconds(report.run.durationMs)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${head}>\n${suites.join('')}</testsuites>\n`
}

function suiteOf(report: Report, operation: string, exchanges: ReadonlyMap<string, Exchange>): string {
  const results = report.requirements.filter((one) => one.operation === operation)
  const failures = results.filter(({ verdict }) => verdict === 'failed').length
  const time = report.exchanges
    .filter((one) => one.operation === operation)
    .reduce((sum, { durationMs }) => sum + durationMs, 0)
  const head = [
    attribute('name', operation),
    `tests="${results.length}" failures="${failures}" errors="0"`,
    `skipped="${results.filter(isSkipped).length}" time="${seconds(time)}"`,
    attribute('timestamp', report.run.startedAt.replace(/(\.\d+)?Z$/, '')),
  ].join(' ')
  const cases = results.map((result) => caseOf(result, report.target.baseUrl, exchanges))
  return `  <testsuite ${head}>\n${propertiesOf(report)}${cases.join('')}  </testsuite>\n`
}

function propertiesOf(report: Report): string {
  const entries: [name: string, value: string][] = [
    ['verdict', report.verdict],
    ['target', report.target.baseUrl],
    ['safety', report.safety],
    ['run', report.run.id],
  ]
  if (report.message !== undefined) entries.push(['message', cut(report.message, MAX_MESSAGE)])
  const lines = entries.map(
    ([name, value]) => `      <property ${attribute('name', name)} ${attribute('value', value)}/>\n`,
  )
  return `    <properties>\n${lines.join('')}    </properties>\n`
}

function caseOf(
  result: RequirementResult,
  baseUrl: string,
  exchanges: ReadonlyMap<string, Exchange>,
): string {
  const time = result.evidence.reduce((sum, id) => sum + (exchanges.get(id)?.durationMs ?? 0), 0)
  const head = `${attribute('name', `${result.id}: ${result.title}`)} ${attribute('classname', result.operation)} time="${seconds(time)}"`
  const reason = attribute('message', cut(result.reason ?? result.verdict, MAX_MESSAGE))
  if (result.verdict === 'failed') {
    const details = xmlText(detailsOf(result, baseUrl, exchanges))
    return testcase(head, `<failure ${reason} type="${result.level}">${details}</failure>`)
  }
  if (result.verdict === 'warning') {
    return testcase(
      head,
      `<system-out>${xmlText(`warning\n${detailsOf(result, baseUrl, exchanges)}`)}</system-out>`,
    )
  }
  if (isSkipped(result)) {
    const kind = result.unobservable === undefined ? result.verdict : 'cannot be seen over HTTP'
    const message = cut(`${kind}: ${result.reason ?? 'no reason given'}`, MAX_MESSAGE)
    return testcase(head, `<skipped ${attribute('message', message)}/>`)
  }
  return `    <testcase ${head}/>\n`
}

function testcase(head: string, content: string): string {
  return `    <testcase ${head}>\n      ${content}\n    </testcase>\n`
}

function detailsOf(
  result: RequirementResult,
  baseUrl: string,
  exchanges: ReadonlyMap<string, Exchange>,
): string {
  const deviations = byLevel(result.deviations).map((one) => cut(deviationText(one), MAX_MESSAGE))
  const blocks = deviations.length > 0 ? [deviations.join('\n')] : [cut(result.reason ?? '', MAX_MESSAGE)]
  for (const exchange of tellingExchanges(result, exchanges).slice(0, 3)) {
    const body = exchange.response?.body.text ?? ''
    blocks.push(
      [exchangeText(exchange), curlLine(exchange, baseUrl), cut(body, MAX_BODY)].join('\n').trimEnd(),
    )
  }
  return blocks.join('\n\n')
}

function isSkipped({ verdict }: RequirementResult): boolean {
  return verdict === 'inconclusive' || verdict === 'untested'
}

/** Attributes hold one line. */
function attribute(name: string, value: string): string {
  return `${name}="${xmlText(value).replace(/\n/g, ' ')}"`
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
