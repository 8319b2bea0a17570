/**
 * The one way to the target. It paces requests, waits where the target asks for it, retries what is
 * safe to retry, reads within limits, and records every exchange without secrets.
 */
import type { Dispatcher } from 'undici'
import { type ProxyConfig, proxyFor } from '../config/proxy.ts'
import type { Contract, Operation } from '../contract.ts'
import { Inconclusive } from '../run/outcome.ts'
import type { Activity } from '../runner/activity.ts'
import { shortened } from '../secrets/shorten.ts'
import type { Answer } from './answer.ts'
import { recordBody, textOf } from './body.ts'
import { type Deadline, withTimeout } from './deadline.ts'
import type { Exchange, FailureKind } from './exchange.ts'
import { failureOf } from './failure.ts'
import { delay, Gate } from './gate.ts'
import { LostAnswer } from './lost.ts'
import { Reader, type ReaderOptions, single } from './reader.ts'
import type { Recorder } from './recorder.ts'
import { backoffMs, irregular, retryAfterMs } from './retry.ts'
import { send } from './undici.ts'

/** One request, before it is sent. */
export interface Call {
  contract: Contract
  operation: Operation
  /** Who speaks, for the evidence. */
  caller: string
  /** What the request is for, in a few words, for the evidence. */
  purpose: string
  method: 'GET' | 'POST' | 'DELETE'
  /** Path and query below the base URL, percent-encoded. */
  path: string
  headers: Record<string, string>
  body?: string
  /** Nobody waits for the answer but the one check that asks: whatever others wait for goes first. */
  patient?: boolean
}

/** Limits and collaborators of a client; times in milliseconds. */
export interface ClientOptions extends ReaderOptions {
  baseUrl: string
  dispatcher: Dispatcher
  /** Proxies of the environment: that of the target is named where it cannot be reached. */
  proxy?: ProxyConfig
  recorder: Recorder
  mask: (text: string) => string
  requestTimeoutMs: number
  maxWaitMs: number
  recordedBodyChars: number
  concurrency: number
  userAgent: string
  /** The run's time; what is asked for later fails at once. */
  deadline: Deadline
  /** Called when a request leaves, and when one has to wait. */
  onActivity?: (activity: Activity) => void
}

interface Received {
  status: number
  headers: Record<string, string | string[] | undefined>
  data: Buffer
}

/** Longest path and query that is sent, in characters: an id of the target's may be of any length. */
const LONGEST_PATH = 2_000
/** Longest name or value of a header, and longest reason of a failure, that evidence keeps, in characters. */
const LONGEST_HEADER = 1_000

const MAX_ATTEMPTS = 8
/** How often a read is sent whose connection breaks. */
const MOST_TRIES = 5
/** Statuses by which a server or something before it says "not now". */
const BUSY = new Set([429, 502, 503, 504])

export class Client {
  readonly options: ClientOptions
  readonly #gate: Gate
  readonly #reader: Reader

  constructor(options: ClientOptions) {
    this.options = options
    this.#gate = new Gate(options.concurrency)
    this.#reader = new Reader(options)
  }

  /** Drops every connection: nobody waits for an answer any more. */
  async close(): Promise<void> {
    await this.options.dispatcher.destroy()
  }

  /** Answers are looked at once from now on: for the clean-up, which may need them when a run has kept too much. */
  stopKeeping(): void {
    this.#reader.stopKeeping()
  }

  /**
   * Sends a call and returns its answer, whatever its status.
   * @throws Inconclusive when no answer could be had, or the target stayed busy to the end
   */
  async send(call: Call): Promise<Answer> {
    const { recorder, mask } = this.options
    if (call.path.length > LONGEST_PATH) {
      throw new Inconclusive(`${call.operation} (${call.purpose}): not sent, its path would be too long`)
    }
    const url = this.options.baseUrl + call.path
    const started = Date.now()
    const exchange: Exchange = {
      id: recorder.nextId(),
      contract: call.contract,
      operation: call.operation,
      caller: call.caller,
      purpose: call.purpose,
      request: {
        method: call.method,
        url: mask(url),
        headers: Object.fromEntries(Object.entries(call.headers).map(([name, value]) => [name, mask(value)])),
        ...(call.body === undefined ? {} : { body: mask(call.body) }),
      },
      startedAt: new Date(started).toISOString(),
      durationMs: 0,
      attempts: 0,
      waitedMs: 0,
    }
    try {
      const received = await this.#settle(call, url, exchange)
      exchange.durationMs = Date.now() - started
      return await this.#answer(received, exchange)
    } catch (error) {
      exchange.durationMs = Date.now() - started
      if (error instanceof Inconclusive) throw error
      const { over, signal } = this.options.deadline
      const failure = signal.aborted
        ? { kind: 'aborted' as const, message: over ?? 'interrupted' }
        : failureOf(error, this.options.requestTimeoutMs)
      const through = proxyFor(this.options.baseUrl, this.options.proxy ?? {})
      if (failure.kind === 'unreachable' && through)
        failure.message += `, by way of the proxy in ${through.name}`
      failure.message = shortened(failure.message, LONGEST_HEADER, mask)
      exchange.failure = failure
      const message = `${call.operation} (${call.purpose}): ${failure.message}`
      const lost = call.method !== 'GET' && failure.kind === 'reset'
      throw lost ? new LostAnswer(message) : new Inconclusive(message)
    } finally {
      // Only now: what is recorded is handed on at any time, and must be complete by then.
      if (exchange.attempts > 0) recorder.add(exchange)
    }
  }

  get #signal(): AbortSignal {
    return this.options.deadline.signal
  }

  /** Repeats until there is an answer that settles something, or nothing more may be tried. */
  async #settle(call: Call, url: string, exchange: Exchange): Promise<Received> {
    const lane = `${call.contract} ${call.method === 'POST' ? 'POST' : ''}`
    for (;;) {
      let received: Received | undefined
      const leave = await this.#gate.enter({
        lane,
        patient: call.patient ?? false,
        signal: this.#signal,
      })
      this.options.onActivity?.({ kind: 'request', operation: call.operation })
      try {
        this.#signal.throwIfAborted()
        exchange.attempts++
        received = await this.#once(call, url)
      } catch (error) {
        if (!this.#mayRepeat(call, exchange, failureOf(error, 0).kind)) throw error
      } finally {
        leave()
      }
      if (received === undefined) {
        await delay(irregular(backoffMs(exchange.attempts)), this.#signal)
        continue
      }
      if (!BUSY.has(received.status)) {
        this.#gate.calm(lane)
        return received
      }
      const wait = this.#waitFor(received, exchange)
      if (wait === undefined) return received
      exchange.waitedMs += wait
      this.options.onActivity?.({ kind: 'wait', operation: call.operation, ms: wait })
      if (received.status === 429) this.#gate.pause(lane, wait)
      await delay(wait, this.#signal)
      // What became of the change is asked before it is sent again.
      if (isUnknown(call, received)) return received
    }
  }

  /** Only a read may be repeated blindly: what a lost change has done is unknown. */
  #mayRepeat(call: Call, exchange: Exchange, kind: FailureKind): boolean {
    return (
      call.method === 'GET' && kind === 'reset' && exchange.attempts < MOST_TRIES && !this.#signal.aborted
    )
  }

  /** How long to wait before the next attempt; undefined when waiting cannot settle it. */
  #waitFor(received: Received, exchange: Exchange): number | undefined {
    const limited = received.status === 429
    if (exchange.attempts >= (limited ? MAX_ATTEMPTS : 3)) return undefined
    const asked = retryAfterMs(single(received.headers['retry-after']), Date.now())
    const wait = asked ?? backoffMs(exchange.attempts + (limited ? 2 : 0))
    return wait > this.options.maxWaitMs || this.#signal.aborted ? undefined : wait
  }

  /** What to say where the target asks for a wait that is longer than the run waits. */
  #tooLong({ headers }: Received): string | undefined {
    const asked = retryAfterMs(single(headers['retry-after']), Date.now()) ?? 0
    if (asked <= this.options.maxWaitMs) return undefined
    return `it asks for a wait of ${Math.ceil(asked / 1000)} s, which is longer than MAX_WAIT_MS`
  }

  async #once(call: Call, url: string): Promise<Received> {
    const { dispatcher, requestTimeoutMs, userAgent } = this.options
    return withTimeout(this.#signal, requestTimeoutMs, async (signal) => {
      const response = await send(dispatcher, new URL(url), {
        method: call.method,
        headers: { accept: 'application/json', 'user-agent': userAgent, ...call.headers },
        body: call.body ?? null,
        signal,
      })
      const data = await this.#reader.receive(response)
      return { status: response.statusCode, headers: response.headers, data }
    })
  }

  async #answer(received: Received, exchange: Exchange): Promise<Answer> {
    const { mask, recordedBodyChars } = this.options
    const body = textOf(received.data, recordedBodyChars)
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(received.headers)) {
      if (value !== undefined) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
    }
    exchange.response = {
      status: received.status,
      headers: Object.entries(headers).map(([name, value]) => [
        shortened(name, LONGEST_HEADER, mask),
        shortened(value, LONGEST_HEADER, mask),
      ]),
      body: recordBody(received.data, body, recordedBodyChars, mask),
    }
    if (BUSY.has(received.status)) {
      const { operation, purpose, attempts } = exchange
      const message = `${operation} (${purpose}): still answered ${received.status} after ${attempts} attempt${attempts === 1 ? '' : 's'}`
      const tooLong = this.#tooLong(received)
      if (tooLong !== undefined) throw new Inconclusive(`${message}; ${tooLong}`)
      throw isUnknown(exchange.request, received) ? new LostAnswer(message) : new Inconclusive(message)
    }
    const json = this.#reader.parse(received.data, body, exchange)
    return {
      exchange,
      status: received.status,
      headers,
      empty: body.head === '',
      json,
      receivedAt: Date.now(),
    }
  }
}

/**
 * Whether something before the server may have given up on a change, so that nobody knows whether it was made:
 * some gateways say 503 where others say 502, also when the connection broke in the middle.
 */
function isUnknown({ method }: { method: string }, { status }: Received): boolean {
  return method !== 'GET' && (status === 502 || status === 503 || status === 504)
}
