/** The embedded HTTP server: turns requests into calls, asks the handlers in turn, writes the reply. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Call, type Handler, json, type Reply } from './kernel.ts'

/** The most a request body may weigh, in bytes. */
const BODY_LIMIT = 1024 * 1024

/** Where a server listens and how its connections behave. */
export interface ServerOptions {
  /** Default `127.0.0.1`. */
  host?: string
  /** Default 0: any free port. */
  port?: number
  /** Path in front of every operation, e.g. `/staging/api`. */
  pathPrefix?: string
  /** Milliseconds that every answer is held back. */
  delayMs?: number
  /** Gzips bodies for clients that accept it. */
  compress?: boolean
  /** Closes the connection after every answer. */
  closeConnections?: boolean
}

/** A server that listens. */
export interface RunningServer {
  /** Base URL, prefix included, without a slash at the end. */
  url: string
  /** Stops listening and drops every open connection. */
  close(): Promise<void>
}

/** Starts a server that answers with the first handler that knows the path; 404 when none does. */
export async function startServer(handlers: Handler[], options: ServerOptions = {}): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1'
  const prefix = normalPrefix(options.pathPrefix)
  const server = createServer((request, response) => {
    serve(request, response, handlers, options, prefix).catch(() => response.destroy())
  })
  // Longer than any client keeps an idle connection, so that a reused connection is never half closed.
  server.keepAliveTimeout = 120_000
  server.headersTimeout = 125_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: Handler[],
  options: ServerOptions,
  prefix: string,
): Promise<void> {
  const body = await readBody(request)
  if (options.delayMs) await sleep(options.delayMs)
  if (response.destroyed) return
  const reply = body === 'too large' ? tooLarge() : await answer(toCall(request, body, prefix), handlers)
  send(request, response, reply, {
    ...options,
    closeConnections: options.closeConnections || body === 'too large',
  })
}

/** What the first handler that knows the path replies; 404 when none does, 500 where one fails. */
export async function answer(call: Call | undefined, handlers: Handler[]): Promise<Reply> {
  if (call) {
    try {
      for (const handler of handlers) {
        const reply = await handler(call)
        if (reply) return reply
      }
    } catch {
      return json(500, { error: 'internal_error', message: 'The reference implementation failed.' })
    }
  }
  return json(404, { error: 'not_found', message: 'Nothing is served at this path.' })
}

function toCall(request: IncomingMessage, body: Buffer, prefix: string): Call | undefined {
  const target = request.url ?? '/'
  const cut = target.indexOf('?')
  const path = cut < 0 ? target : target.slice(0, cut)
  if (prefix && path !== prefix && !path.startsWith(`${prefix}/`)) return undefined
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method: request.method ?? 'GET',
    path: path.slice(prefix.length) || '/',
    query: new URLSearchParams(cut < 0 ? '' : target.slice(cut + 1)),
    headers,
    body,
  }
}

/** Reads to the end even when too much arrives, so that the refusal can still be delivered. */
async function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > 8 * BODY_LIMIT) return 'too large'
    if (size <= BODY_LIMIT) chunks.push(chunk as Buffer)
  }
  return size > BODY_LIMIT ? 'too large' : Buffer.concat(chunks)
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  { compress, closeConnections }: ServerOptions,
): void {
  const headers: Record<string, string> = { ...reply.headers }
  let body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body
  if (compress && body?.length && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    body = gzipSync(body)
    headers['content-encoding'] = 'gzip'
    headers.vary = 'accept-encoding'
  }
  if (closeConnections) headers.connection = 'close'
  const bodiless = reply.status === 204 || reply.status === 304 || request.method === 'HEAD'
  if (!bodiless) headers['content-length'] = String(body?.length ?? 0)
  response.writeHead(reply.status, headers)
  response.end(bodiless ? undefined : body)
}

function tooLarge(): Reply {
  return json(413, { error: 'too_large', message: 'The request body is too large.' })
}

function normalPrefix(prefix = ''): string {
  const trimmed = prefix.replace(/^\/+|\/+$/g, '')
  return trimmed && `/${trimmed}`
}
