/**
 * Makes exchanges and verdicts fit to be handed on: cookies and tokens of a target are masked, and people who are not
 * the run's are replaced by stand-ins, unless somebody asks to see them.
 */
import { createHmac } from 'node:crypto'
import type { Exchange, RecordedBody } from '../../model/exchange.ts'
import type { Deviation } from '../../model/report.ts'
import { addressesIn, replaceAddresses } from './addresses.ts'
import { StandIns } from './stand-in.ts'

/** What is shared, and what makes it unpredictable. */
export interface SharingOptions {
  /** Stands in every address that the run makes up. */
  tag: string
  /** Secret of the run. */
  key: string
  showPeople: boolean
}

/** What quotes the target, as a verdict has it. */
interface Quoting {
  reason?: string
  deviations: Deviation[]
}

/** A member with a text, which a cut body may end within. */
const MEMBER = /("((?:[^"\\]|\\.)*)"\s*:\s*)"((?:[^"\\]|\\.)*)("|$)/g
const QUOTED = /"((?:[^"\\]|\\.)*)"/g
/** What stands at the end of a text that was shortened. */
const ELLIPSIS = '…'
/** A member within whose text an excerpt ends. */
const CUT_MEMBER = /("((?:[^"\\]|\\.)*)"\s*:\s*")((?:[^"\\]|\\.)+)…$/
/** An address within which a text ends. */
const CUT_ADDRESS = /([^\s"'<>(),;:]+@[^\s"'<>(),;:]*)…$/
const EMAIL_NAMES = /^(?:.*[_-])?e-?mail(?:_?address)?$/i
const PERSON_NAMES =
  /^(?:(?:first|last|full|display|given|family|middle|user|nick)?[_-]?name|phone(?:_?number)?|mobile|avatar(?:_?url)?|picture)$/i
const TOKEN_NAMES =
  /(?:^|[_-])(?:token|secret|passw(?:or)?d|session(?:_?id)?|api_?key|private_?key|jwt|otp|credentials?|cookie)$/i
const JWT = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g
const SECRET_HEADERS =
  /^(?:authorization|proxy-authorization|cookie|x-(?:.*-)?(?:token|session|secret|api-?key|auth)(?:-.*)?)$/i
/** What stands for one of our own credentials. */
const PLACEHOLDER = /\$\{?[A-Z][A-Z0-9_]*/

/** Remembers whom it has met, so that one person is the same everywhere in a run. */
export class Sharing {
  readonly #options: SharingOptions
  readonly #standIns: StandIns
  /** Addresses and names that the run has sent: made up, and nobody's. */
  readonly #own = new Set<string>()
  /** Everybody who was met, by address or name, and the stand-in. */
  readonly #met = new Map<string, string>()
  /** Stand-ins of names, as JSON spells both. */
  readonly #names = new Map<string, string>()
  /** Addresses that are stand-ins already. */
  readonly #made = new Set<string>()
  readonly #shared = new WeakMap<Exchange, Exchange>()

  constructor(options: SharingOptions) {
    this.#options = options
    this.#standIns = new StandIns(options.key)
  }

  /** The same exchange without cookies, tokens and people; the same one for the same. */
  exchange(exchange: Exchange): Exchange {
    const known = this.#shared.get(exchange)
    if (known !== undefined) return known
    const shared = this.#exchange(exchange)
    this.#shared.set(exchange, shared)
    return shared
  }

  #exchange(exchange: Exchange): Exchange {
    const { request, response, failure } = exchange
    if (request.body !== undefined) this.#learnOwn(request.body)
    return {
      ...exchange,
      request: { ...request, url: this.#people(request.url) },
      ...(failure === undefined ? {} : { failure: { ...failure, message: this.#people(failure.message) } }),
      ...(response === undefined
        ? {}
        : {
            response: {
              ...response,
              headers: response.headers.map(([name, value]): [string, string] => [
                name,
                this.#people(this.#header(name, value)),
              ]),
              body: this.#recorded(response.body),
            },
          }),
    }
  }

  /** Any text without people. */
  text(text: string): string {
    return this.#people(text)
  }

  /** The same verdict without people; whom it quotes has been met in an exchange before. */
  verdict<V extends Quoting>(verdict: V): V {
    const { reason, deviations } = verdict
    return {
      ...verdict,
      ...(reason === undefined ? {} : { reason: this.#quoted(reason) }),
      deviations: deviations.map((deviation) => ({
        ...deviation,
        expected: this.#quoted(deviation.expected),
        actual: this.#quoted(deviation.actual),
        ...(deviation.pointer === undefined ? {} : { pointer: this.#people(deviation.pointer) }),
        ...(deviation.entry === undefined ? {} : { entry: this.#body(deviation.entry) }),
      })),
    }
  }

  /** What was changed has no digest of the original: names and addresses could be guessed from it. */
  #recorded(body: RecordedBody): RecordedBody {
    const text = this.#body(body.text)
    if (text === body.text) return body
    const sha256 = createHmac('sha256', this.#options.key).update(body.sha256).digest('hex')
    return { ...body, text, sha256, altered: true }
  }

  #learnOwn(body: string): void {
    for (const address of addressesIn(body)) this.#own.add(address.toLowerCase())
    for (const [, , name = '', value = ''] of body.matchAll(MEMBER))
      if (PERSON_NAMES.test(name)) this.#own.add(value.toLowerCase())
  }

  #isOwn(text: string): boolean {
    const lower = text.toLowerCase()
    return lower.includes(this.#options.tag.toLowerCase()) || this.#own.has(lower)
  }

  #body(text: string): string {
    const namesPeople = /"[^"]*e-?mail[^"]*"\s*:/i.test(text)
    const shown = text.replace(MEMBER, (whole, head: string, name: string, value: string, end: string) => {
      if (value === '') return whole
      if (TOKEN_NAMES.test(name)) return `${head}"${this.#masked(value)}${end}`
      if (this.#options.showPeople || this.#isOwn(value)) return whole
      if (end === '' && value.endsWith(ELLIPSIS)) {
        const isPerson = EMAIL_NAMES.test(name) || (namesPeople && PERSON_NAMES.test(name))
        return isPerson ? `${head}"${this.#begun(value.slice(0, -1))}${ELLIPSIS}` : whole
      }
      if (EMAIL_NAMES.test(name)) return `${head}"${this.#standInOf(value, true)}${end}`
      return namesPeople && PERSON_NAMES.test(name) ? `${head}"${this.#standInOf(value, false)}${end}` : whole
    })
    return this.#people(shown)
  }

  /** A stand-in for the text of a member, as JSON spells it. */
  #standInOf(spelt: string, isAddress: boolean): string {
    let text = spelt
    try {
      text = JSON.parse(`"${spelt}"`) as string
    } catch {
      // A cut body may end within an escape.
    }
    const made = isAddress ? this.#standIns.ofAddress(text) : this.#standIns.of(text)
    this.#met.set(text, made)
    const written = JSON.stringify(made).slice(1, -1)
    if (!isAddress)
      for (const one of [spelt, JSON.stringify(text).slice(1, -1)]) this.#names.set(one, written)
    this.#made.add(made.toLowerCase())
    return written
  }

  /** Names that have been met, where words of ours quote them; then what any text may hold. */
  #quoted(text: string): string {
    const named = text.replace(QUOTED, (whole, inner: string) => {
      const standIn = this.#names.get(inner)
      return standIn === undefined ? whole : `"${standIn}"`
    })
    const whole = this.#options.showPeople
      ? named
      : named.replace(CUT_MEMBER, (cut, head: string, name: string, value: string) =>
          EMAIL_NAMES.test(name) || PERSON_NAMES.test(name)
            ? `${head}${this.#begun(value, EMAIL_NAMES.test(name))}${ELLIPSIS}`
            : cut,
        )
    return this.#people(whole)
  }

  /**
   * The beginning of an address or a name, where a text was cut within it: as much of the stand-in.
   * @param isPerson whether it is somebody's for sure, though nobody was met who begins so
   */
  #begun(spelt: string, isPerson = true): string {
    const lower = spelt.toLowerCase()
    for (const own of [this.#options.tag.toLowerCase(), ...this.#own]) {
      if (own.startsWith(lower) || lower.startsWith(own)) return spelt
    }
    const [, known] = [...this.#met].find(([text]) => text.startsWith(spelt)) ?? []
    if (known === undefined && (!isPerson || this.#made.has(lower))) return spelt
    const begun = known?.slice(0, spelt.length) ?? this.#standIns.of(spelt)
    // It may look like a whole address.
    this.#made.add(begun.toLowerCase())
    return begun
  }

  /** Addresses and signed tokens, wherever they stand. */
  #people(text: string): string {
    const masked = text.replace(JWT, (token) => this.#masked(token))
    if (this.#options.showPeople) return masked
    const whole = masked.replace(CUT_ADDRESS, (_, begun: string) => this.#begun(begun) + ELLIPSIS)
    return replaceAddresses(whole, (address) => {
      if (this.#isOwn(address) || this.#made.has(address.toLowerCase())) return address
      const made = this.#standIns.ofAddress(address)
      this.#met.set(address, made)
      this.#made.add(made.toLowerCase())
      return made
    })
  }

  #header(name: string, value: string): string {
    if (PLACEHOLDER.test(value)) return value
    if (/^set-cookie2?$/i.test(name))
      return value.replace(
        /(^|,\s*)([^=;,\s]+)=([^;,]*)/g,
        (_, before: string, cookie: string, content: string) =>
          /^expires$/i.test(cookie)
            ? `${before}${cookie}=${content}`
            : `${before}${cookie}=${this.#masked(content)}`,
      )
    return SECRET_HEADERS.test(name) ? this.#masked(value) : value
  }

  /** Says that something stood there, and whether it is the same as elsewhere. */
  #masked(value: string): string {
    if (PLACEHOLDER.test(value)) return value
    return `(masked ${createHmac('sha256', this.#options.key).update(value).digest('hex').slice(0, 12)})`
  }
}
