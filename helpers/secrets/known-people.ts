/**
 * People who are known not to be the run's, found wherever a text names them: by their whole name, or by what stands
 * before the `@` of their address; in any letter case, and with `-`, `_`, `.` or nothing for the blanks. Words are looked
 * up one after the other, so that it does not matter how many people are known.
 */
import { isOwnWord } from './ordinary.ts'
import { type StandIns, WORDS } from './stand-in.ts'

/** Shorter texts occur by chance. */
const SHORTEST_NAME = 5
const SHORTEST_VALUE = 4
const SHORTEST_JOINED = 8
/** From here on a single word is nobody else's, even in running text. */
const LONGEST_WORD = 12
/** What may stand between the words of a name. */
const BETWEEN = /^(?:[ \u00a0._+'’-]|\s{1,3}|, |\. |%20|%2[0BCEbce]|&nbsp;|&#x?\d+;)$/
/** What no id, path or address goes beyond. */
const END_OF_CHUNK = /[\s"'<>/?&=,;()[\]{}…\\]/
/** The fewest characters at the end of a cut text that are taken for the beginning of a name. */
const SHORTEST_BEGINNING = 3
/** Names that go beyond are known by their first words. */
const LONGEST_NAME = 8
const LONGEST_BEGINNING = 4
/** How many of the places where a text may have been cut are looked at. */
const MOST_CUTS = 20

interface Word {
  start: number
  end: number
  lower: string
}

/** What tells that somebody is meant after all, or something that is no person. */
interface Exceptions {
  /** Whether a word with all that sticks to it is the run's. */
  isOwn: (chunk: string) => boolean
}

export class KnownPeople {
  readonly #standIns: StandIns
  readonly #isOwn: Exceptions['isOwn']
  /** First words of names. */
  readonly #firsts = new Set<string>()
  /** The rest of names, by their first two words. */
  readonly #pairs = new Map<string, string[][]>()
  /** Single words, and whether they are replaced within a text, too. */
  readonly #singles = new Map<string, boolean>()
  /** Names that the run has given. */
  readonly #own = new Set<string>()
  readonly #ids = new Set<string>()
  #count = 0

  constructor(standIns: StandIns, { isOwn }: Exceptions) {
    this.#standIns = standIns
    this.#isOwn = isOwn
  }

  /** Grows with whom is known: what was looked at before may name somebody. */
  get count(): number {
    return this.#count
  }

  /** Somebody's name, in one or more words. */
  name(text: string): void {
    const words = wordsOf(text)
    if (this.#own.has(words.join(' '))) return
    if (words.length < 2) {
      this.#single(words[0])
      return
    }
    this.#sequence(words.slice(0, LONGEST_NAME))
    const [first = '', last = ''] = [words[0], words.at(-1)]
    if (words.length > 2 && first.length > 1 && last.length > 1) this.#sequence([first, last])
    this.#sequence([last, first])
  }

  /** What stands before the `@` of somebody's address. */
  mailbox(text: string): void {
    const words = wordsOf(text.replace(/\+.*$/s, ''))
    if (words.length < 2) this.#single(words[0])
    else this.#sequence(words.slice(0, LONGEST_NAME))
  }

  /** A name of the run's own. */
  own(text: string): void {
    this.#own.add(wordsOf(text).join(' '))
  }

  /** An id stays, even one that is made of a name. */
  id(text: string): void {
    this.#ids.add(text.toLowerCase())
  }

  isId(text: string): boolean {
    return this.#ids.has(text.toLowerCase())
  }

  /** The text with stand-ins for everybody who is known. */
  replaced(text: string): string {
    if (this.#count === 0) return text
    // A text of the target may be full of them; one that was cut has a few.
    let cuts = text.includes('…') ? MOST_CUTS : 0
    let shown = ''
    let done = 0
    const seeker = new RegExp(WORDS)
    for (let word = next(seeker, text); word !== undefined; word = next(seeker, text)) {
      const { start, lower } = word
      if (start < done || !(cuts > 0 || this.#firsts.has(lower) || this.#singles.has(lower))) continue
      const words = wordsFrom(text, start)
      if (text[word.end] === '…') cuts--
      const found = words.slice(0, this.#namedIn(text, words))
      const last = found.at(-1)
      if (last === undefined || this.#stays(text, word, last)) continue
      const made = this.#standIns.words(
        (text[last.end] === '…' ? this.#beginning(found) : undefined) ?? found.map((one) => one.lower),
      )
      for (const [index, place] of found.entries()) {
        const like = text.slice(place.start, place.end)
        shown += text.slice(done, place.start) + inCase(made[index]?.slice(0, like.length) ?? '', like)
        done = place.end
      }
    }
    return done === 0 ? text : shown + text.slice(done)
  }

  #single(word: string | undefined): void {
    if (word === undefined || word.length < SHORTEST_VALUE) return
    if (!/\D/.test(word) || this.#own.has(word) || isOwnWord(word.replace(/\d+$/, ''))) return
    const isNobodyElses = word.length >= LONGEST_WORD || (/\d/.test(word) && word.length >= SHORTEST_JOINED)
    this.#learn(word, isNobodyElses)
  }

  #sequence(words: string[]): void {
    const letters = words.join('')
    const [first = '', second = '', ...rest] = words
    if (letters.length < SHORTEST_NAME || this.#own.has(words.join(' '))) return
    // Of words that are ours alone, sentences of ours are made, and the documents' own values.
    if (!words.some((word) => word.length > 2 && /\D/.test(word) && !isOwnWord(word))) return
    const key = `${first} ${second}`
    const known = this.#pairs.get(key)
    if (known?.some((others) => others.join(' ') === rest.join(' '))) return
    if (known === undefined) this.#pairs.set(key, [rest])
    else known.push(rest)
    known?.sort((one, other) => other.length - one.length)
    this.#firsts.add(first)
    this.#count++
    if (letters.length >= SHORTEST_JOINED && !isOwnWord(letters)) this.#learn(letters, true)
  }

  #learn(word: string, within: boolean): void {
    const known = this.#singles.get(word)
    if (known === true || known === within) return
    this.#singles.set(word, within)
    this.#count++
  }

  /** How many of the words, from the first on, are somebody's name; 0 where they are none. */
  #namedIn(text: string, words: readonly Word[]): number {
    const [word, second] = words
    if (word === undefined) return 0
    if (second !== undefined && this.#firsts.has(word.lower) && isBetween(text, word, second)) {
      const rests = this.#pairs.get(`${word.lower} ${second.lower}`)
      const rest = rests?.find((others) => isThere(text, words, others))
      if (rest !== undefined) return 2 + rest.length
    }
    const within = this.#singles.get(word.lower)
    if (within === true || (within === false && isWholeValue(text, word))) return 1
    return this.#begunIn(text, words)
  }

  /** The same where the text was cut within a name. */
  #begunIn(text: string, words: readonly Word[]): number {
    for (let at = 0; at < Math.min(words.length, LONGEST_BEGINNING); at++) {
      const [word, next] = [words[at], words[at + 1]]
      if (word === undefined) return 0
      if (text[word.end] === '…') return this.#beginning(words.slice(0, at + 1)) === undefined ? 0 : at + 1
      if (next === undefined || !isBetween(text, word, next)) return 0
    }
    return 0
  }

  /** A name that begins so. */
  #beginning(words: readonly Word[]): string[] | undefined {
    const begun = words.map(({ lower }) => lower).join(' ')
    if (words.length === 1 && (begun.length < SHORTEST_BEGINNING || isOwnWord(begun))) return undefined
    const [word] = words
    if (words.length > 1 && word !== undefined && !this.#firsts.has(word.lower)) return undefined
    for (const [key, rests] of this.#pairs)
      for (const rest of rests) {
        const whole = [key, ...rest].join(' ')
        if (whole.startsWith(begun)) return whole.split(' ')
      }
    return undefined
  }

  #stays(text: string, first: Word, last: Word): boolean {
    const own = text.slice(first.start, last.end)
    if (this.#own.has(wordsOf(own).join(' '))) return true
    let { start } = first
    while (start > 0 && !END_OF_CHUNK.test(text[start - 1] ?? '')) start--
    let { end } = last
    while (end < text.length && !END_OF_CHUNK.test(text[end] ?? '')) end++
    const chunk = text.slice(start, end)
    return this.isId(chunk) || this.#isOwn(chunk)
  }
}

/** The words of a text in lower case. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORDS) ?? []
}

/** The next word that `seeker` comes to. */
function next(seeker: RegExp, text: string): Word | undefined {
  for (let found = seeker.exec(text); found !== null; found = seeker.exec(text)) {
    const [word] = found
    const start = found.index + escapeBefore(text, found.index, word)
    const end = found.index + word.length
    if (start < end) return { start, end, lower: text.slice(start, end).toLowerCase() }
  }
  return undefined
}

/** The words from a place on, as many as a name may have. */
function wordsFrom(text: string, from: number): Word[] {
  const seeker = new RegExp(WORDS)
  seeker.lastIndex = from
  const found: Word[] = []
  for (let word = next(seeker, text); word !== undefined; word = next(seeker, text)) {
    found.push(word)
    if (found.length === LONGEST_NAME) break
  }
  return found
}

/** How many characters of what looks like a word belong to an escape of JSON, of a URL or of HTML. */
function escapeBefore(text: string, index: number, word: string): number {
  const before = text.charCodeAt(index - 1)
  if (before === 0x5c) {
    if (/^u[\da-f]{4}/i.test(word)) return 5
    return /^[bfnrt]/.test(word) ? 1 : 0
  }
  const isEntity =
    text[index + word.length] === ';' && (before === 0x26 || (before === 0x23 && text[index - 2] === '&'))
  if (isEntity) return word.length
  return before === 0x25 && /^[\da-f]{2}/i.test(word) ? 2 : 0
}

function isBetween(text: string, one: Word, other: Word): boolean {
  return other.start - one.end <= 6 && BETWEEN.test(text.slice(one.end, other.start))
}

/** Whether the third word and those behind it are these. */
function isThere(text: string, words: readonly Word[], rest: readonly string[]): boolean {
  return rest.every((expected, index) => {
    const [before, word] = [words[index + 1], words[index + 2]]
    return before !== undefined && word?.lower === expected && isBetween(text, before, word)
  })
}

/** Whether the word is all of a text in quotes that is no member's name. */
function isWholeValue(text: string, { start, end }: Word): boolean {
  return text[start - 1] === '"' && text[end] === '"' && !/^\s*:/.test(text.slice(end + 1, end + 4))
}

function inCase(made: string, like: string): string {
  return [...made]
    .map((character, index) => (/\p{Lu}/u.test(like[index] ?? '') ? character.toUpperCase() : character))
    .join('')
}
