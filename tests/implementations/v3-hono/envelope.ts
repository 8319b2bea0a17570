/** The envelope of every answer with a body, and the refusals. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A refusal, thrown by whoever sees the reason. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly details: Record<string, string[]> | null

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    details: Record<string, string[]> | null = null,
  ) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

/** A success with data. */
export function success(c: Context, data: unknown, status: ContentfulStatusCode = 200): Response {
  return c.json({ success: true, data, error: null, meta: meta() }, status)
}

/** A refusal in the envelope. */
export function failure(c: Context, { status, code, message, details }: ApiError): Response {
  const error = { code, message, details, doc_url: `https://docs.sent.dm/errors/${code}` }
  return c.json({ success: false, data: null, error, meta: meta() }, status)
}

function meta() {
  return {
    request_id: `req_${randomBytes(6).toString('base64url')}`,
    timestamp: new Date().toISOString(),
    version: 'v3',
  }
}
