/** Makes a target inside this process of what vendors have: a function like `fetch`, or a listener of Node's `http`. */
import { createServer, type IncomingMessage, type RequestListener, request as sendRequest } from 'node:http'
import { duplexPair } from 'node:stream'
import { collect } from './body.ts'
import type { CarriedAnswer, CarriedRequest, Handler } from './in-process.ts'

/** Answers a request as `fetch` would, e.g. `app.fetch` of a framework that speaks Web standards. */
export type FetchLike = (request: Request) => Response | Promise<Response>

/** A target that is a function like `fetch`. */
export function handlerOfFetch(fetchLike: FetchLike): Handler {
  return async ({ method, url, headers, body }, signal) => {
    const response = await fetchLike(new Request(url, { method, headers, body, signal }))
    const received = new Uint8Array(await response.arrayBuffer())
    // An answer that came over a network is decoded already, whatever its headers still say.
    const isDecoded = response.url !== ''
    const sent = [...response.headers].filter(
      ([name]) => !(isDecoded && (name === 'content-encoding' || name === 'content-length')),
    )
    return { status: response.status, headers: sent, body: received }
  }
}

/**
 * A target that is a listener for requests, as `http.createServer` takes it and as the applications of most frameworks
 * are. It speaks HTTP with a pair of streams; no port is opened.
 * @param maxBytes longest body that is taken, in bytes
 */
export function handlerOfListener(listener: RequestListener, maxBytes: number): Handler {
  const server = createServer(listener)
  return (request, signal) =>
    new Promise<CarriedAnswer>((resolve, reject) => {
      const [near, far] = duplexPair()
      server.emit('connection', far)
      const outgoing = sendRequest(optionsOf(request, near, signal), (message) => {
        answerOf(message, maxBytes).then(resolve, reject)
      })
      outgoing.once('error', reject)
      outgoing.end(request.body ?? undefined)
    })
}

function optionsOf(
  { method, url, headers, body }: CarriedRequest,
  stream: ReturnType<typeof duplexPair>[0],
  signal: AbortSignal,
) {
  const { hostname, port, pathname, search } = new URL(url)
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return {
    method,
    hostname,
    port,
    path: pathname + search,
    headers: { ...length, ...headers, connection: 'close' },
    signal,
    createConnection: () => stream,
  }
}

async function answerOf(message: IncomingMessage, maxBytes: number): Promise<CarriedAnswer> {
  const headers: [string, string][] = []
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.push([message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? ''])
  }
  return { status: message.statusCode ?? 0, headers, body: await collect(message, maxBytes) }
}
