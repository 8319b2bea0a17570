/** The reference asked directly, in the same thread and without a port: as fast as it can answer. */
import type { Handler } from './kernel.ts'
import { answer } from './server.ts'

/** A request as a client sends it. */
export interface DirectRequest {
  method: string
  url: string
  /** Names in any letter case. */
  headers: Record<string, string>
  /** Null where it has none. */
  body: string | null
}

/** What comes back, as a client receives it: with what a server adds itself. */
export interface DirectAnswer {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
}

/** Asks handlers in turn, as the server does. */
export type Ask = (request: DirectRequest) => Promise<DirectAnswer>

/** Makes the handlers answer directly. */
export function askDirectly(handlers: Handler[]): Ask {
  return async ({ method, url, headers, body }) => {
    const { pathname, search } = new URL(url)
    const reply = await answer(
      {
        method,
        path: pathname,
        query: new URLSearchParams(search),
        headers: sentHeaders(headers, body),
        body: Buffer.from(body ?? ''),
      },
      handlers,
    )
    const isBodiless = reply.status === 204 || reply.status === 304 || method === 'HEAD'
    const content = isBodiless ? Buffer.alloc(0) : Buffer.from(reply.body ?? '')
    const received: DirectAnswer['headers'] = [
      ['date', new Date().toUTCString()],
      ...Object.entries(reply.headers ?? {}),
    ]
    if (!isBodiless) received.push(['content-length', String(content.length)])
    return { status: reply.status, headers: received, body: content }
  }
}

/** As they arrive: in lower case, values without blanks around them, and with the length of the body. */
function sentHeaders(headers: Record<string, string>, body: string | null): Record<string, string> {
  const arrived: Record<string, string> = { host: 'localhost' }
  for (const [name, value] of Object.entries(headers)) arrived[name.toLowerCase()] = value.trim()
  if (body !== null) arrived['content-length'] = String(Buffer.byteLength(body))
  return arrived
}
