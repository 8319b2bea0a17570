/** The v3 envelope, its `meta`, and the headers that every answer carries. */
import { json, jsonBytes, type Reply } from '../kernel.ts'
import type { Arrival } from './behaviour.ts'
import { longListBytes } from './long-list.ts'
import type { Refusal } from './refusal.ts'
import type { Answer, JsonObject, V3User } from './types.ts'

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

/** What is shown of each stored user: those are replaced and never changed, so it stays the same. */
const shown = new WeakMap<V3User, JsonObject>()

export function renderUser(user: V3User): JsonObject {
  let known = shown.get(user)
  if (!known) {
    known = Object.freeze({ ...user })
    shown.set(user, known)
  }
  return known
}

export function renderList(users: JsonObject[]): JsonObject {
  return { users }
}

/** Puts an answer into bytes. */
export function toReply({ status, headers, body }: Answer): Reply {
  if (body === undefined) return { status, headers }
  const bytes = longListBytes(body)
  return bytes === undefined ? json(status, body, headers) : jsonBytes(status, bytes, headers)
}
