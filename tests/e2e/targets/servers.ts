/** Targets that misbehave on the wire; each listens on a free port of the loopback interface. */

import { readFileSync } from 'node:fs'
import { createServer as createHttp, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { gzipSync } from 'node:zlib'

/** A target that listens. */
export interface HostileTarget {
  url: string
  close(): Promise<void>
}

type Start = () => Promise<HostileTarget>

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

/** Listens, remembers every connection, and drops them all at the end. */
export async function listening(server: Server, scheme = 'http'): Promise<HostileTarget> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    // A client that goes away in the middle is what these targets are for.
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Answers every request by writing to its connection as `speak` likes. */
export function raw(speak: (socket: Socket) => void): Start {
  return () =>
    listening(
      createTcp((socket) => {
        socket.on('data', () => speak(socket))
      }),
    )
}

/** An HTTP server with this one answer to everything. */
export function http(listener: RequestListener): Start {
  return () => listening(createHttp({ maxHeaderSize: 64_000 }, listener))
}

/** The same answer for every request. */
export function always(status: number, headers: Record<string, string>, body: string | Buffer = ''): Start {
  return http((_request, response) => response.writeHead(status, headers).end(body))
}

/** Serves TLS with one of the certificates of the tests. */
export function tls(
  name: 'expired' | 'other' | 'good',
  listener: RequestListener,
  options: TlsOptions = {},
): Start {
  const file = (kind: string): Buffer =>
    readFileSync(new URL(`../certificates/${name}.${kind}`, import.meta.url))
  return () => listening(createHttps({ ...options, cert: file('pem'), key: file('key') }, listener), 'https')
}

/** Announces a long body and sends one byte of it every so often. */
export const trickle: Start = http((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
  const timer = setInterval(() => response.write(' '), 100)
  response.on('close', () => clearInterval(timer))
})

/** Sends a body that never ends, as fast as it is read. */
export const endless: Start = http((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const chunk = Buffer.alloc(65_536, 0x20)
  const fill = (stream: ServerResponse): void => {
    while (!stream.destroyed && stream.write(chunk));
  }
  response.on('drain', () => fill(response))
  fill(response)
})

/** A thousandth of so many bytes, which becomes all of them. */
export function bombOf(bytes: number): Buffer {
  return gzipSync(Buffer.alloc(bytes, 0x20))
}

export function bomb(bytes = 100_000_000): Start {
  const body = bombOf(bytes)
  return always(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body)
}

/** What raw targets say. */
export const SPEECH = {
  nothing: () => undefined,
  headersOnly: (socket: Socket) => socket.write(`${HEAD}content-length: 100\r\n\r\n`),
  truncated: (socket: Socket) => socket.end(`${HEAD}content-length: 1000\r\n\r\n{"success":`),
  tooLong: (socket: Socket) => socket.end(`${HEAD}content-length: 2\r\n\r\n{}{"success":true}`),
  reset: (socket: Socket) => {
    socket.write(`${HEAD}content-length: 1000\r\n\r\n{"success":`, () => socket.resetAndDestroy())
  },
  closed: (socket: Socket) => socket.destroy(),
  hugeHeaders: (socket: Socket) =>
    socket.end(`${HEAD}x-huge: ${'a'.repeat(1_000_000)}\r\ncontent-length: 2\r\n\r\n{}`),
  noHttp: (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
}
