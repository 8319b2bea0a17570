/** Reads the bodies of a run's answers within its limits: what a target sends may be long, deep, or broken. */
import type { Exchange } from '../../model/exchange.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { LongLists } from '../lists/long-lists.ts'
import { BodyError, type BodyText, collect, decompress, isTooDeep, parseJson } from './body.ts'
import { MemoryBudget } from './memory-budget.ts'
import type { RawAnswer } from './transport.ts'

/** The limits. */
export interface ReaderOptions {
  maxBodyBytes: number
  /** Nesting of JSON beyond this makes an answer one without JSON. */
  maxDepth: number
  /** Bytes of memory that all answers together may take up. */
  maxKeptBytes: number
}

export class Reader {
  readonly #options: ReaderOptions
  readonly #lists: LongLists
  readonly #memory: MemoryBudget

  constructor(options: ReaderOptions) {
    this.#options = options
    this.#lists = new LongLists((text) => parseJson(text, options.maxDepth))
    this.#memory = new MemoryBudget(options.maxKeptBytes)
  }

  /** Answers are looked at once from now on: for the clean-up, which may need them when a run has kept too much. */
  stopKeeping(): void {
    this.#memory.stopKeeping()
  }

  /** The body of a response, decompressed. @throws BodyError when a limit or its encoding keeps it from being read */
  async receive({ body, headers }: RawAnswer): Promise<Buffer> {
    const { maxBodyBytes } = this.#options
    const announced = Number(single(headers['content-length']))
    const raw = await collect(this.#memory.receiving(body), maxBodyBytes, announced)
    return decompress(raw, single(headers['content-encoding']), maxBodyBytes)
  }

  /**
   * The JSON of a body; undefined where it is none.
   * @throws Inconclusive when a limit keeps the body from being judged
   */
  parse(data: Buffer, { head, invalid, whole }: BodyText, exchange: Exchange): unknown {
    const { maxDepth } = this.#options
    if (invalid || head === '') return undefined
    try {
      return this.#memory.parsing(data, (admit) => {
        const json = this.#lists.read(kindOf(exchange), data, whole, admit)
        if (json === undefined && isTooDeep(whole(), maxDepth)) {
          throw new BodyError('too-large', `the body is nested deeper than ${maxDepth} levels (MAX_DEPTH)`)
        }
        return json
      })
    } catch (error) {
      if (!(error instanceof BodyError)) throw error
      throw new Inconclusive(`${exchange.operation} (${exchange.purpose}): ${error.message}`)
    }
  }
}

/** The value of a header that may be there several times. */
export function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** Lists of one operation and scope are alike. */
function kindOf({ operation, request }: Exchange): string {
  return `${operation} ${request.headers['x-profile-id'] ?? ''}`
}
