/** Names like those of the documents: short, of plain letters, each word with a capital. */

const FIRST = 'Jane John Mary Paul Anna Mark Lucy Adam Emma Leon Nora Hugo Clara Felix Iris Oscar'.split(' ')
const LAST = 'Smith Doe Brown Young Baker Clark Lewis Hall Green King Wood Scott Hill Moore Price Reed'.split(
  ' ',
)

/** A name for the user with this number, from 0; all those below 256 differ. The tag is its last word. */
export function plainName(number: number, tag: string): string {
  const first = FIRST[number % FIRST.length]
  const last = LAST[Math.floor(number / FIRST.length) % LAST.length]
  return `${first} ${last} ${asWord(tag)}`
}

/** The tag as a word of a name: some targets write every word of a name with a capital. */
export function asWord(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1)
}
