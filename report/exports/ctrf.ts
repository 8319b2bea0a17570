/** `ctrf.json`: the Common Test Report Format (https://ctrf.io), one test for each requirement. */
import { cut } from '../../helpers/text/printable.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { deviationText, exchangesById, exchangeText } from '../describe.ts'
import { tellingExchanges } from '../telling.ts'

const SPECIFICATION = '0.0.0'
const MAX_MESSAGE = 1_000
const MAX_TRACE = 4_000

type Status = 'passed' | 'failed' | 'skipped' | 'other'

/**
 * The same reading as `junit.xml`: a warning passes, with its reason; what was not tried is skipped, and so is a
 * failure that the baseline lists. What was tried and could not be settled is `other`, never a pass.
 */
export function ctrfReport(report: Report): string {
  const { suite, run, target, verdict, summary, safety, message } = report
  const exchanges = exchangesById(report)
  const tests = report.requirements.map((result) => testOf(result, exchanges))
  const count = (wanted: Status): number => tests.filter(({ status }) => status === wanted).length
  const start = Date.parse(run.startedAt) || 0
  const results = {
    tool: { name: suite.name, version: suite.version },
    summary: {
      tests: tests.length,
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      pending: 0,
      other: count('other'),
      start,
      stop: start + Math.round(run.durationMs),
      extra: {
        verdict,
        coverage: summary.coverage,
        ...(message === undefined ? {} : { message: cut(message, MAX_MESSAGE) }),
      },
    },
    tests,
    environment: { appName: target.name ?? target.baseUrl, extra: { run: run.id, safety, target } },
  }
  return `${JSON.stringify({ reportFormat: 'CTRF', specVersion: SPECIFICATION, results }, null, 2)}\n`
}

function testOf(result: RequirementResult, exchanges: ReadonlyMap<string, Exchange>) {
  const { id, title, operation, contract, level, tier, about, reason, known, verdict, evidence } = result
  const status = statusOf(result)
  const duration = evidence.reduce((sum, one) => sum + (exchanges.get(one)?.durationMs ?? 0), 0)
  const said = known === undefined ? reason : `known: ${known.reason}; ${reason}`
  const isViolated = verdict === 'failed' || verdict === 'warning'
  return {
    name: `${id}: ${title}`,
    status,
    duration: Math.round(duration),
    suite: [contract, operation],
    rawStatus: verdict,
    tags: [
      level,
      ...(about === undefined ? [] : [about]),
      ...(result.security ? ['security'] : []),
      ...(tier === 'public' ? ['public'] : []),
    ],
    ...(said === undefined ? {} : { message: cut(said, MAX_MESSAGE) }),
    ...(isViolated ? { trace: cut(traceOf(result, exchanges), MAX_TRACE) } : {}),
    extra: { id, evidence },
  }
}

function statusOf(result: RequirementResult): Status {
  const { verdict, known } = result
  if (!isObservable(result) || verdict === 'untested') return 'skipped'
  if (verdict === 'inconclusive') return 'other'
  if (verdict === 'failed') return known === undefined ? 'failed' : 'skipped'
  return 'passed'
}

function traceOf(result: RequirementResult, exchanges: ReadonlyMap<string, Exchange>): string {
  const told = tellingExchanges(result, exchanges).slice(0, 3)
  return [
    ...result.deviations.slice(0, 10).map(deviationText),
    ...told.map(({ exchange, as }) => `${as} ${exchangeText(exchange)}`),
  ].join('\n')
}
