/** Headers that go out with every request beside its own: what a gateway wants, and what tells the target who asks. */
import type { Contract } from '../../model/contract.ts'
import type { ExtraHeader } from '../config/extra-headers.ts'
import { ACCEPTED_ENCODINGS } from './body.ts'
import { StickyCookies } from './sticky-cookies.ts'
import { traceValue } from './trace.ts'

/** What a run is told of them. */
export interface StandingHeadersOptions {
  baseUrl: string
  userAgent: string
  extraHeaders?: readonly ExtraHeader[]
  /** The header that carries run and exchange, where one is wanted. */
  traceHeader?: string
  /** Names the run in it. */
  runId?: string
}

/** A request, as far as its headers depend on it. */
export interface Outgoing {
  contract: Contract
  /** Below the base URL. */
  path: string
  headers: Readonly<Record<string, string>>
}

/** Headers by name. */
type Headers = Record<string, string>

/** What evidence shows of a cookie that was kept. */
const KEPT = '(kept from an earlier answer)'

export class StandingHeaders {
  readonly #options: StandingHeadersOptions
  readonly #prefix: string
  /** Cookies that keep the run on one replica. */
  readonly cookies = new StickyCookies()

  constructor(options: StandingHeadersOptions) {
    this.#options = options
    this.#prefix = new URL(options.baseUrl).pathname.replace(/\/$/, '')
  }

  /** Every header of a request as it is sent; a request's own go before those of the same name. */
  sent(call: Outgoing, exchangeId: string): Headers {
    const headers = {
      accept: 'application/json',
      'accept-encoding': ACCEPTED_ENCODINGS,
      'user-agent': this.#options.userAgent,
      ...this.#trace(exchangeId),
      ...this.#extra(call, ({ value }) => value),
      ...call.headers,
    }
    const kept = this.#cookie(call)
    if (kept === undefined) return headers
    const name = Object.keys(headers).find((one) => one.toLowerCase() === 'cookie') ?? 'cookie'
    return { ...headers, [name]: [headers[name as keyof typeof headers], kept].filter(Boolean).join('; ') }
  }

  /** Those of them that evidence keeps, each value of the configuration as the variable that gives it. */
  recorded(call: Outgoing, exchangeId: string, mask: (text: string) => string): Headers {
    const own = Object.entries(call.headers).map(([name, value]) => [name, mask(value)])
    const kept = this.#cookie(call)
    const cookie = kept && mask(kept).replace(/=[^;]*/g, `=${KEPT}`)
    return {
      ...Object.fromEntries(own),
      ...this.#trace(exchangeId),
      ...(cookie === undefined ? {} : { cookie }),
      ...this.#extra(call, ({ variable }) => `$${variable}`),
    }
  }

  /** Whether the configuration sets a header of this name in requests of a contract. */
  adds(contract: Contract, name: string): boolean {
    return this.#for(contract).some((header) => header.name.toLowerCase() === name)
  }

  #cookie({ path }: Outgoing): string | undefined {
    return this.cookies.header(this.#prefix + path.replace(/[?#].*/s, ''))
  }

  #trace(exchangeId: string): Headers {
    const { traceHeader, runId = '' } = this.#options
    return traceHeader === undefined ? {} : { [traceHeader]: traceValue(traceHeader, runId, exchangeId) }
  }

  #for(contract: Contract): ExtraHeader[] {
    const { extraHeaders = [] } = this.#options
    return extraHeaders.filter((header) => header.contract === undefined || header.contract === contract)
  }

  #extra({ contract, headers }: Outgoing, shown: (header: ExtraHeader) => string): Headers {
    const own = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
    const added = this.#for(contract).filter(({ name }) => !own.has(name.toLowerCase()))
    return Object.fromEntries(added.map((header) => [header.name, shown(header)]))
  }
}
