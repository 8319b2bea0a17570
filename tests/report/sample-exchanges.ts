/** Exchanges as a run records them, for reports that tests and screenshots show. */
import { createHash } from 'node:crypto'
import type { Requirement } from '../../model/contract.ts'
import type { Exchange, RecordedBody } from '../../model/exchange.ts'

export const BASE_URL = 'https://staging.example.com'

/** A body in the form in which evidence keeps it. */
export function recorded(text: string, maxChars = 20_000): RecordedBody {
  const data = Buffer.from(text)
  return {
    text: text.slice(0, maxChars),
    bytes: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
    truncated: text.length > maxChars,
  }
}

const PURPOSES: Record<string, string> = {
  GET: "read back the run's own user",
  POST: 'ask for a user',
  DELETE: 'remove a user',
}

const ID = '650e8400-e29b-41d4-a716-446655440000'

const person = (contract: 'v3' | 'v1', id: string, name: string) =>
  contract === 'v3'
    ? {
        id,
        email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
        name,
        role: 'developer',
        status: 'invited',
        invited_at: '2026-03-11T09:00:00.000000+00:00',
        last_login_at: null,
        created_at: '2026-03-11T09:00:00.000004+00:00',
        updated_at: '2026-03-11T09:00:00.000004+00:00',
      }
    : {
        id,
        email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
        name,
        role: 'member',
        status: 'pending',
        created_at: '2026-03-11T09:00:00Z',
      }

const meta = { request_id: 'req_7X9zKp2jDw', timestamp: '2026-03-11T09:00:01.123456+00:00', version: 'v3' }

function answerFor(requirement: Requirement): { status: number; body: unknown } {
  const { contract, id, operation } = requirement
  if (/unknown-user|removed-not-found|second-|gone/.test(id)) {
    return contract === 'v3'
      ? { status: 404, body: refusal('RESOURCE_006', 'No such user') }
      : { status: 404, body: { error: 'not_found', message: 'No such user' } }
  }
  if (/requires-(key|token)|unknown-key/.test(id)) return { status: 401, body: undefined }
  if (/refused|rejected|forbidden|requires-admin/.test(id)) {
    return contract === 'v3'
      ? { status: 403, body: refusal('AUTH_004', 'Admin access is needed') }
      : { status: 403, body: { error: 'forbidden', message: 'You may not delete this user' } }
  }
  if (operation.startsWith('DELETE')) return { status: 204, body: undefined }
  if (contract === 'v1') {
    const people = [person('v1', 'usr_123abc', 'Mary Major'), person('v1', 'usr_456def', 'Jane Roe')]
    if (operation === 'GET /api/v1/users') {
      return { status: 200, body: { data: people, meta: { page: 1, limit: 20, total: 2 } } }
    }
    return { status: operation.startsWith('POST') ? 201 : 200, body: people[0] }
  }
  const people = [person('v3', ID, 'Mary Major'), person('v3', ID.replace('650e', '7b1f'), 'Jane Roe')]
  const data = operation === 'GET /v3/users' ? { users: people } : people[0]
  return {
    status: operation.startsWith('POST') ? 201 : 200,
    body: { success: true, data, error: null, meta },
  }
}

function refusal(code: string, message: string): unknown {
  return { success: false, data: null, error: { code, message, details: null, doc_url: null }, meta }
}

/** The exchange on which a sample requirement's verdict rests. */
export function exchangeFor(requirement: Requirement, id: string): Exchange {
  const { contract, operation } = requirement
  const [method = 'GET', path = '/'] = operation.split(' ')
  const { status, body } = answerFor(requirement)
  const text = body === undefined ? '' : JSON.stringify(body)
  const noKey = /requires-(key|token)/.test(requirement.id)
  const headers: Record<string, string> = {}
  if (contract === 'v3' && !noKey) headers['x-api-key'] = '$API_KEY'
  if (contract === 'v1' && !noKey) headers.authorization = 'Bearer $ACCESS_TOKEN'
  if (method !== 'GET' && contract === 'v3') headers['content-type'] = 'application/json'
  const requestBody =
    method === 'POST'
      ? '{"email":"run-k3f9-01@example.com","name":"Conformance Probe","role":"developer"}'
      : '{"sandbox":false}'
  return {
    id,
    contract,
    operation,
    caller: noKey ? 'nobody' : 'admin',
    purpose: PURPOSES[method] ?? 'a request',
    request: {
      method,
      url: BASE_URL + path.replace(/\{\w+\}/, contract === 'v3' ? ID : 'usr_123abc'),
      headers,
      ...(method === 'GET' || contract === 'v1' ? {} : { body: requestBody }),
    },
    response: {
      status,
      headers: [
        ...(text === '' ? [] : [['content-type', 'application/json; charset=utf-8'] as [string, string]]),
        ['x-request-id', 'req_7X9zKp2jDw'],
        ['x-ratelimit-remaining', '187'],
      ],
      body: recorded(text),
    },
    startedAt: '2026-03-11T09:00:01.000Z',
    durationMs: 23,
    attempts: 1,
    waitedMs: 0,
  }
}
