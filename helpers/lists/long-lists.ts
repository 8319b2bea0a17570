/**
 * Parses the long lists of a run. A list of 100,000 users is read several times and hardly changes meanwhile, so
 * its entries are parsed one by one, and an entry that stood there before is taken over, object and all: that saves
 * the time of parsing it, the memory of a second copy, and whoever has looked at a list once need only look at what
 * is new in the next. Anything that does not lend itself to this is parsed as a whole.
 */
import { isAscii } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { KnownEntries } from './known-entries.ts'
import { noteChange } from './list-changes.ts'
import { type Entries, type Overlap, overlapOf } from './overlap.ts'

/** Shorter bodies are parsed as a whole, in bytes. */
const SHORTEST = 100_000
/** So many lists are remembered, by what they answer. */
const MOST_LISTS = 4
/** Stands for all entries while the rest of the body is parsed; no target can guess it. */
const MARKER = randomUUID()
/** What stands between two entries, and may stand elsewhere too. */
const BORDER = Buffer.from('},{')

/** A list as it was last seen. */
interface Seen extends Entries {
  values: unknown[]
  /** The array that was answered; it may have been changed since, `values` not. */
  list: unknown[]
}

/** Entries between what a list shares with the one before. */
interface Middle {
  starts: number[]
  values: unknown[]
  /** Indices, from the first of them, of those that were not taken over. */
  fresh: number[]
}

const NOTHING: Seen = { bytes: Buffer.alloc(0), starts: new Uint32Array([0]), values: [], list: [] }

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
   * @param data the text in sound UTF-8; it is kept, and must not be changed
   * @param text the same as a text, where it is needed
   * @param admit is told how many characters are about to be parsed; what it throws ends the reading
   */
  read(
    kind: string,
    data: Buffer,
    text: () => string,
    admit: (chars: number) => void = () => undefined,
  ): unknown {
    const value = data.length < SHORTEST ? undefined : this.#readByEntry(kind, data, admit)
    if (value !== undefined) return value
    const whole = text()
    admit(whole.length)
    return this.#parse(whole)
  }

  /** Undefined where there is no list of objects, or anything else is in the way. */
  #readByEntry(kind: string, data: Buffer, admit: (chars: number) => void): unknown {
    const start = data.indexOf('[{') + 1
    const end = data.lastIndexOf('}]') + 1
    if (start === 0 || end <= start) return undefined
    const before = this.#seen.get(kind) ?? NOTHING
    const bytes = data.subarray(start, end)
    const overlap = overlapOf(before, bytes)
    const around = `${data.toString('utf8', 0, start)}"${MARKER}"${data.toString('utf8', end)}`
    admit(around.length + Math.max(0, overlap.to - overlap.from))
    const value = this.#parse(around)
    const list = listWithMarker(value)
    const middle = list && this.#middleOf(bytes, overlap, before)
    if (list === undefined || middle === undefined) return undefined
    this.#remember(kind, takenOver(before, bytes, overlap, middle, list))
    return value
  }

  /**
   * A list that is cut wherever an entry seems to end is cut right if every piece is an object by itself: a cut
   * within a string or an inner object leaves a piece that is none. Undefined where one is.
   */
  #middleOf(bytes: Buffer, { front, back, from, to }: Overlap, before: Seen): Middle | undefined {
    const middle: Middle = { starts: [], values: [], fresh: [] }
    if (from > to) return middle
    const known = new KnownEntries(textsOf(before, front, before.values.length - back))
    const taken = new Set<number>()
    const encoding = encodingOf(bytes.subarray(from, to))
    for (let at = from; at <= to; ) {
      const border = bytes.indexOf(BORDER, at)
      const pieceEnd = border < 0 || border >= to ? to : border + 1
      const text = bytes.toString(encoding, at, pieceEnd)
      const index = known.find(text)
      if (index === undefined || taken.has(index)) middle.fresh.push(middle.values.length)
      const value = index === undefined ? this.#parse(text) : before.values[front + index]
      if (typeof value !== 'object' || value === null) return undefined
      if (index !== undefined) taken.add(index)
      middle.starts.push(at)
      middle.values.push(value)
      at = pieceEnd + 1
    }
    return middle
  }

  #remember(kind: string, seen: Seen): void {
    this.#seen.delete(kind)
    this.#seen.set(kind, seen)
    const [oldest] = this.#seen.keys()
    if (this.#seen.size > MOST_LISTS && oldest !== undefined) this.#seen.delete(oldest)
  }
}

/** Puts a list together from what it shares with the one before and what is between, also into `list`. */
function takenOver(
  before: Seen,
  bytes: Buffer,
  { front, back }: Overlap,
  middle: Middle,
  list: unknown[],
): Seen {
  const count = before.values.length
  const values = before.values.slice(0, front).concat(middle.values, before.values.slice(count - back))
  const starts = new Uint32Array(values.length + 1)
  starts.set(before.starts.subarray(0, front))
  starts.set(middle.starts, front)
  const moved = bytes.length - before.bytes.length
  for (let index = 0; index < back; index++) {
    starts[values.length - back + index] = (before.starts[count - back + index] ?? 0) + moved
  }
  starts[values.length] = bytes.length + 1
  list.splice(0, 1)
  for (const value of values) list.push(value)
  const fresh = middle.fresh.map((index) => front + index)
  if (before !== NOTHING) noteChange(list, before.list, fresh)
  return { bytes, starts, values, list }
}

function textsOf({ bytes, starts }: Seen, from: number, to: number): string[] {
  const encoding = encodingOf(bytes.subarray(starts[from] ?? 0, starts[to] ?? 0))
  return Array.from({ length: Math.max(0, to - from) }, (_, index) =>
    bytes.toString(encoding, starts[from + index] ?? 0, (starts[from + index + 1] ?? 0) - 1),
  )
}

/** The quicker one where it comes to the same. */
function encodingOf(bytes: Buffer): 'latin1' | 'utf8' {
  return isAscii(bytes) ? 'latin1' : 'utf8'
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
