/** A small users API of either contract, honest but for what it is told to do with ids and addresses. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is unusual about a target. */
export interface Oddities {
  /** The id of the n-th user. */
  idOf?: (nth: number) => unknown
  /** Whether the answer to a creation leaves the id out. */
  hidesId?: boolean
  /** What the target makes of an address. */
  stores?: (email: string) => string
  /** Whether it creates somebody for requests that it ought to refuse. */
  takesAnything?: boolean
  /** Somebody else who appears together with the first user that is created. */
  companion?: (user: { email: string; name: string }) => Partial<Person> & { email: string; name: string }
  /** Whether every creation answers the id of a colleague whom no list shows, and reads by that id repeat it. */
  lendsId?: boolean
}

/** A target that was started, and whom it has. */
export interface Small {
  url: string
  people(): Person[]
  close(): Promise<void>
}

/** Somebody whom the target has. */
export interface Person {
  id: unknown
  email: string
  name: string
  role: string
  status: string
  [member: string]: unknown
}

export const KEY = 'a-key-that-is-known-to-the-small-target'
const NOW = '2026-03-11T21:50:49.000+00:00'

/** Starts the target with one active admin. */
export async function startSmall(contract: 'v3' | 'v1', oddities: Oddities = {}): Promise<Small> {
  const {
    idOf = () => randomUUID(),
    hidesId = false,
    stores = (email) => email,
    takesAnything = false,
    companion,
    lendsId = false,
  } = oddities
  const people: Person[] = []
  let made = 0
  const add = (email: string, name: string, role: string, status: string): Person => {
    const times = { invited_at: NOW, created_at: NOW, updated_at: NOW, last_login_at: null }
    const person: Person = { id: idOf(++made), email, name, role, status, ...times }
    people.push(person)
    return person
  }
  add('owner@acme.example', 'Olga Owner', 'admin', 'active')
  const colleague = lendsId ? add('colleague@acme.example', 'Cora Colleague', 'admin', 'active') : undefined
  let latest: Person | undefined
  const envelope = (status: number, data: unknown, error: unknown = null) => ({
    status,
    body: {
      success: error === null,
      data,
      error,
      meta: { request_id: `req_${randomUUID()}`, timestamp: new Date().toISOString(), version: 'v3' },
    },
  })
  const refusal = (status: number, code: string) =>
    contract === 'v3'
      ? envelope(status, null, { code, message: 'No.', details: null, doc_url: null })
      : { status, body: { error: code, message: 'No.' } }
  const answer = (request: IncomingMessage, text: string): { status: number; body?: unknown } => {
    const url = new URL(request.url ?? '/', 'http://small')
    const base = contract === 'v3' ? '/v3/users' : '/api/v1/users'
    const known =
      contract === 'v3'
        ? request.headers['x-api-key'] === KEY
        : request.headers.authorization === `Bearer ${KEY}`
    if (!known) return refusal(401, contract === 'v3' ? 'AUTH_001' : 'unauthorized')
    if (request.headers['x-profile-id'] !== undefined) return refusal(404, 'RESOURCE_005')
    const id = url.pathname === base ? undefined : decoded(url.pathname.slice(base.length + 1))
    const index = people.findIndex((person) => String(person.id) === id)
    const found = people[index]
    const notFound = refusal(404, contract === 'v3' ? 'RESOURCE_006' : 'not_found')
    if (request.method === 'GET' && id !== undefined) {
      if (found === undefined) return notFound
      const shown = found === colleague ? { ...found, ...latest, id: found.id } : found
      return contract === 'v3' ? envelope(200, shown) : { status: 200, body: shown }
    }
    const listed = people.filter((person) => person !== colleague)
    if (request.method === 'GET') {
      if (contract === 'v3') return envelope(200, { users: listed })
      const status = url.searchParams.get('status')
      const [page, limit] = [
        Number(url.searchParams.get('page') ?? 1),
        Number(url.searchParams.get('limit') ?? 20),
      ]
      if (!(Number.isInteger(page) && page > 0 && Number.isInteger(limit) && limit > 0 && limit <= 100))
        return refusal(400, 'validation_error')
      const all = listed.filter((person) => status === null || person.status === status)
      const data = all.slice((page - 1) * limit, page * limit)
      return { status: 200, body: { data, meta: { page, limit, total: all.length } } }
    }
    if (request.method === 'DELETE') {
      if (found === undefined) return notFound
      if (contract === 'v3' && found.role === 'admin') return refusal(400, 'VALIDATION_001')
      if (!/"sandbox":\s*true/.test(text)) people.splice(index, 1)
      return { status: 204 }
    }
    const body = parsed(text)
    const invalid = refusal(400, contract === 'v3' ? 'VALIDATION_001' : 'validation_error')
    const { email, name, role } = body
    const roles = contract === 'v3' ? ['admin', 'billing', 'developer'] : ['member', 'admin']
    const sound = typeof email === 'string' && /^\S+@\S+\.\S+$/.test(email) && typeof name === 'string'
    if (!takesAnything && (!sound || !roles.includes(String(role)))) return invalid
    if (people.some((person) => person.email === stores(String(email)))) {
      return refusal(409, contract === 'v3' ? 'RESOURCE_007' : 'conflict')
    }
    const pending = contract === 'v3' ? 'invited' : 'pending'
    if (body.sandbox === true) {
      const sample = { ...people[0], id: randomUUID(), email, name, role, status: pending }
      return envelope(200, sample)
    }
    const person = add(stores(String(email)), String(name), String(role), pending)
    if (latest === undefined && companion) {
      const { email: other, name: called, ...members } = companion(person)
      Object.assign(add(other, called, String(role), pending), members)
    }
    latest = person
    const { id: _, ...rest } = person
    const shown = hidesId ? rest : { ...person, ...(colleague && { id: colleague.id }) }
    return contract === 'v3' ? envelope(201, shown) : { status: 201, body: shown }
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const { status, body } = answer(request, Buffer.concat(chunks).toString())
      response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    people: () => [...people],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** A part of a path; what cannot be decoded is nobody's id as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
