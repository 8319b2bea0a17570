/**
 * Makes exchanges and verdicts fit to be handed on: cookies and tokens of a target are masked, and people who are not
 * the run's are replaced by stand-ins, unless somebody asks to see them.
 */
import { createHmac } from 'node:crypto'
import type { Exchange, RecordedBody } from '../../model/exchange.ts'
import type { Deviation } from '../../model/report.ts'
import { addressesIn, replaceAddresses } from './addresses.ts'
import { KnownPeople } from './known-people.ts'
import { kindOf, type MemberKind } from './member-names.ts'
import { isOwnWord } from './ordinary.ts'
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
/** Members with a list of people. */
const LISTS_OF_PEOPLE =
  /"(?:[a-z]+[_-])?(?:managers|owners|actors|authors|assignees|contacts|admins|members|participants|people)"\s*:\s*\[[^\]{}[]*/gi
/** As of `login`, where it is no name. */
const TIMES = /^\d{4}-\d\d-\d\d|^\d+$/
/** An id rather than a name: one word with a digit, or an address of the web. */
const TECHNICAL = /^(?=\S*\d)[\w.:-]+$|^[a-z]+:\/\//
/** A name in front of an address, as in the head of a mail. */
const MAILBOX = /((?:\p{Lu}[\p{L}'’.-]* ){2,4})(?:<|&lt;|\\u003c|\()([^\s<>()&"]+@[^\s<>()&"\\]+)/gu
/** What may be a text in base64, the shortest that are names. */
const BASE64 = /[A-Za-z\d+/_-]{12,}/g
const PRINTABLE = /^[\x20-\x7e\u00a0-\uffef\s]+$/
const JWT = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g
const SECRET_HEADERS =
  /^(?:authorization|proxy-authorization|cookie|x-(?:.*-)?(?:token|session|secret|api-?key|auth)(?:-.*)?)$/i
const SHORTEST_QUOTED = 3
/** What stands for one of our own credentials. */
const PLACEHOLDER = /\$\{?[A-Z][A-Z0-9_]*/

/** An exchange as it was shared, and how many people were known then. */
interface Shared {
  exchange: Exchange
  count: number
}

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
  /** Stand-ins of members' texts, as JSON spells both. */
  readonly #written = new Map<string, string>()
  /** Addresses that are stand-ins already. */
  readonly #made = new Set<string>()
  readonly #known: KnownPeople
  /** Hosts of addresses: of the run, and of others. */
  readonly #ownHosts = new Set<string>()
  readonly #hosts = new Set<string>()
  readonly #shared = new WeakMap<Exchange, Shared>()

  constructor(options: SharingOptions) {
    this.#options = options
    this.#standIns = new StandIns(options.key)
    this.#known = new KnownPeople(this.#standIns, { isOwn: (chunk) => this.#isOwn(chunk) })
  }

  /**
   * The same exchange without cookies, tokens and people; the same one for the same, unless somebody has been met since
   * whom it names.
   */
  exchange(exchange: Exchange): Exchange {
    const earlier = this.#shared.get(exchange)
    const { count } = this.#known
    if (earlier?.count === count) return earlier.exchange
    const before = earlier?.exchange ?? this.#exchange(exchange)
    const shared = this.#options.showPeople ? before : this.#withoutKnown(before)
    this.#shared.set(exchange, { exchange: shared, count: this.#known.count })
    return shared
  }

  /** @param exchange without those who are told by members and addresses */
  #withoutKnown(exchange: Exchange): Exchange {
    const { request, response, failure } = exchange
    const url = this.#knownIn(request.url)
    const message = failure && this.#knownIn(failure.message)
    const headers = response?.headers.map(([name, value]): [string, string] => [name, this.#knownIn(value)])
    const text = response && this.#knownIn(response.body.text)
    const isSame =
      url === request.url &&
      message === failure?.message &&
      text === response?.body.text &&
      (headers ?? []).every(([, value], index) => value === response?.headers[index]?.[1])
    if (isSame) return exchange
    return {
      ...exchange,
      request: { ...request, url },
      ...(failure === undefined ? {} : { failure: { ...failure, message: message ?? '' } }),
      ...(response === undefined
        ? {}
        : {
            response: {
              ...response,
              headers: headers ?? [],
              body: this.#withText(response.body, text ?? ''),
            },
          }),
    }
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
    return this.#quoted(text)
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
        ...(deviation.pointer === undefined
          ? {}
          : { pointer: this.#knownIn(this.#people(deviation.pointer)) }),
        ...(deviation.entry === undefined ? {} : { entry: this.#knownIn(this.#body(deviation.entry)) }),
      })),
    }
  }

  /** What was changed has no digest of the original: names and addresses could be guessed from it. */
  #recorded(body: RecordedBody): RecordedBody {
    return this.#withText(body, this.#body(body.text))
  }

  #withText(body: RecordedBody, text: string): RecordedBody {
    if (text === body.text) return body
    if (body.altered) return { ...body, text }
    const sha256 = createHmac('sha256', this.#options.key).update(body.sha256).digest('hex')
    return { ...body, text, sha256, altered: true }
  }

  #learnOwn(body: string): void {
    for (const address of addressesIn(body)) {
      this.#own.add(address.toLowerCase())
      this.#ownHosts.add(hostOf(address))
    }
    for (const [, , name = '', value = ''] of body.matchAll(MEMBER))
      if (kindOf(name).isPersons) {
        this.#own.add(value.toLowerCase())
        this.#known.own(value)
      }
  }

  #isOwn(text: string): boolean {
    const lower = text.toLowerCase()
    return lower.includes(this.#options.tag.toLowerCase()) || this.#own.has(lower)
  }

  #body(text: string): string {
    const namesPeople = /"[^"]*e-?mail[^"]*"\s*:/i.test(text)
    let first = ''
    const shown = text.replace(MEMBER, (whole, head: string, name: string, value: string, end: string) => {
      if (value === '') return whole
      const kind = kindOf(name)
      if (kind.isToken) return `${head}"${this.#masked(value)}${end}`
      if (this.#options.showPeople || this.#isOwn(value)) return whole
      if (kind.isId) {
        this.#known.id(value)
        return whole
      }
      if (kind.isFirstName) first = value
      else if (kind.isLastName && first !== '') this.#known.name(`${plain(first)} ${plain(value)}`)
      if (kind.isMailDomain || kind.isDomain) {
        const isTold = kind.isMailDomain || this.#hosts.has(value.toLowerCase())
        return isTold && /^[\p{L}\p{N}.-]+$/u.test(value) && !this.#isOwnHost(value)
          ? `${head}"${this.#standIns.ofHost(value)}${end}`
          : whole
      }
      if (end === '' && value.endsWith(ELLIPSIS)) {
        const isPerson =
          kind.isEmail || (namesPeople && kind.isPersons) || namesSomebody(kind, value.slice(0, -1))
        return isPerson ? `${head}"${this.#begun(value.slice(0, -1))}${ELLIPSIS}` : whole
      }
      if (kind.isEmail) return `${head}"${this.#standInOf(value, true)}${end}`
      const isPerson =
        (namesPeople && kind.isPersons) || (namesSomebody(kind, value) && !this.#known.isId(value))
      if (!isPerson) return whole
      // The address is replaced below, and the name beside it.
      if (/@|%40/.test(value)) return whole
      if (kind.isWholeName && !this.#written.has(value)) this.#known.name(plain(value))
      return `${head}"${this.#standInOf(value, false)}${end}`
    })
    return this.#people(this.#options.showPeople ? shown : this.#lists(shown))
  }

  /** Names that stand in a list whose member says that it is one of people. */
  #lists(text: string): string {
    return text.replace(LISTS_OF_PEOPLE, (list) => {
      const from = list.indexOf('[')
      return (
        list.slice(0, from) +
        list.slice(from).replace(QUOTED, (whole, inner: string) => {
          const isName = / /.test(inner) && !/@/.test(inner) && !this.#isOwn(inner) && !isOfOurWords(inner)
          if (!isName) return whole
          this.#known.name(plain(inner))
          return `"${this.#standInOf(inner, false)}"`
        })
      )
    })
  }

  #isOwnHost(host: string): boolean {
    return this.#ownHosts.has(host.toLowerCase())
  }

  /** A stand-in for the text of a member, as JSON spells it. */
  #standInOf(spelt: string, isAddress: boolean): string {
    const known = this.#written.get(spelt)
    if (known !== undefined) return known
    let text = spelt
    try {
      text = JSON.parse(`"${spelt}"`) as string
    } catch {
      // A cut body may end within an escape.
    }
    const made = isAddress ? this.#standIns.ofAddress(text) : this.#standIns.of(text)
    this.#met.set(text, made)
    const written = JSON.stringify(made).slice(1, -1)
    if (isAddress) this.#learnAddress(text)
    // Short ones, and words that are ours, are quoted as something else, too.
    else if (text.length > SHORTEST_QUOTED && !(/^[a-z]+$/.test(text) && isOwnWord(text)))
      for (const one of [spelt, JSON.stringify(text).slice(1, -1)]) this.#names.set(one, written)
    this.#made.add(made.toLowerCase())
    this.#written.set(spelt, written)
    return written
  }

  #learnAddress(address: string): void {
    const [mailbox = ''] = address.split(/@|%40/)
    if (mailbox === address) return
    this.#known.mailbox(mailbox)
    this.#hosts.add(hostOf(address))
  }

  /** Names that have been met, where words of ours quote them; then what any text may hold. */
  #quoted(text: string): string {
    const named = text.replace(QUOTED, (whole, inner: string) => {
      const standIn = this.#names.get(inner)
      return standIn === undefined ? whole : `"${standIn}"`
    })
    const whole = this.#options.showPeople
      ? named
      : this.#members(named).replace(CUT_MEMBER, (cut, head: string, name: string, value: string) =>
          isSomebodys(name, value) ? `${head}${this.#begun(value, kindOf(name).isEmail)}${ELLIPSIS}` : cut,
        )
    return this.#knownIn(this.#people(whole))
  }

  /** Members that name a person by themselves, in words of ours that quote an answer. */
  #members(text: string): string {
    return text.replace(MEMBER, (whole, head: string, name: string, value: string, end: string) =>
      end === '' ||
      !namesSomebody(kindOf(name), value) ||
      this.#known.isId(value) ||
      this.#isOwn(value) ||
      this.#made.has(plain(value).toLowerCase()) ||
      /@|%40/.test(value)
        ? whole
        : `${head}"${this.#standInOf(value, false)}${end}`,
    )
  }

  /** Whoever was met anywhere, wherever they stand; in base64, too. */
  #knownIn(text: string): string {
    if (this.#options.showPeople) return text
    return this.#known.replaced(text).replace(BASE64, (coded) => {
      const decoded = Buffer.from(coded, 'base64').toString()
      if (!PRINTABLE.test(decoded)) return coded
      const shown = this.#known.replaced(this.#people(decoded))
      if (shown === decoded) return coded
      const encoding = /[-_]/.test(coded) ? 'base64url' : 'base64'
      const again = Buffer.from(shown).toString(encoding).replace(/=+$/, '')
      return again.length === coded.length ? again : again.padEnd(coded.length, 'A').slice(0, coded.length)
    })
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
    if (text.includes('@'))
      for (const [, name = '', address = ''] of text.matchAll(MAILBOX))
        if (!this.#isOwn(address) && !this.#made.has(address.toLowerCase())) this.#known.name(name)
    const whole = masked.replace(CUT_ADDRESS, (_, begun: string) => this.#begun(begun) + ELLIPSIS)
    return replaceAddresses(whole, (address) => {
      if (this.#isOwn(address)) {
        this.#ownHosts.add(hostOf(address))
        return address
      }
      if (this.#made.has(address.toLowerCase())) return address
      this.#learnAddress(address)
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

/** Whether a member's name says that its text is somebody, and the text does not say otherwise. */
function namesSomebody({ isName, isPart }: MemberKind, value: string): boolean {
  // Somebody may be called like a word; more than one of them are a sentence, as beside errors in a form.
  if (isName) return !TIMES.test(value) && (!/\s/.test(value) || !isOfOurWords(value))
  return isPart && !TECHNICAL.test(value) && !isOfOurWords(value)
}

/** Whether a text that was cut within a member is somebody's address or name. */
function isSomebodys(name: string, value: string): boolean {
  const kind = kindOf(name)
  return kind.isEmail || kind.isPersons || namesSomebody(kind, value)
}

/** Something like `system` or `must not be empty`: words that are common, and not written like a name. */
function isOfOurWords(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const isLikeName = words.length > 1 && (text.match(/(?<!\p{L})\p{Lu}/gu) ?? []).length >= words.length
  return !isLikeName && words.length > 0 && words.every((word) => isOwnWord(word))
}

/** A text as JSON means it. */
function plain(spelt: string): string {
  if (!spelt.includes('\\')) return spelt
  try {
    return JSON.parse(`"${spelt}"`) as string
  } catch {
    return spelt
  }
}

function hostOf(address: string): string {
  return (address.split(/@|%40/).at(-1) ?? '').toLowerCase()
}
