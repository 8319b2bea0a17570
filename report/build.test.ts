import { describe, expect, test } from 'vitest'
import type { Level, Requirement, Verdict } from '../model/contract.ts'
import type { Report } from '../model/report.ts'
import { failingReport, passingReport, unreachableReport } from '../tests/report/sample.ts'
import { SAMPLE_CATALOGUE } from '../tests/report/sample-catalogue.ts'
import { buildReport, exitCode, type Result } from './build.ts'

const requirement = (id: string, level: Level, unobservable?: string): Requirement => ({
  id,
  contract: 'v3',
  operation: 'GET /v3/users',
  level,
  title: 'A promise.',
  source: { page: 'v3: List users', kind: 'stated', statements: ['L-01'] },
  ...(unobservable === undefined ? {} : { unobservable }),
})

/** A report over requirements given as `level verdict`; without verdict there is no result. */
function reportOf(...rows: string[]): Report {
  return buildReport(inputFor(rows))
}

function inputFor(rows: string[]): Parameters<typeof buildReport>[0] {
  const results = new Map<string, Result>()
  const catalogue = rows.map((row, index) => {
    const [level, verdict] = row.split(' ') as [Level, Verdict | undefined]
    if (verdict) results.set(`v3.list.r${index}`, { verdict, deviations: [], evidence: [] })
    return requirement(`v3.list.r${index}`, level)
  })
  return {
    catalogue: [...catalogue, requirement('v3.list.hidden', 'must', 'nobody can see it')],
    results,
    exchanges: [],
    leftovers: [],
    target: { baseUrl: 'http://127.0.0.1:1', embedded: true },
    contracts: ['v3'],
    safety: 'full',
    run: { id: 'r', startedAt: '2026-03-11T09:00:00.000Z', durationMs: 1 },
    suite: { name: 's', version: '1' },
  }
}

describe('the verdict of a run', () => {
  test.each([
    ['conformant', 0, ['must passed', 'should warning', 'should untested', 'should inconclusive']],
    ['conformant', 0, ['must passed', 'must warning']],
    ['nonconformant', 1, ['must failed', 'must inconclusive', 'must untested']],
    ['inconclusive', 3, ['must passed', 'must inconclusive', 'must untested']],
    ['inconclusive', 3, ['must passed', 'must']],
    ['inconclusive', 3, ['must untested', 'should untested']],
    ['inconclusive', 3, []],
    ['incomplete', 3, ['must passed', 'must untested']],
  ] as const)('is %s, exit code %i, for %j', (verdict, code, rows) => {
    const report = reportOf(...rows)
    expect(report.verdict).toBe(verdict)
    expect(exitCode(report, false)).toBe(code)
  })

  test('lets accepted gaps pass, and nothing else', () => {
    expect(exitCode(reportOf('must passed', 'must untested'), true)).toBe(0)
    expect(exitCode(reportOf('must passed', 'must inconclusive'), true)).toBe(3)
    expect(exitCode(reportOf('must failed', 'must untested'), true)).toBe(1)
  })
})

describe('a part of a run', () => {
  const partOf = (verdict: 'passed' | 'failed') => {
    return buildReport({
      ...inputFor([`must ${verdict}`, 'must passed']),
      deselected: new Set(['v3.list.r1']),
    })
  }

  test('is incomplete and says how much was asked for, and may pass all the same', () => {
    const report = partOf('passed')
    expect(report).toMatchObject({ verdict: 'incomplete', partial: { selected: 1, observable: 2 } })
    expect(exitCode(report, false)).toBe(0)
  })

  test('is nonconformant where it finds a violation', () => {
    const report = partOf('failed')
    expect([report.verdict, exitCode(report, true)]).toEqual(['nonconformant', 1])
  })
})

describe('buildReport', () => {
  test('has one entry for every requirement of the run, and none of another contract', () => {
    const report = buildReport({ ...inputOf(passingReport()), contracts: ['v1'] })
    expect(report.requirements.map(({ id }) => id)).toEqual(
      SAMPLE_CATALOGUE.filter(({ contract }) => contract === 'v1').map(({ id }) => id),
    )
  })

  test('explains what has no result', () => {
    expect(reportOf('must').requirements).toMatchObject([
      { verdict: 'inconclusive', reason: 'the run ended before it was judged' },
      { verdict: 'untested', reason: 'nobody can see it' },
    ])
    const { requirements, message } = unreachableReport()
    expect(new Set(requirements.filter((one) => !one.unobservable).map(({ reason }) => reason))).toEqual(
      new Set([message]),
    )
  })

  test('counts', () => {
    const { summary, requirements } = failingReport()
    expect(summary).toMatchObject({ failed: 3, warning: 3, inconclusive: 1, untested: 5, unobservable: 3 })
    expect(summary.passed + 3 + 3 + 1 + 5 + 3).toBe(requirements.length)
    expect(summary.coverage).toEqual({ judged: summary.passed + 6, observable: requirements.length - 3 })
  })

  test('counts a request as often as it was sent', () => {
    const input = inputOf(passingReport())
    const [first] = input.exchanges
    const report = buildReport({ ...input, exchanges: first ? [{ ...first, attempts: 3 }] : [] })
    expect(report.summary.requests).toEqual({ total: 3, byOperation: { 'GET /v3/users': 3 } })
  })
})

function inputOf(report: Report) {
  const results = new Map(report.requirements.map((one): [string, Result] => [one.id, one]))
  return { ...report, catalogue: SAMPLE_CATALOGUE, results }
}
