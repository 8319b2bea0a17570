/** The public tier stands beside the documents in every output, and moves nothing there. */
import { describe, expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { badgeJson, badgesOf } from './badge.ts'
import { exitCode } from './build.ts'
import { htmlReport } from './html.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import { terminalSummary } from './terminal.ts'
import { reportOf } from './testing/report.ts'
import { documentsOf, publicOf, publicVerdictText } from './tiers.ts'

const MET = { 'v3.list.a': 'passed', 'v3.get.b': 'passed' } as const
const BEYOND = 'v3.list.c-public'
const VIOLATED = { ...MET, [BEYOND]: 'failed' } as const

const textOf = (report: Report): string =>
  terminalSummary(report, { colour: false, width: 100, reportPath: 'reports/latest' })
const beyondOf = (report: Report): Report => {
  const view = publicOf(report)
  if (view === undefined) throw new Error('there is no public tier')
  return view
}

describe('a failure beyond the documents', () => {
  const report = reportOf(VIOLATED)

  test('leaves verdict, exit code, numbers and badge of the documents', () => {
    expect([report.verdict, exitCode(report, false)]).toEqual(['conformant', 0])
    expect(report.summary).toMatchObject({ failed: 0, coverage: { judged: 2, observable: 2 } })
    expect(badgeJson(badgesOf(report, 'abc').run)).toContain('conformant 2/2')
  })

  test('has a verdict and numbers of its own', () => {
    expect(report.public).toMatchObject({
      verdict: 'nonconformant',
      summary: { failed: 1, coverage: { judged: 1, observable: 1 } },
    })
    expect(publicVerdictText(beyondOf(report))).toBe('not met; 1 of 1 judged')
  })

  test('stands below the documents in the terminal', () => {
    const text = textOf(report)
    expect(text.indexOf('Beyond the documents')).toBeGreaterThan(text.indexOf('total'))
    expect(text.indexOf(`FAILED ${BEYOND}`)).toBeGreaterThan(text.indexOf('Beyond the documents'))
    expect(text).toMatch(/^verdict +conformant$/m)
    expect(text).toMatch(/^public +not met; 1 of 1 judged$/m)
    expect(text).toMatch(/^GET \/v3\/users +1 +- +- +- +-$/m)
  })

  test('stands below the documents in Markdown', () => {
    const text = markdownReport(report)
    expect(text).toContain('Users API: conformant')
    expect(text).not.toContain('### Failed')
    expect(text).toContain('### Beyond the documents: Failed (1)')
  })

  test('has a suite of its own in JUnit', () => {
    const [documents = '', beyond = ''] = junitReport(report).split('<testsuite name="public tier"')
    expect(documents).toContain(`<!-- conformant; failed beyond the documents: ${BEYOND} -->`)
    expect(documents).not.toContain(`name="${BEYOND}`)
    expect(documents).not.toContain('<failure')
    expect(beyond).toMatch(/^ tests="1" failures="1"/)
    expect(beyond).toContain(`<testcase name="${BEYOND}:`)
  })

  test('has a section of its own on the page', () => {
    const page = htmlReport(report)
    expect(page).toContain('<h1>Conformant</h1>')
    expect(page).not.toContain('What is violated')
    expect(page.split('Beyond the documents')[1]).toContain(BEYOND)
    expect(page).toContain('data-tier="public"')
  })
})

test('what nobody tried beyond the documents is told in a word, and what would try it', () => {
  const report = reportOf({ ...MET, [BEYOND]: 'untested' })
  const requirements = report.requirements.map((one) =>
    one.id === BEYOND ? { ...one, reason: 'needs PUBLIC_TIER=auto or PUBLIC_TIER=update' } : one,
  )
  const told = { ...report, requirements }
  expect(report.public?.verdict).toBe('incomplete')
  expect(publicVerdictText(beyondOf(told))).toBe('not tried; 0 of 1 judged; PUBLIC_TIER=auto tries more')
  expect(textOf(told)).not.toContain('Beyond the documents')
})

test('a violation of the documents is none of the public tier', () => {
  const report = reportOf({ 'v3.list.a': 'failed', [BEYOND]: 'passed' })
  expect([report.verdict, report.public?.verdict]).toEqual(['nonconformant', 'conformant'])
  expect(documentsOf(report).requirements.map(({ id }) => id)).toEqual(['v3.list.a'])
})

test('a report without a public tier says nothing of one', () => {
  const report = reportOf(MET)
  expect(report.public).toBeUndefined()
  expect(
    [textOf(report), markdownReport(report), junitReport(report), htmlReport(report)].join(),
  ).not.toMatch(/Beyond the documents<|^public |public tier/m)
})
