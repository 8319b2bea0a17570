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

/** Letters beyond the basic plane and in its corners. */
const OTHER_LETTERS =
  /(?:(?![\dA-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff])[\p{L}\d])+/gu
/** What names are made of: letters of any script and digits, as long as they follow each other. */
export const WORDS =
  /[\dA-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff]+/g

/** Makes stand-ins; equal texts get equal ones, different texts different ones, whatever their letter case. */
export class StandIns {
  readonly #key: string
  readonly #made = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** @param key makes them unpredictable; it dies with the run */
  constructor(key: string) {
    this.#key = key
  }

  /** For a name: letters for letters, digits for digits, everything else as it is, whatever stands between its words. */
  of(text: string): string {
    const lower = text.toLowerCase()
    const made = this.words(lower.match(WORDS) ?? [])
    let next = 0
    const spelt = lower.replace(WORDS, () => made[next++] ?? '')
    // Letters of scripts that have no words here are letters, too.
    return inCaseOf(this.#others(spelt), text)
  }

  /** For the words of a name, in lower case. */
  words(words: readonly string[]): string[] {
    const text = words.join(' ')
    return text === '' ? [] : this.#lower(text).split(' ')
  }

  /** For what stands behind the `@` of an address: the last label stays. */
  ofHost(host: string): string {
    const last = TOP_LEVEL.exec(host)?.[0] ?? ''
    return this.of(host.slice(0, host.length - last.length)) + last
  }

  /** For an address. */
  ofAddress(address: string): string {
    const at = address.search(/@|%40/)
    if (at < 0) return this.of(address)
    const host = address.slice(at).replace(/^(?:@|%40)/, '')
    const mark = address.slice(at, address.length - host.length)
    return this.of(address.slice(0, at)) + mark + this.ofHost(host)
  }

  /** @param text in which all words were replaced */
  #others(text: string): string {
    const rest = text.replace(WORDS, '')
    return /[\p{L}\d]/u.test(rest) ? text.replace(OTHER_LETTERS, (letters) => this.#lower(letters)) : text
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
