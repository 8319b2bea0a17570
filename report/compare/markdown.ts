/** A comparison as Markdown, for a pull request or a wiki. */
import { code as codeSpan, prose } from '../markdown/escape.ts'
import type { Cell, Change, Comparison, Row } from './compare.ts'
import { HEADINGS, letter } from './text.ts'

const SIGNS: Record<Cell, string> = {
  passed: '✅ passed',
  failed: '❌ failed',
  warning: '⚠️ warning',
  inconclusive: '❔ inconclusive',
  untested: '– untested',
  absent: '· absent',
}

export function comparisonMarkdown(comparison: Comparison): string {
  const { sides, rows, notes } = comparison
  const blocks = ['# Comparison of conformance reports', sideTable(comparison)]
  for (const note of notes) blocks.push(prose(note))
  for (const change of Object.keys(HEADINGS) as Change[]) {
    const group = rows.filter((row) => row.change === change)
    if (group.length > 0) {
      blocks.push(`## ${HEADINGS[change]} (${group.length})`, matrix(group, sides.length))
    }
  }
  return `${blocks.join('\n\n')}\n`
}

function sideTable({ sides }: Comparison): string {
  return [
    '| | report | target | verdict | judged | started | suite |',
    '|:--|:--|:--|:--|--:|:--|:--|',
    ...sides.map(({ label, baseUrl, embedded, verdict, coverage, startedAt, suite }, index) => {
      const where = embedded ? 'the embedded reference' : code(baseUrl)
      const judged = `${coverage.judged}/${coverage.observable}`
      return `| **${letter(index)}** | ${code(label)} | ${where} | ${prose(verdict)} | ${judged} | ${prose(startedAt)} | ${prose(suite)} |`
    }),
  ].join('\n')
}

function matrix(rows: Row[], count: number): string {
  const letters = Array.from({ length: count }, (_, index) => letter(index))
  return [
    `| requirement | level | ${letters.join(' | ')} |`,
    `|:--|:--|${letters.map(() => ':--|').join('')}`,
    ...rows.map(
      ({ id, level, cells }) =>
        `| ${code(id)} | ${prose(level)} | ${cells.map((cell) => SIGNS[cell]).join(' | ')} |`,
    ),
  ].join('\n')
}

/** Even inside a code span, a bar would end the cell of a table. */
function code(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|')
}
