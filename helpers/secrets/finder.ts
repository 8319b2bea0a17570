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

/** A finder for `spelling`. Between calls it keeps its expressions, which are made when needed, and the latest text. */
export function finderOf(spelling: Spelling): Finder {
  if (spelling.units.length === 0) return () => undefined
  let expressions: Expressions | undefined
  let looked: Look | undefined
  return (text, from) => {
    if (looked?.text !== text) looked = lookAt(text, spelling)
    if (looked.holds === 'nothing') return undefined
    if (looked.holds === 'literal') {
      const start = looked.lower.indexOf(spelling.literal, from)
      return start < 0 ? undefined : { start, end: start + spelling.literal.length }
    }
    expressions ??= expressionsOf(spelling)
    const { head, tail } = expressions
    head.lastIndex = from
    for (let match = head.exec(text); match !== null; match = head.exec(text)) {
      const end = endOf(tail, text, head.lastIndex)
      if (end !== undefined) return widened({ start: match.index, end }, text, from, spelling)
      head.lastIndex = match.index + 1
    }
    return undefined
  }
}

interface Expressions {
  head: RegExp
  tail: RegExp[]
}

function expressionsOf({ units, anyCase = false }: Spelling): Expressions {
  const sources: string[] = []
  for (let index = 0; index < units.length; index += UNITS_PER_EXPRESSION) {
    sources.push(units.slice(index, index + UNITS_PER_EXPRESSION).join(''))
  }
  const [first = '', ...rest] = sources
  const flag = anyCase ? 'i' : ''
  return { head: new RegExp(first, `g${flag}`), tail: rest.map((source) => new RegExp(source, `y${flag}`)) }
}

/** What a first look at a text tells: most hold nothing, and what most others hold is written as it is. */
interface Look {
  text: string
  lower: string
  holds: 'nothing' | 'literal' | 'perhaps'
}

/** The latest text in lower case: every spelling looks at the same one in turn. */
let latest = { text: '', lower: '' }

function lookAt(text: string, { literal, signs, anyCase }: Spelling): Look {
  if (signs?.test(text)) return { text, lower: '', holds: 'perhaps' }
  if (latest.text !== text) latest = { text, lower: text.toLowerCase() }
  const { lower } = latest
  if (!lower.includes(literal)) return { text, lower, holds: 'nothing' }
  // Some letters take up another number of places in lower case.
  const isPlain = signs !== undefined && anyCase === true && lower.length === text.length
  return { text, lower, holds: isPlain ? 'literal' : 'perhaps' }
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
