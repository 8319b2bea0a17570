/**
 * The one way to the target. It paces requests, waits where the target asks for it, retries what is
 * safe to retry, reads within limits, and records every exchange without secrets.
 */
import type { Answer } from '../../model/answer.ts'
import type { Asked } from '../../model/asked.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { certificateVariables } from '../config/certificates.ts'
import { proxyFor } from '../config/proxy.ts'
import { shortened } from '../secrets/shorten.ts'
import { LostAnswer } from './ambiguous-write.ts'
import { recordBody, textOf } from './body.ts'
import type { Call } from './call.ts'
import type { ClientOptions } from './client-options.ts'
import { failureOf, WayClosed } from './failure.ts'
import { isBusy } from './patience.ts'
import { Reader, single } from './reader.ts'
import { retryAfterMs } from './retry.ts'
import { isUnknown, type Received, Sender } from './sender.ts'
import { StandingHeaders } from './standing-headers.ts'
import { withoutCookieValue } from './sticky-cookies.ts'

/** Longest path and query that is sent, in characters: an id of the target's may be of any length. */
const LONGEST_PATH = 2_000
/** Longest name or value of a header, and longest reason of a failure, that evidence keeps, in characters. */
const LONGEST_HEADER = 1_000

/** Whoever looks at every answer of a contract. */
export type AnswerListener = (answer: Answer, asked: Asked) => void

export class Client {
  readonly options: ClientOptions
  readonly #sender: Sender
  readonly #reader: Reader
  /** What every request carries beside its own headers. */
  readonly standing: StandingHeaders
  readonly #listeners = new Map<Contract, AnswerListener>()

  constructor(options: ClientOptions) {
    this.options = options
    this.#reader = new Reader(options)
    this.standing = new StandingHeaders(options)
    this.#sender = new Sender(options, this.#reader, this.standing, (call) => this.send(call))
  }

  /** Tells somebody of every answer of a contract from now on that its callers hold against the target. */
  subscribe(contract: Contract, listener: AnswerListener): void {
    this.#listeners.set(contract, listener)
  }

  /** Publishes an answer, once its caller has seen that it says something of the target. */
  publish(answer: Answer, asked: Asked): void {
    this.#listeners.get(answer.exchange.contract)?.(answer, asked)
  }

  /** Drops every connection: nobody waits for an answer any more. */
  async close(): Promise<void> {
    await this.options.transport.close()
  }

  /** Answers are looked at once from now on, and no budget counts: the clean-up needs both when a run had too much. */
  beginCleanUp(): void {
    this.#reader.stopKeeping()
    this.#sender.forgetBudget()
  }

  /**
   * Sends a call and returns its answer, whatever its status.
   * @throws Inconclusive when no answer could be had, or the target stayed busy to the end
   */
  async send(call: Call): Promise<Answer> {
    const { recorder, mask, maskSent = mask } = this.options
    refuseLong(call)
    const url = this.options.baseUrl + call.path
    const started = Date.now()
    const id = recorder.nextId()
    const asked = recorder.moment()
    const exchange: Exchange = {
      id,
      contract: call.contract,
      operation: call.operation,
      caller: call.caller,
      purpose: call.purpose,
      request: {
        method: call.method,
        url: mask(url),
        headers: this.standing.recorded(call, id, maskSent),
        ...(call.body === undefined ? {} : { body: mask(call.body) }),
        ...this.#certificates(),
      },
      ...(call.risk === true ? { risk: true as const } : {}),
      startedAt: new Date(started).toISOString(),
      durationMs: 0,
      attempts: 0,
      waitedMs: 0,
    }
    try {
      const received = await this.#sender.settle(call, url, exchange)
      exchange.durationMs = Date.now() - started
      return await this.answerOf(received, exchange)
    } catch (error) {
      exchange.durationMs = Date.now() - started
      if (error instanceof Inconclusive) throw error
      const { over, signal } = this.options.deadline
      const isClosed = error instanceof WayClosed
      const failure =
        signal.aborted && !isClosed
          ? { kind: 'aborted' as const, message: over ?? 'interrupted' }
          : failureOf(error, this.options.requestTimeoutMs)
      const through = proxyFor(this.options.baseUrl, this.options.proxy ?? {})
      if (failure.kind === 'unreachable' && through)
        failure.message += `, by way of the proxy in ${through.name}`
      failure.message += stillBusy(exchange)
      failure.message = shortened(failure.message, LONGEST_HEADER, mask)
      exchange.failure = failure
      if (isClosed) throw new Inconclusive(failure.message)
      const message = `${call.operation} (${call.purpose}): ${failure.message}`
      const lost = call.method !== 'GET' && failure.kind === 'reset'
      throw lost ? new LostAnswer(message) : new Inconclusive(message)
    } finally {
      // Only now: what is recorded is handed on at any time, and must be complete by then.
      exchange.order = { asked, settled: recorder.moment() }
      if (exchange.attempts > 0) recorder.add(exchange)
    }
  }

  /** What a person needs to repeat the connection; without TLS there is nothing to show. */
  #certificates(): { certificates?: string[] } {
    const { baseUrl, certificates } = this.options
    if (certificates === undefined || !baseUrl.startsWith('https:')) return {}
    return { certificates: certificateVariables(certificates) }
  }

  /** What to say where the target asks for a wait that is longer than the run waits. */
  #tooLong({ headers }: Received): string | undefined {
    const asked = retryAfterMs(single(headers['retry-after']), Date.now()) ?? 0
    if (asked <= this.options.maxWaitMs) return undefined
    return `it asks for a wait of ${Math.ceil(asked / 1000)} s, which is longer than MAX_WAIT_MS`
  }

  /**
   * Makes an answer of what was received, and notes it in the exchange.
   * @throws Inconclusive where it settles nothing
   */
  protected async answerOf(received: Received, exchange: Exchange): Promise<Answer> {
    const { mask, recordedBodyChars } = this.options
    const body = textOf(received.data, recordedBodyChars)
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(received.headers)) {
      if (value !== undefined) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
    }
    const cookies = [received.headers['set-cookie'] ?? []]
      .flat()
      .map((line) => withoutCookieValue(line, mask))
      .join(', ')
    exchange.response = {
      status: received.status,
      headers: Object.entries(headers).map(([name, value]) => [
        shortened(name, LONGEST_HEADER, mask),
        shortened(name === 'set-cookie' ? cookies : value, LONGEST_HEADER, mask),
      ]),
      body: recordBody(received.data, body, recordedBodyChars, mask),
    }
    if (isBusy(received.status)) {
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
      // By what is recorded: whoever judges this again has nothing else.
      receivedAt: Date.parse(exchange.startedAt) + exchange.durationMs,
    }
  }
}

/** @throws Inconclusive for a call that no server would take */
export function refuseLong({ path, operation, purpose }: Call): void {
  if (path.length > LONGEST_PATH) {
    throw new Inconclusive(`${operation} (${purpose}): not sent, its path would be too long`)
  }
}

/** What helps where the time ended while the target still said "not now". */
function stillBusy({ earlierAttempts }: Exchange): string {
  const last = earlierAttempts?.at(-1)?.status
  if (last === undefined || !isBusy(last)) return ''
  return `; until then it was answered ${last}: CONCURRENCY=1 or MAX_REQUESTS_PER_MINUTE asks less of the target`
}
