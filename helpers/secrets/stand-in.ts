/** Stand-ins for people: another text of the same shape, so that whoever reads it sees what a target does and not to whom. */
import { createHmac } from 'node:crypto'

/** Alphabets from which letters are replaced: first code point and how many letters follow each other from there. */
const ALPHABETS = [
  [0x61, 26],
  [0x41, 26],
  [0x3b1, 17],
  [0x391, 17],
  [0x430, 32],
  [0x410, 32],
  [0x5d0, 27],
  [0x627, 20],
  [0x641, 8],
  [0x905, 50],
  [0x3041, 80],
  [0x30a1, 80],
  [0x4e00, 20_900],
  [0xac00, 11_000],
] as const

/** What is no more than form in an address: it stays. */
const TOP_LEVEL = /\.[\p{L}\p{N}-]+$/u

/** Makes stand-ins; equal texts get equal ones, different texts different ones, whatever their letter case. */
export class StandIns {
  readonly #key: string
  readonly #made = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** @param key makes them unpredictable; it dies with the run */
  constructor(key: string) {
    this.#key = key
  }

  /** For a name: letters for letters, digits for digits, everything else as it is. */
  of(text: string): string {
    return inCaseOf(this.#lower(text.toLowerCase()), text)
  }

  /** For an address: of its host the last label stays. */
  ofAddress(address: string): string {
    const at = address.search(/@|%40/)
    if (at < 0) return this.of(address)
    const host = address.slice(at).replace(/^(?:@|%40)/, '')
    const mark = address.slice(at, address.length - host.length)
    const last = TOP_LEVEL.exec(host)?.[0] ?? ''
    return this.of(address.slice(0, at)) + mark + this.of(host.slice(0, host.length - last.length)) + last
  }

  #lower(text: string): string {
    const known = this.#made.get(text)
    if (known !== undefined) return known
    let made = text
    // Short texts have few others of their shape; after some tries two of them may have to share one.
    for (let attempt = 0; attempt < 50; attempt++) {
      made = shuffled(text, `${this.#key} ${attempt}`)
      if (!this.#taken.has(made) && made !== text) break
    }
    this.#taken.add(made)
    this.#made.set(text, made)
    return made
  }
}

function shuffled(text: string, key: string): string {
  const bytes: number[] = []
  for (let block = 0; bytes.length < text.length * 2; block++)
    bytes.push(...createHmac('sha256', key).update(`${block} ${text}`).digest())
  let at = 0
  return [...text]
    .map((character) => {
      const random = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      at += 2
      if (/\d/.test(character)) return String(random % 10)
      if (!/\p{L}/u.test(character)) return character
      const code = character.codePointAt(0) ?? 0
      const [first, count] =
        ALPHABETS.find(([from, many]) => code >= from && code < from + many) ?? ALPHABETS[0]
      return String.fromCodePoint(first + (random % count))
    })
    .join('')
}

/** `text` with capitals where `like` has them. */
function inCaseOf(text: string, like: string): string {
  const shape = [...like]
  return [...text]
    .map((character, index) => (/\p{Lu}/u.test(shape[index] ?? '') ? character.toUpperCase() : character))
    .join('')
}
