import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../model/contract.ts'
import { painter } from '../terminal/style.ts'
import { reportOf } from '../testing/report.ts'
import { compareReports } from './compare.ts'
import { comparisonHtml } from './html.ts'
import { comparisonMarkdown } from './markdown.ts'
import { CompareError, labelsOf, parseReport } from './read.ts'
import { comparisonText } from './text.ts'

function compared(...sides: Record<string, Verdict>[]) {
  return compareReports(
    sides.map((verdicts, index) => ({ label: `run ${index}`, report: reportOf(verdicts) })),
  )
}

const A = 'v3.list.a'
const B = 'v3.list.b'
const C = 'v3.list.c'

describe('compareReports', () => {
  test('puts the newest regression first, then what was lost, what differs, what was fixed, the rest', () => {
    const { rows } = compared(
      { [A]: 'passed', [B]: 'passed', [C]: 'failed', 'v3.list.d': 'passed', 'v3.list.e': 'passed' },
      { [A]: 'failed', [B]: 'passed', [C]: 'failed', 'v3.list.d': 'passed', 'v3.list.e': 'passed' },
      { [A]: 'failed', [B]: 'failed', [C]: 'passed', 'v3.list.d': 'untested', 'v3.list.e': 'passed' },
    )
    expect(rows.map(({ id, change, since }) => [id, change, since])).toEqual([
      [B, 'regression', 2],
      [A, 'regression', 1],
      ['v3.list.d', 'lost', 2],
      [C, 'fixed', 2],
      ['v3.list.e', 'same', 0],
    ])
  })

  test('holds the last against the first for the gate', () => {
    const { regressed, lost } = compared(
      { [A]: 'passed', [B]: 'failed', [C]: 'passed' },
      { [A]: 'failed', [B]: 'passed', [C]: 'passed' },
      { [A]: 'failed', [B]: 'failed', [C]: 'inconclusive' },
    )
    expect(regressed).toEqual([A])
    expect(lost).toEqual([C])
  })

  test('shows what only public pages say, and lets it decide nothing', () => {
    const [D, E] = ['v3.list.d-public', 'v3.list.e-public']
    const comparison = compared({ [D]: 'passed', [E]: 'passed' }, { [D]: 'failed', [E]: 'untested' })
    expect(comparison.rows.map(({ id, change }) => [id, change])).toEqual([
      [D, 'regression'],
      [E, 'lost'],
    ])
    expect([comparison.regressed, comparison.lost]).toEqual([[], []])
  })

  test('shows what a report does not know as absent', () => {
    const { rows, lost } = compared({ [A]: 'passed' }, { [B]: 'passed' })
    expect(rows.find(({ id }) => id === A)?.cells).toEqual(['passed', 'absent'])
    expect(rows.find(({ id }) => id === B)?.cells).toEqual(['absent', 'passed'])
    expect(lost).toEqual([A])
  })

  test('notes what makes reports less comparable', () => {
    const sides = [
      reportOf({ [A]: 'passed' }),
      reportOf({ [A]: 'passed' }, { schemaVersion: '1.7', safety: 'read-only' }),
    ]
    const { notes } = compareReports(sides.map((report, index) => ({ label: String(index), report })))
    expect(notes.join()).toContain('report formats: 1.0 and 1.7')
    expect(notes.join()).toContain('safety: full and read-only')
  })
})

describe('what is written', () => {
  const hostile = reportOf(
    { [A]: 'failed' },
    { target: { baseUrl: '<img src=x>\x1b[31m|', embedded: false } },
  )
  const [result] = hostile.requirements
  if (result) result.reason = '<script>alert(1)</script>\x1b[2J'
  const comparison = compareReports([
    { label: 'old', report: reportOf({ [A]: 'passed' }) },
    { label: '<b>new</b>', report: hostile },
  ])

  test('is harmless as HTML', () => {
    const page = comparisonHtml(comparison)
    expect(page).not.toMatch(/<script|<img|<b>new/)
    expect(page).not.toContain('\x1b')
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain("default-src 'none'")
  })

  test('begins with what became worse, and leads from a cell to its evidence', () => {
    const sides = [{ [A]: 'passed', [B]: 'failed' } as const, { [A]: 'failed', [B]: 'passed' } as const]
    const page = comparisonHtml(
      compareReports(
        sides.map((verdicts, index) => ({
          label: `run ${index}`,
          report: reportOf(verdicts),
          page: `../${index}/report.html`,
        })),
      ),
    )
    expect(page).toContain('<h1>1 regression</h1>')
    expect(page).toContain(`<a class="cell failed" href="../1/report.html#id=${A}">failed</a>`)
    expect(comparisonHtml(compared(...sides))).not.toContain('report.html')
  })

  test('is harmless on the terminal', () => {
    const text = comparisonText(comparison, { paint: painter(false), width: 100, all: true })
    expect(text).not.toContain('\x1b')
    expect(text).toContain('A passed  B failed')
  })

  test('is a well-formed matrix as Markdown', () => {
    const rows = comparisonMarkdown(comparison)
      .split('\n')
      .filter((line) => line.startsWith('|'))
    expect(rows.join()).toContain('✅ passed | ❌ failed')
    expect(comparisonMarkdown(comparison)).not.toContain('\x1b')
  })
})

describe('parseReport', () => {
  test('reads later minor versions', () => {
    const report = { ...reportOf({ [A]: 'passed' }), schemaVersion: '1.9', surprise: true }
    expect(parseReport(JSON.stringify(report), 'f')).toEqual(report)
  })

  test.each([
    ['another major version', { ...reportOf({}), schemaVersion: '2.0' }, 'report format 2.0'],
    ['no version', { verdict: 'conformant' }, 'no schemaVersion'],
    ['half a report', { schemaVersion: '1.0' }, 'not sound in suite, target'],
    ['an unknown verdict', reportOf({ [A]: 'splendid' as Verdict }), 'requirements'],
    ['nothing', null, 'no schemaVersion'],
  ])('refuses %s, naming the file', (_name, value, message) => {
    expect(() => parseReport(JSON.stringify(value), 'old.json')).toThrow(CompareError)
    expect(() => parseReport(JSON.stringify(value), 'old.json')).toThrow(message)
    expect(() => parseReport(JSON.stringify(value), 'old.json')).toThrow(/^old\.json: /)
  })

  test('refuses what is no JSON', () => {
    expect(() => parseReport('<html>', 'old.json')).toThrow('not valid JSON')
  })
})

describe('labelsOf', () => {
  test.each([
    [
      ['a/report.json', 'b/report.json'],
      ['a', 'b'],
    ],
    [
      ['old.json', 'new.json'],
      ['old', 'new'],
    ],
    [
      ['a/x/report.json', 'b/x/report.json'],
      ['a/x/report.json', 'b/x/report.json'],
    ],
    [
      ['report.json', 'b/report.json'],
      ['report.json', 'b'],
    ],
  ])('%j are called %j', (files, labels) => {
    expect(labelsOf(files)).toEqual(labels)
  })
})
