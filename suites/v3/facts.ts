/** What the v3 documents show, and what a target does where they leave a choice. */

import { GET, INVITE, LIST, REMOVE, type V3Operation } from '../../contracts/v3/pages.ts'
import { isUuid } from '../../helpers/text/uuid.ts'
import type { ContractFacts } from '../../language/facts/contract-facts.ts'
import {
  announcedLimit,
  headerOf,
  lastSegment,
  recordedJson,
  sentObject,
} from '../../language/facts/recorded.ts'
import type { DocumentedAnswer } from '../../language/facts/seen.ts'
import { FactSheet } from '../../language/facts/sheet.ts'
import { asObject } from '../../model/answer.ts'
import type { Requirement } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Observation } from '../../model/facts.ts'

const ENVELOPE = ['success', 'data', 'error', 'meta.request_id', 'meta.timestamp', 'meta.version']
const USER = 'id email name role status invited_at last_login_at created_at updated_at'.split(' ')
const REFUSAL = [...ENVELOPE, ...['code', 'message', 'details', 'doc_url'].map((name) => `error.${name}`)]

const inList = USER.map((name) => `data.users[].${name}`)
const alone = USER.map((name) => `data.${name}`)

function documented(operation: V3Operation, answers: Record<number, readonly string[]>): DocumentedAnswer[] {
  return Object.entries(answers).map(([status, members]) => ({ operation, status: Number(status), members }))
}

/** 401 is shown as an empty answer. */
const DOCUMENTED = [
  ...documented(LIST.operation, {
    200: [...ENVELOPE, ...inList],
    401: [],
    403: REFUSAL,
    404: REFUSAL,
    500: REFUSAL,
  }),
  ...documented(GET.operation, {
    200: [...ENVELOPE, ...alone],
    401: [],
    403: REFUSAL,
    404: REFUSAL,
    500: REFUSAL,
  }),
  ...documented(INVITE.operation, {
    201: [...ENVELOPE, ...alone],
    400: REFUSAL,
    401: [],
    403: REFUSAL,
    409: REFUSAL,
  }),
  ...documented(REMOVE.operation, {
    204: [],
    400: REFUSAL,
    401: [],
    403: REFUSAL,
    404: REFUSAL,
    500: REFUSAL,
  }),
]

/** Situations, in the order in which they are told. */
const ORDER = [
  'somebody is invited',
  'an address that is listed already is invited',
  'the same, simulated',
  'a removed address is invited',
  'an invitation is simulated',
  'somebody is removed',
  'a removal has no body',
  'a removal is simulated',
  'somebody is removed who is gone',
  'the id is no UUID',
  'x-profile-id is no UUID',
  'x-profile-id names a foreign profile',
  'x-profile-id names an unknown profile',
  'there is no key',
  'the key is unknown',
  'a caller with the billing role asks',
  'an announced rate limit',
]

/** What a limit of so few invitations a minute means for a run. */
const SCARCE_PER_MINUTE = 10
const SPARED = 'further forms of invitations and removals are tried with INVITATIONS=many alone'

/** Follows who is listed by what was answered, which is all that tells a first invitation from a second. */
class Observer {
  readonly sheet = new FactSheet()
  /** By scope and address: the id. */
  readonly #listed = new Map<string, string>()
  readonly #removed = new Set<string>()
  readonly #removedAddresses = new Set<string>()

  see(exchange: Exchange): void {
    const { operation, response, caller } = exchange
    if (response === undefined) return
    this.#refusals(exchange)
    this.#limits(exchange)
    if (caller.startsWith('billing')) this.#note(exchange, 'a caller with the billing role asks')
    if (caller !== 'admin') return
    if (operation === INVITE.operation) this.#invitation(exchange)
    if (operation === REMOVE.operation) this.#removal(exchange)
  }

  #note(exchange: Exchange, situation: string, more = ''): void {
    this.sheet.note(exchange, situation, answerText(exchange) + more)
  }

  #refusals(exchange: Exchange): void {
    const { operation, caller, purpose, request } = exchange
    const profile = request.headers['x-profile-id']
    const hasId = operation === GET.operation || operation === REMOVE.operation
    if (caller === 'nobody (no key)') this.#note(exchange, 'there is no key')
    else if (caller.startsWith('stranger')) this.#note(exchange, 'the key is unknown')
    else if (caller !== 'admin') return
    else if (profile !== undefined && !isUuid(profile)) this.#note(exchange, 'x-profile-id is no UUID')
    else if (purpose.includes('foreign profile')) this.#note(exchange, 'x-profile-id names a foreign profile')
    else if (purpose.includes('unknown profile'))
      this.#note(exchange, 'x-profile-id names an unknown profile')
    else if (hasId && !isUuid(lastSegment(exchange))) this.#note(exchange, 'the id is no UUID')
  }

  #invitation(exchange: Exchange): void {
    const sent = sentObject(exchange)
    const { email, sandbox } = sent ?? {}
    if (typeof email !== 'string') return
    const key = `${exchange.request.headers['x-profile-id']} ${email.toLowerCase()}`
    const isListed = this.#listed.has(key)
    if (sandbox === true) {
      if (isListed) this.#note(exchange, 'the same, simulated')
      else if (isSuccess(exchange)) this.#note(exchange, 'an invitation is simulated', sandboxText(exchange))
      return
    }
    if (isListed) this.#note(exchange, 'an address that is listed already is invited')
    else if (this.#removedAddresses.has(key)) this.#note(exchange, 'a removed address is invited')
    else if (isSuccess(exchange)) this.#note(exchange, 'somebody is invited')
    const id = asObject(asObject(recordedJson(exchange))?.data)?.id
    if (isSuccess(exchange) && typeof id === 'string') this.#listed.set(key, id)
  }

  #removal(exchange: Exchange): void {
    const id = lastSegment(exchange)
    const sent = sentObject(exchange)
    if (sent?.sandbox === true) {
      if (isSuccess(exchange)) this.#note(exchange, 'a removal is simulated', sandboxText(exchange))
      return
    }
    if (this.#removed.has(id)) this.#note(exchange, 'somebody is removed who is gone')
    const scope = `${exchange.request.headers['x-profile-id']} `
    const known = [...this.#listed].find(([key, listed]) => listed === id && key.startsWith(scope))
    if (known === undefined) return
    if (exchange.request.body === undefined) this.#note(exchange, 'a removal has no body')
    if (!isSuccess(exchange)) return
    this.#note(exchange, 'somebody is removed', bodyText(exchange))
    this.#listed.delete(known[0])
    this.#removed.add(id)
    this.#removedAddresses.add(known[0])
  }

  #limits(exchange: Exchange): void {
    const limit = announcedLimit(exchange)
    if (limit === undefined) return
    const isScarce = exchange.operation === INVITE.operation && Number(limit) <= SCARCE_PER_MINUTE
    this.sheet.note(exchange, 'an announced rate limit', isScarce ? `${limit}: ${SPARED}` : limit, isScarce)
  }
}

function isSuccess({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300
}

/** Status and, where it is one, the error code. */
function answerText(exchange: Exchange): string {
  const { status = 0, body } = exchange.response ?? {}
  if (isSuccess(exchange)) return `status ${status}`
  if (body?.bytes === 0) return `status ${status}, without a body`
  const code = asObject(asObject(recordedJson(exchange))?.error)?.code
  const isCode = typeof code === 'string' && /^[A-Z]{2,20}(_[A-Z]{2,20}){0,3}_\d{3}$/.test(code)
  return `status ${status}, ${isCode ? code : 'without a documented code'}`
}

function bodyText({ response }: Exchange): string {
  return response?.body.bytes === 0 ? ', without a body' : ', with a body'
}

function sandboxText(exchange: Exchange): string {
  const header = headerOf(exchange, 'x-sandbox')
  return header === undefined ? ', without X-Sandbox' : ', with X-Sandbox'
}

function observe(exchanges: readonly Exchange[]): Observation[] {
  const observer = new Observer()
  for (const exchange of exchanges) if (exchange.contract === 'v3') observer.see(exchange)
  return observer.sheet.observations(ORDER)
}

/** What keeps people apart or simulates has a profile of its own: it needs further keys and profiles. */
const isCore = ({ about }: Requirement): boolean =>
  about !== 'roles' && about !== 'scope' && about !== 'sandbox'
const reads = ({ operation }: Requirement): boolean => operation.startsWith('GET ')

const PROFILES: ContractFacts['profiles'] = {
  'v3-read': (one) => reads(one) && isCore(one),
  'v3-core': isCore,
  'v3-roles': ({ about }) => about === 'roles',
  'v3-profiles': ({ about }) => about === 'scope',
  'v3-sandbox': ({ about }) => about === 'sandbox',
  'v3-full': () => true,
}

export const V3_FACTS: ContractFacts = { documented: DOCUMENTED, observe, profiles: PROFILES }
