/**
 * A secret whose characters are all there, and none beside its neighbour: text in UTF-16 that is read as UTF-8, an array
 * of characters or of their codes, a text from its end.
 */
import { literal, type Spelling } from './spellings.ts'

/** Shorter secrets would be found by chance in texts that hold nothing of them. */
const SHORTEST = 8

/** What stands between the characters: a NUL, raw or as JSON writes it, or signs as between the entries of a list. */
const BETWEEN = String.raw`(?:\0|\\{1,4}u0000|\\{0,4}["'][ \t\r\n]*,[ \t\r\n]*\\{0,4}["']|[ \t\r\n,;:._-]{1,8})`
/** The same between numbers. */
const BETWEEN_NUMBERS = String.raw`[ \t\r\n,;:]{1,8}`

/** The spellings; none for a short secret, or one that is not ASCII. */
export function takenApart(secret: string): Spelling[] {
  if (secret.length < SHORTEST || !/^[\x21-\x7e]+$/.test(secret)) return []
  const characters = [...secret].map(literal)
  const codes = [...Buffer.from(secret)].map(String)
  return [spread(secret, characters, BETWEEN), spread(secret, codes, BETWEEN_NUMBERS), reversed(secret)]
}

/** Pieces with something between them; a text that holds none of that is done with by a look at their beginning. */
function spread(secret: string, pieces: readonly string[], between: string): Spelling {
  const units = pieces.map((piece, index) => (index === 0 ? piece : between + piece))
  return {
    // As one word it is found by the plain spelling.
    literal: secret.toLowerCase(),
    signs: new RegExp(units.slice(0, 3).join(''), 'i'),
    units,
    anyCase: true,
  }
}

function reversed(secret: string): Spelling {
  const characters = [...secret].reverse()
  return {
    literal: characters.join('').toLowerCase(),
    units: characters.map(literal),
    anyCase: true,
  }
}
