/** Sends a call until there is an answer that settles something, or nothing more may be tried. */

import type { Answer } from '../../model/answer.ts'
import type { EarlierAttempt, Exchange, FailureKind } from '../../model/exchange.ts'
import { shortened } from '../secrets/shorten.ts'
import type { Call } from './call.ts'
import type { ClientOptions } from './client-options.ts'
import { withTimeout } from './deadline.ts'
import { failureOf } from './failure.ts'
import { FirstContact } from './first-contact.ts'
import { delay, Limiter } from './limiter.ts'
import { isBusy, Patience } from './patience.ts'
import { type Reader, single } from './reader.ts'
import { Renewals } from './renewal.ts'
import { pauseMs } from './retry.ts'
import { Silence } from './silence.ts'
import type { StandingHeaders } from './standing-headers.ts'

/** An answer as it came, before it is decoded. */
export interface Received {
  status: number
  headers: Record<string, string | string[] | undefined>
  data: Buffer
  /** The request's own headers, as they were sent. */
  sent: Record<string, string>
}

/** How often a read is sent whose connection breaks, and how often while others are answered meanwhile. */
const MOST_TRIES = { alone: 5, amongAnswered: 10 }
/** Longest header that is kept of an attempt, in characters. */
const LONGEST_HEADER = 200

export class Sender {
  readonly #options: ClientOptions
  readonly #reader: Reader
  readonly #standing: StandingHeaders
  readonly #ask: (call: Call) => Promise<Answer>
  readonly #limiter: Limiter
  readonly #silence: Silence
  readonly #contact: FirstContact
  readonly #renewals: Renewals
  #sent = 0

  /** @param ask sends a call of its own and records it */
  constructor(
    options: ClientOptions,
    reader: Reader,
    standing: StandingHeaders,
    ask: (call: Call) => Promise<Answer>,
  ) {
    this.#options = options
    this.#reader = reader
    this.#standing = standing
    this.#ask = ask
    this.#limiter = new Limiter({
      most: options.concurrency,
      ...(options.requestsPerMinute === undefined ? {} : { perMinute: options.requestsPerMinute }),
    })
    this.#silence = new Silence(options)
    this.#contact = new FirstContact(options)
    this.#renewals = new Renewals(options.renewables ?? [], options.learn ?? (() => undefined))
  }

  get #signal(): AbortSignal {
    return this.#options.deadline.signal
  }

  /** Repeats until there is an answer that settles something, or nothing more may be tried. */
  async settle(call: Call, url: string, exchange: Exchange): Promise<Received> {
    const lane = `${call.contract} ${call.method === 'POST' ? 'POST' : ''}`
    const patience = new Patience()
    const successes = this.#limiter.successes()
    let isRepeated = false
    let isRenewed = false
    for (;;) {
      const received = await this.#attempt(call, url, exchange, {
        lane,
        alone: isRepeated || call.once === true || patience.wantsToBeAlone,
        successes,
      })
      if (received === undefined) {
        await delay(pauseMs(exchange.attempts), this.#signal)
        continue
      }
      if (received.status === 401 && !isRenewed && call.risk !== true) {
        isRenewed = await this.#renewals.refused(call.headers, received.sent)
        if (isRenewed) {
          this.#overcome(exchange, { status: 401 }, received)
          continue
        }
      }
      if (received.status === 500 && call.method === 'GET' && !isRepeated) {
        // A failure that comes only beside other requests is told apart from one that always comes.
        isRepeated = true
        this.#overcome(exchange, { status: 500 }, received)
        continue
      }
      if (!isBusy(received.status)) {
        this.#limiter.calm(lane)
        return received
      }
      if (call.once) return received
      const wait = await this.#waitFor(call, received, patience, lane)
      if (wait === undefined) return received
      this.#options.onActivity?.({ kind: 'wait', operation: call.operation, ms: wait })
      const isGuess = received.headers['retry-after'] === undefined
      this.#limiter.complain(received.status === 429 ? lane : undefined, wait, isGuess)
      // What became of the change is asked before it is sent again.
      if (isUnknown(call, received)) {
        exchange.waitedMs += wait
        await delay(wait, this.#signal)
        return received
      }
      this.#overcome(exchange, { status: received.status, waitedMs: wait }, received)
    }
  }

  /** Sends a call once, in its turn. @returns undefined where the connection broke and it may be sent again */
  async #attempt(
    call: Call,
    url: string,
    exchange: Exchange,
    { lane, alone, successes: before }: { lane: string; alone: boolean; successes: number },
  ): Promise<Received | undefined> {
    const asked = Date.now()
    const leave = await this.#limiter.enter({
      lane,
      patient: call.patient ?? false,
      again: exchange.attempts > 0,
      alone,
      signal: this.#signal,
    })
    if (exchange.attempts > 0) exchange.waitedMs += Date.now() - asked
    this.#options.onActivity?.({ kind: 'request', operation: call.operation })
    const successes = this.#limiter.successes()
    const sentAt = Date.now()
    try {
      this.#signal.throwIfAborted()
      this.#spend()
      exchange.attempts++
      return await this.#once(call, url, exchange.id)
    } catch (error) {
      const { kind, message } = failureOf(error, this.#options.requestTimeoutMs)
      if (this.#options.transport.isRemote) await this.#contact.failed(kind, message)
      if (kind === 'timeout' && this.#limiter.successes() === successes) {
        this.#silence.heard(sentAt, successes)
        this.#limiter.complain(undefined, 0)
      }
      if (!this.#mayRepeat(call, exchange, kind, before)) throw error
      this.#overcome(exchange, { failure: message })
      return undefined
    } finally {
      leave()
    }
  }

  /** Keeps an attempt that is followed by another one: what a repetition overcame stays visible. */
  #overcome(exchange: Exchange, attempt: Omit<EarlierAttempt, 'at'>, received?: Received): void {
    const retryAfter = single(received?.headers['retry-after'])
    exchange.earlierAttempts ??= []
    exchange.earlierAttempts.push({
      ...attempt,
      at: new Date().toISOString(),
      ...(retryAfter === undefined
        ? {}
        : { retryAfter: shortened(retryAfter, LONGEST_HEADER, this.#options.mask) }),
    })
  }

  /** What is sent from now on counts against no budget. */
  forgetBudget(): void {
    this.#sent = Number.NEGATIVE_INFINITY
  }

  /** Counts one request against the budget. */
  #spend(): void {
    const { maxRequests, deadline } = this.#options
    this.#sent++
    if (maxRequests !== undefined && this.#sent > maxRequests) {
      deadline.end(`the run's budget is spent (MAX_REQUESTS=${maxRequests})`)
      this.#signal.throwIfAborted()
    }
  }

  /**
   * Only a read may be repeated blindly: what a lost change has done is unknown.
   * @param successes answers of the whole run when the read was first sent
   */
  #mayRepeat(call: Call, exchange: Exchange, kind: FailureKind, successes: number): boolean {
    if (call.method !== 'GET' || kind !== 'reset' || this.#signal.aborted) return false
    const areOthersAnswered = this.#limiter.successes() > successes
    return exchange.attempts < (areOthersAnswered ? MOST_TRIES.amongAnswered : MOST_TRIES.alone)
  }

  /** How long to wait before the next attempt; undefined when waiting cannot settle it. */
  async #waitFor(
    call: Call,
    { status, headers }: Received,
    patience: Patience,
    lane: string,
  ): Promise<number | undefined> {
    const isDoubtful = status !== 429 && patience.wantsToBeAlone && call.canary !== undefined
    const canaryAnswered = isDoubtful ? await this.#isAnswered(call.canary) : undefined
    const wait = patience.refused(status, single(headers['retry-after']), {
      successes: this.#limiter.successes(),
      successesOfLane: this.#limiter.successes(lane),
      ...(canaryAnswered === undefined ? {} : { canaryAnswered }),
      maxWaitMs: this.#options.maxWaitMs,
      now: Date.now(),
    })
    return this.#signal.aborted ? undefined : wait
  }

  /** Whether a read that any sound target answers is answered, sent once and while nothing else is under way. */
  async #isAnswered(canary: Call | undefined): Promise<boolean> {
    if (canary === undefined) return false
    const answer = await this.#ask({ ...canary, once: true }).catch(() => undefined)
    return answer !== undefined
  }

  async #once(call: Call, url: string, exchangeId: string): Promise<Received> {
    const { transport, requestTimeoutMs } = this.#options
    const sent = this.#renewals.current(call.headers)
    const headers = this.#standing.sent({ ...call, headers: sent }, exchangeId)
    return withTimeout(this.#signal, requestTimeoutMs, async (signal) => {
      const response = await transport.send(new URL(url), {
        method: call.method,
        headers,
        body: call.body ?? null,
        signal,
      })
      this.#contact.made()
      const { cookie, Cookie = cookie } = headers
      this.#standing.cookies.learn(call.caller, Cookie, response.headers['set-cookie'], Date.now())
      this.#renewals.answered(call.headers, sent, response.statusCode)
      const data = await this.#reader.receive(response)
      return { status: response.statusCode, headers: response.headers, data, sent }
    })
  }
}

/**
 * Whether something before the server may have given up on a change, so that nobody knows whether it was made:
 * some gateways say 503 where others say 502, also when the connection broke in the middle.
 */
export function isUnknown({ method }: { method: string }, { status }: Pick<Received, 'status'>): boolean {
  return method !== 'GET' && (status === 502 || status === 503 || status === 504)
}
