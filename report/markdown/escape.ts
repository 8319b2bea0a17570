/** Text of any origin inside Markdown, where it can neither format, link, mention nor end its block. */
import { cut, printable, printableLines } from '../../helpers/text/printable.ts'

/** A code span on one line, cut with `...`. */
export function code(text: string, maxLength = 300): string {
  const shown = printable(text, maxLength)
  if (shown.trim() === '') return '(empty)'
  const fence = '`'.repeat(longestRun(shown) + 1)
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown !== shown.trim() ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** A fenced block that nothing in the text can close. */
export function block(language: string, text: string, maxLength = 2_000): string {
  const shown = printableLines(cut(text, maxLength)) + (text.length > maxLength ? '\n...' : '')
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1))
  return `${fence}${language}\n${shown}\n${fence}`
}

/** Prose of our own catalogue: it holds no markup on purpose, so none may take effect. */
export function prose(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~@&!]/g, '\\$&')
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}
