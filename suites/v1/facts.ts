/** What the v1 document shows, and what a target does where it leaves a choice. */

import { CREATE, DELETE, GET, LIST } from '../../contracts/v1/pages.ts'
import type { ContractFacts } from '../../language/facts/contract-facts.ts'
import {
  announcedLimit,
  lastSegment,
  queryOf,
  recordedJson,
  sentObject,
} from '../../language/facts/recorded.ts'
import type { DocumentedAnswer } from '../../language/facts/seen.ts'
import { FactSheet } from '../../language/facts/sheet.ts'
import { asObject } from '../../model/answer.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Observation } from '../../model/facts.ts'

const ERROR = ['error', 'message']
const CREATED = ['id', 'email', 'name', 'role', 'status', 'created_at']
const ENTRY = ['id', 'email', 'name', 'status', 'created_at'].map((name) => `data[].${name}`)

const DOCUMENTED: DocumentedAnswer[] = [
  { operation: LIST.operation, status: 200, members: [...ENTRY, 'meta.page', 'meta.limit', 'meta.total'] },
  { operation: CREATE.operation, status: 201, members: CREATED },
  { operation: CREATE.operation, status: 400, members: ERROR },
  { operation: CREATE.operation, status: 409, members: ERROR },
  { operation: GET.operation, status: 200, members: [...CREATED, 'last_login'] },
  { operation: GET.operation, status: 404, members: ERROR },
  { operation: DELETE.operation, status: 204, members: [] },
  { operation: DELETE.operation, status: 404, members: ERROR },
  { operation: DELETE.operation, status: 403, members: ERROR },
]

/** Flaws of a creation that the document does not settle, and how they are told. */
const FLAWS: Record<string, string> = {
  'name-missing': 'a creation has no name',
  'role-missing': 'a creation has no role',
  'role-unknown': 'a creation has an unknown role',
  'email-malformed': 'a creation has an address without @',
  'text-plain': 'a creation is sent as text/plain',
  'no-content-type': 'a creation is sent without Content-Type',
  'broken-json': 'a creation is no JSON',
}

const SPARED = 'further forms of requests are tried with INVITATIONS=many alone'

const STATUSES = ['active', 'inactive', 'pending']

/** Situations, in the order in which they are told. */
const ORDER = [
  'the limit where none is asked for',
  'a limit above 100',
  'a limit below 1',
  'a limit that is no integer',
  'a page below 1',
  'a page that is no integer',
  'a page past the end',
  'an unknown status is asked for',
  'a status in capitals is asked for',
  'an unknown parameter',
  'entries of the list have a role',
  'an address that is taken is created',
  ...Object.values(FLAWS),
  'last_login of a pending user',
  'there is no token',
  'an announced rate limit',
]

function observe(exchanges: readonly Exchange[]): Observation[] {
  const sheet = new FactSheet()
  // Addresses by the ids of those who have them.
  const taken = new Map<string, string>()
  for (const exchange of exchanges) {
    if (exchange.contract !== 'v1' || exchange.response === undefined) continue
    const { caller, operation } = exchange
    limit(sheet, exchange)
    if (caller === 'nobody (no token)') sheet.note(exchange, 'there is no token', answerText(exchange))
    if (caller !== 'manager') continue
    if (operation === LIST.operation) list(sheet, exchange)
    if (operation === CREATE.operation) creation(sheet, exchange, taken)
    if (operation === GET.operation) user(sheet, exchange)
    if (operation === DELETE.operation && exchange.response.status === 204)
      taken.delete(lastSegment(exchange))
  }
  return sheet.observations(ORDER)
}

/** Only what is looked at before anything rarer is asked for makes a run sparing: lists and creations. */
function limit(sheet: FactSheet, exchange: Exchange): void {
  const text = announcedLimit(exchange)
  if (text === undefined) return
  const isSparing = exchange.operation === LIST.operation || exchange.operation === CREATE.operation
  sheet.note(exchange, 'an announced rate limit', isSparing ? `${text}: ${SPARED}` : text, isSparing)
}

function list(sheet: FactSheet, exchange: Exchange): void {
  const query = queryOf(exchange)
  const [page, limit, status] = [query.get('page'), query.get('limit'), query.get('status')]
  const unknown = [...query.keys()].some((name) => !['page', 'limit', 'status'].includes(name))
  const { data, meta } = asObject(recordedJson(exchange)) ?? {}
  const served = asObject(meta)?.limit
  const note = (situation: string): void => {
    const shown = typeof served === 'number' ? `, limit ${served}` : ''
    sheet.note(exchange, situation, answerText(exchange) + shown)
  }
  if (limit === null && typeof served === 'number')
    sheet.note(exchange, 'the limit where none is asked for', String(served))
  if (unknown) note('an unknown parameter')
  else if (limit !== null && !isInteger(limit)) note('a limit that is no integer')
  else if (limit !== null && Number(limit) > 100) note('a limit above 100')
  else if (limit !== null && Number(limit) < 1) note('a limit below 1')
  else if (page !== null && !isInteger(page)) note('a page that is no integer')
  else if (page !== null && Number(page) < 1) note('a page below 1')
  else if (page !== null && Number(page) > 1_000_000) note('a page past the end')
  else if (status !== null && STATUSES.includes(status.toLowerCase()) && !STATUSES.includes(status))
    note('a status in capitals is asked for')
  else if (status !== null && !STATUSES.includes(status)) note('an unknown status is asked for')
  const [first] = Array.isArray(data) ? data : []
  const entry = asObject(first)
  if (entry !== undefined)
    sheet.note(exchange, 'entries of the list have a role', 'role' in entry ? 'yes' : 'no')
}

function creation(sheet: FactSheet, exchange: Exchange, taken: Map<string, string>): void {
  const flaw = FLAWS[/^creation with flaw: ([\w-]+)$/.exec(exchange.purpose)?.[1] ?? '']
  const email = sentObject(exchange)?.email
  const address = typeof email === 'string' ? email.toLowerCase() : undefined
  if (flaw !== undefined) sheet.note(exchange, flaw, answerText(exchange))
  else if (address !== undefined && [...taken.values()].includes(address))
    sheet.note(exchange, 'an address that is taken is created', answerText(exchange))
  const id = asObject(recordedJson(exchange))?.id
  if (address !== undefined && exchange.response?.status === 201) taken.set(String(id), address)
}

function user(sheet: FactSheet, exchange: Exchange): void {
  const body = asObject(recordedJson(exchange))
  if (body?.status !== 'pending') return
  const shown = !('last_login' in body) ? 'absent' : body.last_login === null ? 'null' : 'a value'
  sheet.note(exchange, 'last_login of a pending user', shown)
}

/** One number in digits. */
function isInteger(text: string): boolean {
  return /^-?\d+$/.test(text)
}

/** Status and, where it is one that the document shows, the error word. */
function answerText(exchange: Exchange): string {
  const { status = 0, body } = exchange.response ?? {}
  if (status < 400) return `status ${status}`
  if (body?.bytes === 0) return `status ${status}, without a body`
  const word = asObject(recordedJson(exchange))?.error
  const isWord = typeof word === 'string' && /^[a-z]{2,20}(_[a-z]{2,20}){0,3}$/.test(word)
  return `status ${status}, ${isWord ? word : 'without an error word'}`
}

export const V1_FACTS: ContractFacts = { documented: DOCUMENTED, observe, profiles: { v1: () => true } }
