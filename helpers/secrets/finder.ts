/** Finds one spelling of a secret in a text. */
import type { Spelling } from './spellings.ts'

/** A piece of a text: `start` is its first index, `end` the index behind its last. */
export interface Span {
  start: number
  end: number
}

/** The first occurrence that begins at or behind `from`. */
export type Finder = (text: string, from: number) => Span | undefined

/**
 * Units that go into one expression. A long secret in a single expression overflows the engine's stack,
 * and the error that it throws quotes the expression: that would print the secret.
 */
const UNITS_PER_EXPRESSION = 48

/** A finder for `spelling`. It keeps no state between calls. */
export function finderOf(spelling: Spelling): Finder {
  const sources: string[] = []
  for (let index = 0; index < spelling.units.length; index += UNITS_PER_EXPRESSION) {
    sources.push(spelling.units.slice(index, index + UNITS_PER_EXPRESSION).join(''))
  }
  const [first, ...rest] = sources
  if (first === undefined) return () => undefined
  const anyCase = spelling.anyCase ? 'i' : ''
  const head = new RegExp(first, `g${anyCase}`)
  const tail = rest.map((source) => new RegExp(source, `y${anyCase}`))

  return (text, from) => {
    head.lastIndex = from
    for (let match = head.exec(text); match !== null; match = head.exec(text)) {
      const end = endOf(tail, text, head.lastIndex)
      if (end !== undefined) return widened({ start: match.index, end }, text, from, spelling)
      head.lastIndex = match.index + 1
    }
    return undefined
  }
}

function endOf(tail: RegExp[], text: string, from: number): number | undefined {
  let end = from
  for (const expression of tail) {
    expression.lastIndex = end
    if (!expression.test(text)) return undefined
    end = expression.lastIndex
  }
  return end
}

/** Takes in the neighbouring base64 characters that hold some bits of the secret. */
function widened(span: Span, text: string, from: number, spelling: Spelling): Span {
  let { start, end } = span
  const previous = start > from ? text.charAt(start - 1) : ''
  if (previous !== '' && spelling.before?.includes(previous)) {
    start -= 1
    // JSON may write a slash as `\/`; half an escape left behind would break the text.
    if (previous === '/' && start > from && text.charAt(start - 1) === '\\') start -= 1
  }
  if (end < text.length && spelling.after?.includes(text.charAt(end))) end += 1
  return { start, end }
}
