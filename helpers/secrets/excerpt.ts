/** Shows values that nobody vouches for: short, on one line, without secrets and control characters. */
import { maskedHead } from './shorten.ts'

/** Longest excerpt of a value, in characters. */
export const LONGEST_VALUE = 80
/** Longest pointer, in characters: names of members may be hostile too. */
const LONGEST_POINTER = 200
const DEEPEST = 4

/** Replaces secrets by placeholders. */
export type Mask = (text: string) => string

/** A JSON value as JSON, cut to `longest` characters with an ellipsis where it is longer. */
export function excerptOf(value: unknown, mask: Mask, longest = LONGEST_VALUE): string {
  if (value === undefined) return 'no JSON body'
  return cut(escapeInvisible(write(value, mask, longest + 1, DEEPEST)), longest)
}

/** A JSON pointer, cut where the names in it are absurdly long. */
export function excerptOfPointer(pointer: string, mask: Mask): string {
  const names = pointer
    .split('/')
    .map((name) => maskedHead(unescapeName(name), LONGEST_POINTER + 1, mask).text)
  return cut(escapeInvisible(names.map(escapeName).join('/')), LONGEST_POINTER)
}

/** A member's name as a JSON pointer spells it. */
export function escapeName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Secrets are only recognised as they are, not as a pointer spells them. */
function unescapeName(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Writes little more than `room` characters, however wide or deep the value is. */
function write(value: unknown, mask: Mask, room: number, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(maskedHead(value, room, mask).text)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) {
    if (depth === 0) return '[…]'
    // No value is shorter than a character, so that more of them than there is room for need not be looked at.
    return `[${join(value.slice(0, room), (inner, left) => write(inner, mask, left, depth - 1), room)}]`
  }
  if (depth === 0) return '{…}'
  const members = join(
    Object.entries(value),
    ([key, inner], left) => `${write(key, mask, left, depth)}:${write(inner, mask, left, depth - 1)}`,
    room,
  )
  return `{${members}}`
}

/** Parts with commas between them, until there is no more room. */
function join<T>(parts: T[], show: (part: T, left: number) => string, room: number): string {
  let text = ''
  for (const part of parts) {
    if (text !== '') text += ','
    if (text.length > room) break
    text += show(part, Math.max(room - text.length, 1))
  }
  return text
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Control and direction characters could redraw a terminal or reverse a report. */
function escapeInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
