/** What the embedded server and the contracts it serves agree on: a call, a reply, and who answers. */

/** One request as a contract sees it. */
export interface Call {
  method: string
  /** Raw path without the server's prefix and without the query; decoding a segment is up to the handler. */
  path: string
  query: URLSearchParams
  /** Names in lower case; repeated headers are joined by `, `. */
  headers: Record<string, string>
  /** Empty when the request had no body. */
  body: Buffer
}

/** What goes back. Without `body` not a single byte is sent. */
export interface Reply {
  status: number
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Answers a call of one contract, or gives undefined when the path is not its own. */
export type Handler = (call: Call) => Reply | undefined | Promise<Reply | undefined>

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** A reply whose body is `value` as JSON, labelled as such unless `headers` say otherwise. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return jsonBytes(status, JSON.stringify(value), headers)
}

/** The same for what is JSON already. */
export function jsonBytes(
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Reply {
  return { status, headers: { ...JSON_TYPE, ...headers }, body }
}
