/** Names like those of the documents: of plain letters, each word with a capital. */
import type { Draws } from '../chance/chance.ts'

const FIRST = (
  'Jane John Mary Paul Anna Mark Lucy Adam Emma Leon Nora Hugo Clara Felix Iris Oscar ' +
  'Ruth Carl Ella Ivan Maya Noah Olga Peter Rosa Simon Tara Victor Wendy Yuri Alice Boris'
).split(' ')
const LAST = (
  'Smith Doe Brown Young Baker Clark Lewis Hall Green King Wood Scott Hill Moore Price Reed ' +
  'Stone Fisher Grant Hayes Irwin Jones Klein Lane Miller Nash Parker Quinn Rivers Shaw Turner Wells'
).split(' ')

/** Numbers behind an address are below this. */
const NUMBERS = 1_000

/** A name with a drawn first, middle and last part; the tag is its last word. */
export function plainName(draws: Draws, tag: string): string {
  return `${draws.of(FIRST)} ${draws.of(LAST)} ${draws.of(LAST)} ${asWord(tag)}`
}

/** What an address of an ordinary person has in front of the @. */
export function addressWords(draws: Draws): string {
  return `${draws.of(FIRST)}.${draws.of(LAST)}${draws.below(NUMBERS)}`.toLowerCase()
}

/** The tag as a word of a name: some targets write every word of a name with a capital. */
export function asWord(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1)
}
