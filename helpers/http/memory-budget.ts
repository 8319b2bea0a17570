/**
 * How much memory answers may take up. Checks share answers, so a run keeps them to its end; without a bound, a
 * target that pads every answer would use up all the memory there is.
 */
import { randomInt } from 'node:crypto'
import { getHeapStatistics } from 'node:v8'
import { BodyError } from './body.ts'

/** Answers up to this length, in bytes, are not counted: a run may always go on with those. */
const SHORT = 16_384

/** What one byte of JSON may become in memory at worst: `[[[[` is an array for each. */
const WORST_GROWTH = 32

/** The part of the heap that answers may take, so that there is room for whatever is done with them. */
const SHARE_OF_HEAP = 0.4

/** The part of the budget that a single answer may take: enough for a v3 list of 64 MB. */
const SHARE_OF_ONE = 0.4

/** Bytes of bodies that are being received at the same time. */
const MOST_UNDER_WAY = 512 * 1024 * 1024

export class MemoryBudget {
  readonly #most: number
  readonly #variable: string
  #kept = 0
  #underWay = 0
  #keeps = true

  /** @param most bytes that all answers together may take up */
  constructor(most: number) {
    const room = Math.floor(getHeapStatistics().heap_size_limit * SHARE_OF_HEAP)
    this.#most = Math.min(most, room)
    this.#variable =
      most <= room ? 'MAX_KEPT_BYTES' : 'NODE_OPTIONS=--max-old-space-size gives Node.js more memory'
  }

  /** From now on answers are looked at once and forgotten, as those of a clean-up are. */
  stopKeeping(): void {
    this.#keeps = false
  }

  /** Passes chunks on as they come. @throws BodyError when too much is under way at the same time */
  async *receiving(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let mine = 0
    try {
      for await (const chunk of chunks) {
        mine += chunk.length
        this.#underWay += chunk.length
        if (this.#underWay > MOST_UNDER_WAY) {
          throw new BodyError(
            'too-large',
            `the bodies under way at the same time are longer than ${MOST_UNDER_WAY} bytes (CONCURRENCY, MAX_BODY_BYTES)`,
          )
        }
        yield chunk
      }
    } finally {
      this.#underWay -= mine
    }
  }

  /**
   * Parses a body and counts what came of it, unless that is nothing.
   * @param parse calls `admit` with how many characters it is about to parse, before it does so; what it takes over
   * from earlier answers is not counted again
   * @throws BodyError, before anything is parsed, when there may not be enough memory
   */
  parsing<T>(body: Uint8Array, parse: (admit: (chars: number) => void) => T): T {
    let fresh = 0
    let before = 0
    const parsed = parse((chars) => {
      if (chars <= SHORT) return
      this.#admit(body, chars)
      fresh += chars
      before ||= getHeapStatistics().used_heap_size
    })
    if (fresh === 0) return parsed
    // What a strange shape really takes is known only now; where memory was freed meanwhile, its length has to do.
    const grown = getHeapStatistics().used_heap_size - before
    if (this.#keeps && parsed !== undefined) this.#kept += Math.max(fresh, grown)
    return parsed
  }

  #admit(body: Uint8Array, chars: number): void {
    const isBeyond = this.#keeps && this.#kept + chars > this.#most
    const mostForOne = this.#most * SHARE_OF_ONE
    if (!isBeyond && (chars * WORST_GROWTH <= mostForOne || weightOf(body) <= mostForOne)) return
    throw new BodyError(
      'too-large',
      `the answers of the run take up more than ${this.#most} bytes of memory (${this.#variable})`,
    )
  }
}

const [OPEN_BRACKET = 0, OPEN_BRACE = 0, COLON = 0, COMMA = 0, QUOTE = 0, BLANK = 0] = Buffer.from('[{:," ')

/** Of a long body one block in so many is looked at, each at a place that nobody can foresee. */
const BLOCK = 4_096
const ONE_IN = 8

/** About as many bytes as JSON takes up once it is parsed, rather more than less. */
function weightOf(body: Uint8Array): number {
  if (body.length <= BLOCK * ONE_IN * ONE_IN) return body.length + extraOf(body, 0, body.length)
  let extra = 0
  for (let start = 0; start < body.length; start += BLOCK * ONE_IN) {
    const from = start + randomInt(BLOCK * (ONE_IN - 1))
    extra += extraOf(body, from, Math.min(from + BLOCK, body.length))
  }
  return body.length + extra * ONE_IN
}

/** What the values of a part take up beside its text. */
function extraOf(body: Uint8Array, start: number, end: number): number {
  let extra = 0
  let before = 0
  for (let index = start; index < end; index++) {
    const byte = body[index] ?? 0
    if (byte === OPEN_BRACKET || byte === OPEN_BRACE) extra += 64
    // Names that all differ are what takes most; a colon within a text follows neither a quote nor a blank.
    else if (byte === COLON && (before === QUOTE || before <= BLANK)) extra += 64
    else if (byte === COMMA) extra += 8
    before = byte
  }
  return extra
}
