/**
 * Parses the long lists of a run. A list of 100,000 users is read several times and hardly changes meanwhile,
 * so its entries are parsed one by one, and an entry that stood there before is taken over, object and all:
 * that saves the time of parsing it, the memory of a second copy, and whoever has looked at an entry once
 * knows it again. Anything that does not lend itself to this is parsed as a whole.
 */
import { randomUUID } from 'node:crypto'
import { copyOf } from '../report/text.ts'

/** Shorter bodies are parsed as a whole, in characters. */
const SHORTEST = 100_000
/** How far ahead an entry is looked for in the list before, where some were removed. */
const LOOK_AHEAD = 8
/** After so many entries that are not where they were expected, the list has another order. */
const MANY_MISSES = 200
/** So many lists are remembered, by what they answer. */
const MOST_LISTS = 4
/** Stands for all entries while the rest of the body is parsed; no target can guess it. */
const MARKER = randomUUID()

/** A list as it was last seen: each entry as text and as value. */
interface Seen {
  texts: string[]
  values: unknown[]
}

const NOTHING: Seen = { texts: [], values: [] }

export class LongLists {
  readonly #parse: (text: string) => unknown
  readonly #seen = new Map<string, Seen>()

  /** @param parse parses a JSON text; undefined where it is none */
  constructor(parse: (text: string) => unknown) {
    this.#parse = parse
  }

  /**
   * The value of a JSON text, undefined where it is none; equal to what parsing the whole would give.
   * @param kind what the text answers; lists of one kind are likely to be alike
   * @param admit is told how many characters are about to be parsed; what it throws ends the reading
   */
  read(kind: string, text: string, admit: (chars: number) => void = () => undefined): unknown {
    const value = text.length < SHORTEST ? undefined : this.#readByEntry(kind, text, admit)
    if (value !== undefined) return value
    admit(text.length)
    return this.#parse(text)
  }

  /** Undefined where there is no list of objects, or anything else is in the way. */
  #readByEntry(kind: string, text: string, admit: (chars: number) => void): unknown {
    const start = text.indexOf('[{') + 1
    const end = text.lastIndexOf('}]') + 1
    if (start === 0 || end <= start) return undefined
    const around = `${text.slice(0, start)}"${MARKER}"${text.slice(end)}`
    const before = this.#seen.get(kind) ?? NOTHING
    const pieces = piecesOf(text, start, end, before)
    admit(
      around.length +
        pieces.reduce((sum, { known, text }) => sum + (known === undefined ? text.length : 0), 0),
    )
    const value = this.#parse(around)
    const list = listWithMarker(value)
    const seen = list && this.#entries(pieces, before)
    if (list === undefined || seen === undefined) return undefined
    this.#remember(kind, seen)
    list.splice(0, 1)
    for (const entry of seen.values) list.push(entry)
    return value
  }

  /**
   * A text that is cut wherever an entry seems to end is cut right if every piece is an object by itself: a cut
   * within a string or an inner object leaves a piece that is none.
   */
  #entries(pieces: Piece[], before: Seen): Seen | undefined {
    const texts: string[] = []
    const values: unknown[] = []
    for (const { text, known } of pieces) {
      if (known === undefined) {
        const value = this.#parse(text)
        if (typeof value !== 'object' || value === null) return undefined
        // A slice would keep the whole text of this list alive, too.
        texts.push(before === NOTHING ? text : copyOf(text))
        values.push(value)
      } else {
        texts.push(before.texts[known] ?? text)
        values.push(before.values[known])
      }
    }
    return { texts, values }
  }

  #remember(kind: string, seen: Seen): void {
    this.#seen.delete(kind)
    this.#seen.set(kind, seen)
    const [oldest] = this.#seen.keys()
    if (this.#seen.size > MOST_LISTS && oldest !== undefined) this.#seen.delete(oldest)
  }
}

/** What seems to be one entry, and its index in the list before. */
interface Piece {
  text: string
  known: number | undefined
}

function piecesOf(text: string, start: number, end: number, before: Seen): Piece[] {
  const known = new Known(before)
  const pieces: Piece[] = []
  for (let from = start; from < end; ) {
    const cut = text.indexOf('},{', from)
    const to = cut < 0 || cut >= end ? end : cut + 1
    const piece = text.slice(from, to)
    pieces.push({ text: piece, known: known.find(piece) })
    from = to + 1
  }
  return pieces
}

/** Finds entries of the list before: where they are expected, a little further on, or anywhere. */
class Known {
  readonly #texts: string[]
  #next = 0
  #misses = 0
  #anywhere: Map<string, number> | undefined

  constructor({ texts }: Seen) {
    this.#texts = texts
  }

  /** The index of an equal entry; undefined where none is found. */
  find(text: string): number | undefined {
    if (this.#texts.length === 0) return undefined
    const last = Math.min(this.#next + LOOK_AHEAD, this.#texts.length)
    for (let index = this.#next; index < last; index++) {
      if (this.#texts[index] === text) {
        this.#next = index + 1
        return index
      }
    }
    if (++this.#misses < MANY_MISSES) return undefined
    this.#anywhere ??= new Map(this.#texts.map((known, index) => [known, index]))
    const index = this.#anywhere.get(text)
    if (index !== undefined) this.#next = index + 1
    return index
  }
}

/** The array, anywhere in a value, whose one entry is the marker. */
function listWithMarker(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value) && value.length === 1 && value[0] === MARKER) return value
  for (const inner of Object.values(value)) {
    const found = listWithMarker(inner)
    if (found) return found
  }
  return undefined
}
