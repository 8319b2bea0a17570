import { describe, expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { hostileReport, MARK } from '../tests/report/hostile.ts'
import { failingReport, passingReport, unreachableReport } from '../tests/report/sample.ts'
import { terminalSummary } from './terminal.ts'
import { reportOf } from './testing/report.ts'

const plain = { colour: false, width: 100, reportPath: 'reports/latest/report.html' }

describe('terminalSummary', () => {
  test('has the table by operation', () => {
    const text = terminalSummary(failingReport(), plain)
    expect(text).toMatch(/^ +passed {2}failed {2}warning {2}inconclusive {2}untested$/m)
    expect(text).toMatch(/^GET \/v3\/users {2,}13 +1 +1 +- +1$/m)
    expect(text).toMatch(/^total +76 +3 +3 +1 +5$/m)
  })

  test('tells of a failure all that is needed to act on it', () => {
    const text = terminalSummary(failingReport(), plain)
    expect(text).toContain(
      [
        'FAILED v3.list.user-fields',
        '  promise   Every user has the documented members with the documented types.',
        '  source    v3: List users, shown',
        '  expected  admin, billing or developer at /data/users/1/role',
        '  actual    "owner"',
      ].join('\n'),
    )
    expect(text).toContain('-> 204')
    expect(text).toMatch(/^ {4}curl -i -X DELETE '.*'"\$ID" -H "x-api-key: \$API_KEY"/m)
  })

  test('says what was not settled, and what would unlock it', () => {
    const text = terminalSummary(failingReport(), plain)
    expect(text).toContain('  needs DEVELOPER_API_KEY (3)\n    v3.list.developer-allowed ')
    expect(text).toContain('  POST /api/v1/users: no answer within 30 s (1)\n    v1.create.conflict')
    expect(text).toContain('v1 run-k3f9-04@example.com (usr_9f2): removal was answered with 500')
    expect(text).not.toContain('nothing is promised')
  })

  test('ends with verdict, coverage, requests and where the report is', () => {
    const lines = terminalSummary(failingReport(), plain).trimEnd().split('\n')
    expect(lines.slice(-4)).toEqual([
      'verdict   nonconformant',
      'coverage  82 of 88 observable requirements judged; 3 more that HTTP cannot show',
      'requests  88 in 4.2 s',
      'report    reports/latest/report.html',
    ])
  })

  test('is short when all is well', () => {
    const text = terminalSummary(passingReport(), plain)
    expect(text.split('\n').length).toBeLessThan(22)
    expect(text).not.toMatch(/FAILED|Warnings|Inconclusive|Untested/)
  })

  test('gives one message when the target cannot be judged', () => {
    const text = terminalSummary(unreachableReport(), plain)
    expect(text.split('\n').length).toBeLessThan(12)
    expect(text.match(/connection refused/g)).toHaveLength(1)
  })

  test('gives each contract a line of its own', () => {
    const report = {
      ...unreachableReport(),
      message: 'GET /v3/users: no answer\nGET /api/v1/users: \x1b[31m',
    }
    const lines = terminalSummary(report, plain).split('\n')
    expect(lines).toContain('GET /v3/users: no answer')
    expect(lines).toContain('GET /api/v1/users: \\x1b[31m')
  })

  test('keeps what was found before the run was stopped', () => {
    const report = { ...failingReport(), message: 'The run was interrupted.' }
    const text = terminalSummary(report, plain)
    expect(text).toContain('FAILED v3.list.user-fields')
    expect(text).toContain('The run was interrupted.')
    expect(text).not.toContain('Inconclusive (')
  })

  test.each([40, 60, 80, 120])('fits %i columns, command lines apart', (width) => {
    const lines = terminalSummary(failingReport(), { ...plain, width }).split('\n')
    const prose = lines.filter((line) => !/curl |https?:|\{|"|reports\/|-{20}|passed|pass /.test(line))
    for (const line of prose.filter((one) => !/^(GET|POST|DELETE|total)/.test(one))) {
      expect(line.length).toBeLessThanOrEqual(width)
    }
  })

  test('colours only when asked, and changes nothing else by it', () => {
    const coloured = terminalSummary(failingReport(), { ...plain, colour: true })
    expect(coloured).toContain('\x1b[1;31mFAILED\x1b[0m')
    expect(coloured.replaceAll(new RegExp(`${'\x1b'}\\[[0-9;]+m`, 'g'), '')).toBe(
      terminalSummary(failingReport(), plain),
    )
  })

  test('sends no control character of the target to the terminal', () => {
    const text = terminalSummary(hostileReport(), plain)
    expect(text).toContain(MARK)
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/u)
    expect(text.length).toBeLessThan(60_000)
  })
})

describe('how much is told', () => {
  const many = (): Report => {
    const ids = Array.from({ length: 30 }, (_, index) => [`v3.list.n${index}`, 'untested'] as const)
    return reportOf({ 'v3.list.a': 'failed', ...Object.fromEntries(ids) })
  }

  test('folds long lists of ids, unless all of it is wanted', () => {
    const usual = terminalSummary(many(), plain)
    expect(usual).toContain('(30)')
    expect(usual).toMatch(/v3\.list\.n7 and 22\s+more/)
    expect(usual).not.toContain('v3.list.n8')
    const whole = terminalSummary(many(), { ...plain, detail: 'whole' })
    expect(whole).toContain('v3.list.n29')
    expect(whole).not.toContain('more')
  })

  test('is the end alone where little is wanted', () => {
    const text = terminalSummary(many(), { ...plain, detail: 'short' })
    expect(text).not.toMatch(/FAILED|Untested/)
    expect(text).toMatch(/^verdict/m)
    expect(text.split('\n').length).toBeLessThan(10)
  })
})
