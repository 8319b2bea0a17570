import { describe, expect, test } from 'vitest'
import { hostileReport, MARK } from '../tests/report/hostile.ts'
import { failingReport, largeReport, passingReport, unreachableReport } from '../tests/report/sample.ts'
import { block, code } from './markdown/escape.ts'
import { markdownReport } from './markdown.ts'
import { reportOf } from './testing/report.ts'

describe('report.md', () => {
  test('says what failed, and how to see it again', () => {
    const text = markdownReport(failingReport())
    expect(text).toContain('## ❌ Users API: nonconformant')
    expect(text).toContain('82 of 88 observable requirements judged; 3 more')
    expect(text).toContain('| `GET /v3/users` | 13 | 1 | 1 | – | 1 |')
    expect(text).toContain('- expected `status 400`, got `status 204`')
    expect(text).toContain(`-H "x-api-key: $API_KEY"`)
    expect(text).toContain('- `needs DEVELOPER_API_KEY` (3): `v3.list.developer-allowed`')
  })

  test('is short when all is well', () => {
    expect(markdownReport(passingReport())).not.toContain('###')
  })

  test('says why nothing could be judged', () => {
    expect(markdownReport(unreachableReport())).toContain(
      '`https://staging.example.com cannot be reached: connection refused.`',
    )
  })

  test.each([
    ['the failing sample', failingReport],
    ['a hostile target', hostileReport],
    ['thousands of requirements', () => largeReport(6_000, 6_000)],
  ])('fits a comment for %s', (_, report) => {
    expect(markdownReport(report()).length).toBeLessThan(60_000)
  })

  test('counts what it leaves off', () => {
    expect(markdownReport(largeReport(6_000, 6_000))).toMatch(/\n\d+ more in `report\.html`\.\n/)
  })

  test('keeps all that is hostile inside of code', () => {
    const text = markdownReport(hostileReport())
    expect(text).toContain(MARK)
    const outside = withoutCode(text)
    expect(outside).not.toContain(MARK)
    expect(outside).not.toMatch(/pwned|@everyone|javascript:/)
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Cf}]/u)
  })
})

describe('code', () => {
  test('cannot be closed from inside', () => {
    expect(code('a ``b`` `')).toBe('``` a ``b`` ` ```')
    expect(block('', 'a\n```\n# b')).toBe('````\na\n```\n# b\n````')
  })

  test('is never empty, which would be no code at all', () => {
    expect(code('')).toBe('(empty)')
  })
})

/** What a reader of CommonMark sees outside of fenced blocks and code spans. */
function withoutCode(text: string): string {
  const lines: string[] = []
  let fence = ''
  for (const line of text.split('\n')) {
    const opened = /^(`{3,})[a-z]*$/.exec(line)?.[1] ?? ''
    if (fence === '' && opened !== '') fence = opened
    else if (fence !== '' && line === fence) fence = ''
    else if (fence === '') lines.push(line)
  }
  return lines.join('\n').replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
}

test('counts requirements where the terminal does, not the reasons that they share', () => {
  const text = markdownReport(reportOf({ a: 'inconclusive', b: 'inconclusive', c: 'untested', d: 'passed' }))
  expect(text).toContain('### Inconclusive (2)')
  expect(text).toContain('### Untested, and what would unlock it (1)')
})
