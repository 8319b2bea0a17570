import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { hostileReport } from '../../tests/report/hostile.ts'
import { failingReport, passingReport, unreachableReport } from '../../tests/report/sample.ts'
import { ctrfReport } from './ctrf.ts'
import { earlReport } from './earl.ts'

/** The schema that the format's own package publishes. */
const folder = dirname(createRequire(import.meta.url).resolve('ctrf'))
const schema = JSON.parse(readFileSync(join(folder, 'ctrf-schema-0.0.json'), 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
const validate = ajv.compile(schema)

const REPORTS: [string, () => Report][] = [
  ['a passing report', passingReport],
  ['a failing report', failingReport],
  ['a report without a verdict', unreachableReport],
  ['a report of a hostile target', hostileReport],
]

describe('CTRF', () => {
  test.each(REPORTS)('of %s is valid by its published schema', (_, report) => {
    validate(JSON.parse(ctrfReport(report())))
    expect(validate.errors ?? []).toEqual([])
  })

  test('counts as JUnit does, and passes nothing that was not settled', () => {
    const report = failingReport()
    const { summary, tests } = JSON.parse(ctrfReport(report)).results
    const { passed, warning, failed, inconclusive, untested, unobservable } = report.summary
    expect(summary).toMatchObject({
      tests: report.requirements.length,
      passed: passed + warning,
      failed,
      other: inconclusive,
      skipped: untested + unobservable,
    })
    const test = tests.find(({ extra }: { extra: { id: string } }) => extra.id === 'v3.list.user-fields')
    expect(test).toMatchObject({ status: 'failed', suite: ['v3', 'GET /v3/users'] })
    expect(test.trace).toContain('/data/users/1/role')
  })

  test('skips what the baseline lists', () => {
    const report = failingReport()
    for (const one of report.requirements) if (one.verdict === 'failed') one.known = { reason: 'is known' }
    const { summary, tests } = JSON.parse(ctrfReport(report)).results
    expect(summary.failed).toBe(0)
    expect(tests.find(({ rawStatus }: { rawStatus: string }) => rawStatus === 'failed')).toMatchObject({
      status: 'skipped',
      message: expect.stringContaining('known: is known'),
    })
  })
})

describe('EARL', () => {
  test.each(REPORTS)('of %s asserts every requirement once', (_, reportOf) => {
    const report = reportOf()
    const { '@graph': graph, '@context': context } = JSON.parse(earlReport(report))
    const assertions = graph.filter((node: { '@type': unknown }) => node['@type'] === 'earl:Assertion')
    expect(assertions.map(({ test }: { test: { '@id': string } }) => test['@id'])).toEqual(
      report.requirements.map(({ id }) => `requirement:${id}`),
    )
    const names = new Set(graph.map((node: { '@id'?: string }) => node['@id']))
    for (const { subject, assertedBy, result } of assertions) {
      expect(names.has(subject) && names.has(assertedBy)).toBe(true)
      expect(result.outcome).toMatch(/^earl:(passed|failed|cantTell|untested|inapplicable)$/)
    }
    // Every name is one of the context's, or has a prefix that it has.
    for (const node of graph) {
      for (const member of Object.keys(node))
        expect(
          member.startsWith('@') ||
            member.split(':')[0] === '' ||
            Object.hasOwn(context, member.split(':')[0] ?? ''),
        ).toBe(true)
    }
  })

  test('says by its own words what became of each', () => {
    const report = failingReport()
    const [first] = report.requirements
    if (first) first.notApplicable = 'SELF_USER_ID=none'
    const { '@graph': graph } = JSON.parse(earlReport(report))
    const outcome = (id: string) =>
      graph.find(({ test }: { test?: { '@id': string } }) => test?.['@id'] === `requirement:${id}`).result
    expect(outcome(first?.id ?? '').outcome).toBe('earl:inapplicable')
    expect(outcome('v3.remove.self-rejected').outcome).toBe('earl:failed')
    expect(outcome('v1.create.conflict').outcome).toBe('earl:cantTell')
    expect(outcome('v3.remove.developer-refused').outcome).toBe('earl:untested')
    expect(outcome('v3.list.response-headers')).toMatchObject({
      outcome: 'earl:passed',
      info: expect.stringMatching(/^warning: /),
    })
  })
})
