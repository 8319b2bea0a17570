/** Answers for tests, as the HTTP client would have handed them over. */

import { V1_READING } from '../../contracts/v1/inspection/reading.ts'
import { V3_READING } from '../../contracts/v3/inspection/reading.ts'
import { readAnswersOf } from '../../language/matchers/readers.ts'
import type { Answer } from '../../model/answer.ts'
import type { Operation } from '../../model/contract.ts'

readAnswersOf('v3', V3_READING)
readAnswersOf('v1', V1_READING)

/** What a test says of an answer; the rest is plain. */
export interface AnswerSketch {
  /** Id of its exchange; default `x1`. */
  id?: string
  operation?: Operation
  /** Default 200. */
  status?: number
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, instead of `body`. */
  text?: string
  receivedAt?: number
}

/** Builds an answer; without `body` and `text` it is empty. */
export function answerOf(sketch: AnswerSketch = {}): Answer {
  const { id = 'x1', operation = 'GET /v3/users', status = 200, body } = sketch
  const text = sketch.text ?? (body === undefined ? '' : JSON.stringify(body))
  const headers = sketch.headers ?? (text === '' ? {} : { 'content-type': 'application/json' })
  const receivedAt = sketch.receivedAt ?? Date.parse('2026-01-01T00:00:00Z')
  const [method = 'GET', path = ''] = operation.split(' ')
  return {
    exchange: {
      id,
      contract: path.startsWith('/v3') ? 'v3' : 'v1',
      operation,
      caller: 'admin',
      purpose: 'a test',
      request: { method, url: `http://target.example${path}`, headers: {} },
      response: {
        status,
        headers: Object.entries(headers),
        body: { text, bytes: Buffer.byteLength(text), sha256: '', truncated: false },
      },
      startedAt: new Date(receivedAt).toISOString(),
      durationMs: 1,
      attempts: 1,
      waitedMs: 0,
    },
    status,
    headers,
    empty: text === '',
    json: sketch.text === undefined ? body : parsed(sketch.text),
    receivedAt,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
