import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { passingReport } from '../tests/report/sample.ts'
import { htmlReport } from './html.ts'
import { markdownReport } from './markdown.ts'
import { digestOf } from './sets/digest.ts'

const HOSTILE = '<img src=x onerror=alert(1)> | `a` @all'

/** A report with facts that a hand other than ours has written. */
function withFacts(): Report {
  const report = passingReport()
  return {
    ...report,
    suite: { ...report.suite, commit: `${'0a'.repeat(20)}+changes` },
    target: { ...report.target, name: HOSTILE, version: '2.4.0', digest: `sha256:${'0b'.repeat(32)}` },
    provenance: {
      node: 'v20.19.0',
      requirements: { digest: digestOf(report.requirements), count: report.requirements.length },
      settings: { SAFETY: 'full', [HOSTILE]: HOSTILE },
      given: ['API_KEY'],
    },
    documented: [
      {
        operation: 'GET /v3/users',
        status: 200,
        documented: true,
        seen: 3,
        members: { success: 3, [HOSTILE]: 0 },
      },
      { operation: 'GET /v3/users', status: 403, documented: true, seen: 0 },
      { operation: 'GET /v3/users', status: 400, documented: false, seen: 2 },
    ],
    observations: [
      {
        operation: 'POST /v3/users',
        situation: HOSTILE,
        answers: [{ answer: HOSTILE, count: 2, exchange: 'x1' }],
      },
    ],
  }
}

test('are told in the page, where nothing of them is markup', () => {
  const page = htmlReport(withFacts())
  expect(page).toContain('Where this report comes from')
  expect(page).toContain('0a0a0a0a0a, with changes')
  expect(page).toContain('1 of 2 answers that the documents show were seen; 1 more that they do not show')
  expect(page).toContain('Where the documents leave a choice')
  expect(page).not.toContain('<img')
})

test('are told in Markdown, where nothing of them is markup', () => {
  const text = markdownReport(withFacts())
  expect(text).toContain('Not seen: `GET /v3/users` 403.')
  expect(text).toContain('Node.js v20.19.0')
  expect(text).toMatch(/requirements sha256:[0-9a-f]{12}, /)
  expect(text.replaceAll(/`` .*? ``|``.*?``|`[^`]*`/g, '')).not.toMatch(/(?<!\\)<img|[^\\]@all/)
})

test('are left out where a report has none', () => {
  const { provenance: _, ...report } = passingReport()
  expect(htmlReport(report)).not.toContain('Where this report comes from')
  expect(markdownReport(report)).not.toContain('Seen of the documents')
})

test('have a digest of the requirements that anybody can work out', () => {
  const [one, other] = [
    { id: 'v3.list.b', level: 'must' as const },
    { id: 'v3.list.a', level: 'should' as const, unobservable: 'no' },
  ]
  const lines = 'v3.list.a should unobservable\nv3.list.b must\n'
  expect(digestOf([one, other])).toBe(`sha256:${createHash('sha256').update(lines).digest('hex')}`)
})
