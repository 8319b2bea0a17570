/**
 * The traffic of a run that is over, and its time. Whoever asks for what was asked for then gets the recorded exchange,
 * in the order in which answers came then: a check that is judged again sees what it saw, when it saw it.
 */
import type { Exchange } from '../../../model/exchange.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { CANARY_PURPOSE } from '../canary.ts'
import type { Clock } from '../clock.ts'

/** A request as evidence keeps it, as far as it tells one from another. */
export interface Asked {
  operation: string
  caller: string
  purpose: string
  method: string
  url: string
  /** Without those that carry a credential: the caller stands for them. */
  headers: Readonly<Record<string, string>>
  body?: string
}

/** Thrown where the recorded traffic does not hold what a check needs; the message says what. */
export class NotRecorded extends Inconclusive {}

/** Turns of the event loop without anything new, after which nobody is at work any more. */
const QUIET_TURNS = 2

/** Headers that a credential, a connection or the suite itself puts there. */
const ASIDE = new Set(['x-api-key', 'authorization', 'cookie', 'user-agent'])

interface Waiting {
  exchange: Exchange
  resolve: (exchange: Exchange) => void
}

interface Timer {
  due: number
  resolve: () => void
}

export class RecordedTraffic {
  /** What was asked for and is not there, in words; each once. */
  readonly missing = new Set<string>()
  /** Ids of exchanges that were needed and of which the body is cut. */
  readonly cut = new Set<string>()
  readonly #left = new Map<string, Exchange[]>()
  /** Those that nobody has asked for yet, in the order in which they were asked for then. */
  readonly #unasked: Exchange[]
  readonly #waiting: Waiting[] = []
  readonly #timers: Timer[] = []
  #now: number
  readonly #aside: ReadonlySet<string>
  #quiet: number | undefined

  /** @param traceHeader name of the header that is another one in every request */
  constructor(exchanges: readonly Exchange[], traceHeader = '') {
    this.#aside = new Set([...ASIDE, traceHeader.toLowerCase()])
    const inOrder = [...exchanges].sort((one, other) => askedAt(one) - askedAt(other))
    this.#unasked = inOrder.filter(({ purpose }) => purpose !== CANARY_PURPOSE)
    for (const exchange of this.#unasked) {
      const key = keyOf({ ...exchange, ...exchange.request }, this.#aside)
      this.#left.set(key, [...(this.#left.get(key) ?? []), exchange])
    }
    this.#now = Math.min(...inOrder.map(({ startedAt }) => Date.parse(startedAt)), Date.now())
  }

  /** The time of the run. */
  readonly clock: Clock = {
    now: () => this.#now,
    delay: (ms) =>
      new Promise((resolve) => {
        this.#timers.push({ due: this.#now + ms, resolve })
        this.#awake()
      }),
  }

  /**
   * The recorded exchange of a request, once its answer is due.
   * @throws NotRecorded where there is none
   */
  find(asked: Asked): Promise<Exchange> {
    const exchange = this.#left.get(keyOf(asked, this.#aside))?.shift()
    if (exchange === undefined) {
      const text = `${asked.method} ${asked.url} by ${asked.caller} (${asked.purpose})`
      this.missing.add(text)
      throw new NotRecorded(`the recorded traffic holds no such request: ${text}`)
    }
    this.#unasked.splice(this.#unasked.indexOf(exchange), 1)
    return new Promise((resolve) => {
      this.#waiting.push({ exchange, resolve })
      this.#awake()
    })
  }

  /** Begins to wait until nobody is at work any more, from now on. */
  #awake(): void {
    const isWatching = this.#quiet !== undefined
    this.#quiet = 0
    if (!isWatching) setImmediate(() => this.#turn())
  }

  #turn(): void {
    this.#quiet = (this.#quiet ?? 0) + 1
    if (this.#quiet > QUIET_TURNS) {
      this.#quiet = undefined
      this.#next()
      if (this.#waiting.length + this.#timers.length > 0) this.#awake()
    } else setImmediate(() => this.#turn())
  }

  /** Lets the next thing happen: an answer comes, or a wait is over. */
  #next(): void {
    const next = this.#waiting.reduce<Waiting | undefined>(
      (first, one) => (first && settledAt(first.exchange) <= settledAt(one.exchange) ? first : one),
      undefined,
    )
    const timer = this.#timers.reduce<Timer | undefined>(
      (first, one) => (first && first.due <= one.due ? first : one),
      undefined,
    )
    // What was asked for before this answer came, and has not been yet, waits for a pause to end.
    const isAhead = next !== undefined && askedAt(this.#unasked[0]) < settledAt(next.exchange)
    if (timer !== undefined && (next === undefined || isAhead)) {
      this.#timers.splice(this.#timers.indexOf(timer), 1)
      this.#now = Math.max(this.#now, timer.due)
      timer.resolve()
    } else if (next !== undefined) {
      const { exchange, resolve } = next
      this.#waiting.splice(this.#waiting.indexOf(next), 1)
      this.#now = Math.max(this.#now, Date.parse(exchange.startedAt) + exchange.durationMs)
      resolve(exchange)
    }
  }
}

function askedAt(exchange: Exchange | undefined): number {
  return exchange === undefined ? Number.POSITIVE_INFINITY : (exchange.order?.asked ?? 0)
}

function settledAt({ order }: Exchange): number {
  return order?.settled ?? 0
}

function keyOf(
  { operation, caller, purpose, method, url, headers, body }: Asked,
  aside: ReadonlySet<string>,
): string {
  const told = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value])
    .filter(([name = '', value]) => !aside.has(name) && !String(value).startsWith('$EXTRA_HEADERS'))
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
  return JSON.stringify([operation, caller, purpose, method, url, told, body ?? null])
}
