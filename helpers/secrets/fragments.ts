/** Pieces of a secret that give much of it away: a third of it and more, as it was sent or escaped. */
import { isUuid } from '../text/uuid.ts'
import { type Finder, lowerOf, type Span } from './finder.ts'
import { WORD } from './ordinary.ts'
import { firstIndex, unescaped } from './unescaped.ts'

/** Shorter pieces tell too little, and prefixes that vendors put in front are shorter, too. */
const SHORTEST = 12

/** So many characters that are no words are no accident. */
const TELLING = 6

/** How short a text may be that holds a secret, or a piece that counts. */
export function shortestOf(secret: string): number {
  // Pieces of a UUID stand in other UUIDs, too, where somebody has made them by hand.
  if (isUuid(secret)) return secret.length
  return Math.min(secret.length, Math.max(SHORTEST, Math.ceil(secret.length / 3)))
}

/** Finds pieces of a secret; undefined for one that is too short to have any. */
export function fragmentsOf(secret: string): Finder | undefined {
  const least = shortestOf(secret)
  if (least === secret.length) return undefined
  // A piece of that length holds one of these whole, wherever it begins.
  const size = Math.ceil(least / 2)
  const anchors = Array.from({ length: Math.floor(secret.length / size) }, (_, index) => index * size)
  const known = secret.toLowerCase()
  const asSent: Finder = (text, from) => {
    const lower = lowerOf(text)
    const sought = lower.length === text.length ? lower : text
    const found = anchors.flatMap((at) => {
      const piece = pieceAround(known, at, size, sought, from, (start, end) =>
        end - start < least ? false : isTelling(secret.slice(start, end)),
      )
      return piece ?? []
    })
    return found.sort(firstAndLongest)[0]
  }
  return (text, from) => {
    const found = [asSent(text, from), inEscaped(text, from, asSent)]
    return found.filter((span) => span !== undefined).sort(firstAndLongest)[0]
  }
}

const firstAndLongest = (one: Span, other: Span): number => one.start - other.start || other.end - one.end

/** A piece that is escaped somewhere: what stands before and behind an escape is a piece by itself only by chance. */
function inEscaped(text: string, from: number, find: Finder): Span | undefined {
  const plain = unescaped(text)
  if (plain === undefined) return undefined
  const begin = firstIndex(plain.text.length, (index) => plain.at(index) >= from)
  const span = find(plain.text, begin)
  return span && { start: plain.at(span.start), end: plain.at(span.end) }
}

/** The first piece that holds this part of the secret. @param counts whether the secret tells enough from start to end */
function pieceAround(
  secret: string,
  at: number,
  size: number,
  text: string,
  from: number,
  counts: (start: number, end: number) => boolean,
): Span | undefined {
  const anchor = secret.slice(at, at + size)
  for (let index = text.indexOf(anchor, from); index >= 0; index = text.indexOf(anchor, index + 1)) {
    let before = 0
    while (before < Math.min(at, index - from) && text[index - before - 1] === secret[at - before - 1])
      before++
    let after = size
    while (at + after < secret.length && text[index + after] === secret[at + after]) after++
    if (counts(at - before, at + after)) return { start: index - before, end: index + after }
  }
  return undefined
}

/** Whether a piece is more than words: those may stand in any text. */
function isTelling(fragment: string): boolean {
  const others = fragment.split(/[^A-Za-z0-9]+/).filter((part) => !WORD.test(part))
  return others.join('').length >= TELLING
}
