/** Headers that go out with every request beside its own: what a gateway wants, and what tells the target who asks. */
import type { Contract } from '../../model/contract.ts'
import type { ExtraHeader } from '../config/extra-headers.ts'

/** What a run is told of them. */
export interface StandingHeadersOptions {
  userAgent: string
  extraHeaders?: readonly ExtraHeader[]
}

/** A request, as far as its headers depend on it. */
export interface Outgoing {
  contract: Contract
  headers: Readonly<Record<string, string>>
}

/** Headers by name. */
type Headers = Record<string, string>

export class StandingHeaders {
  readonly #options: StandingHeadersOptions

  constructor(options: StandingHeadersOptions) {
    this.#options = options
  }

  /** Every header of a request as it is sent; a request's own go before those of the same name. */
  sent(call: Outgoing): Headers {
    const { userAgent } = this.#options
    return {
      accept: 'application/json',
      'user-agent': userAgent,
      ...this.#extra(call, ({ value }) => value),
      ...call.headers,
    }
  }

  /** Those of them that evidence keeps, each value of the configuration as the variable that gives it. */
  recorded(call: Outgoing, mask: (text: string) => string): Headers {
    const own = Object.entries(call.headers).map(([name, value]) => [name, mask(value)])
    return { ...Object.fromEntries(own), ...this.#extra(call, ({ variable }) => `$${variable}`) }
  }

  /** Whether the configuration sets a header of this name in requests of a contract. */
  adds(contract: Contract, name: string): boolean {
    return this.#for(contract).some((header) => header.name.toLowerCase() === name)
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
