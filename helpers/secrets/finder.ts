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

/**
 * A text is searched for so many units first. An expression for a whole secret takes the engine some 20 ms to make;
 * most texts do not even hold its beginning.
 */
const PROBE_UNITS = [4, 12] as const

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
    const { begin, probes, parts } = expressions
    begin.lastIndex = from
    for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
      const start = match.index
      if (probes.every((probe) => endAt(probe, text, start) !== undefined)) {
        const end = endOf(parts, text, start)
        if (end !== undefined) return widened({ start, end }, text, from, spelling)
      }
      begin.lastIndex = start + 1
    }
    return undefined
  }
}

interface Expressions {
  /** Finds what begins like the secret. */
  begin: RegExp
  /** Hold wherever the whole does, and are made much sooner. */
  probes: Lazy[]
  /** The whole, one behind another. */
  parts: Lazy[]
}

type Lazy = () => RegExp

function expressionsOf({ units, anyCase = false }: Spelling): Expressions {
  const flag = anyCase ? 'i' : ''
  const source = (from: number, to: number) => units.slice(from, to).join('')
  const lazy = (from: number, to: number): Lazy => {
    let made: RegExp | undefined
    return () => {
      made ??= new RegExp(source(from, to), `y${flag}`)
      return made
    }
  }
  const parts: Lazy[] = []
  for (let index = 0; index < units.length; index += UNITS_PER_EXPRESSION) {
    parts.push(lazy(index, index + UNITS_PER_EXPRESSION))
  }
  const [shortest, ...longer] = PROBE_UNITS
  return {
    begin: new RegExp(source(0, shortest), `g${flag}`),
    probes: longer.map((count) => lazy(0, count)),
    parts,
  }
}

/** What a first look at a text tells: most hold nothing, and what most others hold is written as it is. */
interface Look {
  text: string
  lower: string
  holds: 'nothing' | 'literal' | 'perhaps'
}

/** The latest texts in lower case: every spelling of every secret looks at the same one in turn, and at it without escapes. */
let latest = { text: '', lower: '' }
let earlier = latest

/** A text in lower case. Some letters take up another number of places in it. */
export function lowerOf(text: string): string {
  if (earlier.text === text) [latest, earlier] = [earlier, latest]
  else if (latest.text !== text) [latest, earlier] = [{ text, lower: text.toLowerCase() }, latest]
  return latest.lower
}

function lookAt(text: string, { literal, signs, anyCase }: Spelling): Look {
  if (signs?.test(text)) return { text, lower: '', holds: 'perhaps' }
  const lower = lowerOf(text)
  if (!lower.includes(literal)) return { text, lower, holds: 'nothing' }
  const isPlain = signs !== undefined && anyCase === true && lower.length === text.length
  return { text, lower, holds: isPlain ? 'literal' : 'perhaps' }
}

function endOf(parts: Lazy[], text: string, from: number): number | undefined {
  let end: number | undefined = from
  for (const part of parts) {
    end = endAt(part, text, end)
    if (end === undefined) return undefined
  }
  return end
}

/** Where the match ends that begins at `from`, if there is one. */
function endAt(expression: Lazy, text: string, from: number): number | undefined {
  const made = expression()
  made.lastIndex = from
  return made.test(text) ? made.lastIndex : undefined
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
