/** Makes text of unknown origin harmless to show: nothing in it moves a cursor, hides or turns round. */

/**
 * What must not be shown as it is: control characters (ESC among them), characters without width or that
 * change the direction of writing, separators of lines, halves of surrogate pairs, and the two code points
 * that XML forbids beside those.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu

const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

/** The text on one line, every unsafe character written as an escape (`\x1b`, `\u202e`); cut with `...`. */
export function printable(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  const head = text.length > maxLength ? text.slice(0, maxLength + 1) : text
  const shown = head.replace(UNSAFE, escaped)
  if (shown.length <= maxLength) return shown
  return `${withoutHalfPair(shown.slice(0, Math.max(0, maxLength - 3)))}...`
}

/** `printable`, the line breaks kept. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => printable(line))
    .join('\n')
}

/** Runs of white space become one blank: pretty-printed JSON then fits on a line. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim()
}

/** The text as valid Unicode: halves of surrogate pairs become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}

/** The same text in memory of its own: what is cut out of a long one keeps all of it in memory. */
export function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/** The first `maxLength` units of the text, cut so that no surrogate pair is halved. */
export function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : withoutHalfPair(text.slice(0, maxLength))
}

function withoutHalfPair(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '')
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return SHORT[character] ?? `\\x${code.toString(16).padStart(2, '0')}`
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
}
