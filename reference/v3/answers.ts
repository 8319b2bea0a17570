/** The v3 envelope, its `meta`, and the headers that every answer carries. */
import { json, type Reply } from '../kernel.ts'
import type { Refusal } from './refusal.ts'
import type { Answer, Arrival, JsonObject, V3User } from './types.ts'

export function succeeded(status: number, data: JsonObject, a: Arrival): Answer {
  return { status, headers: {}, body: { success: true, data, error: null, meta: meta(a) } }
}

export function refused(refusal: Refusal, a: Arrival): Answer {
  const { status, code, message, details, headers } = refusal
  const doc_url = `https://docs.sent.dm/errors/${code}`
  return {
    status,
    headers,
    body: { success: false, data: null, error: { code, message, details, doc_url }, meta: meta(a) },
  }
}

export function meta(a: Arrival): JsonObject {
  return { request_id: a.requestId, timestamp: a.world.clock.now(), version: 'v3' }
}

export function renderUser(user: V3User): JsonObject {
  return { ...user }
}

export function renderList(users: JsonObject[]): JsonObject {
  return { users }
}

/** Puts an answer into bytes. */
export function toReply({ status, headers, body }: Answer): Reply {
  return body === undefined ? { status, headers } : json(status, body, headers)
}
