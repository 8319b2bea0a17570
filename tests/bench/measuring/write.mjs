/** Writes parts of the bench: as text for the terminal, as Markdown for docs/benchmarks.md. */

const GOALS = ['goal', 'limit', 'measured', 'least to most', 'met']

/** The goals of parts as one table. */
export function goalsTable(parts) {
  const rows = parts
    .flatMap((part) => part.goals)
    .map(({ what, limit, measured, spread, met }) => [what, limit, measured, spread, met ? 'yes' : 'no'])
  return { head: GOALS, rows }
}

/** One part for the terminal. */
export function textOf(part) {
  const goals = part.goals.length > 0 ? [textTable(goalsTable([part]))] : []
  return [`== ${part.title}`, part.says, ...part.tables.map(textTable), ...goals, ...part.notes].join('\n\n')
}

/** One part as a section of a document. */
export function markdownOf(part) {
  const notes = part.notes.length > 0 ? [part.notes.map((note) => `- ${note}`).join('\n')] : []
  return [`## ${part.title}`, part.says, ...part.tables.map(markdownTable), ...notes].join('\n\n')
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
export function textTable({ head, rows }) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)))
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** The same table for a document. */
export function markdownTable({ head, rows }) {
  const line = (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  )
}
