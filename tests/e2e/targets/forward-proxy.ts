/** A proxy as companies have them: tunnels for HTTPS, forwarding for plain HTTP; every host is the same target. */
import { createServer, request as send } from 'node:http'
import { connect, type Socket } from 'node:net'
import { type HostileTarget, listening } from './servers.ts'

export interface ForwardProxy extends HostileTarget {
  /** What was asked for: `CONNECT host:port`, or `GET http://host/path` without the path. */
  asked: Set<string>
  /** The `Proxy-Authorization` that came along. */
  authorizations: Set<string | undefined>
}

/**
 * @param targetUrl where everything ends up, whatever host was asked for
 * @param refuse status with which tunnels are refused
 */
export async function forwardProxy(targetUrl: string, refuse?: number): Promise<ForwardProxy> {
  const { hostname, port } = new URL(targetUrl)
  const asked = new Set<string>()
  const authorizations: ForwardProxy['authorizations'] = new Set()
  const server = createServer((request, response) => {
    const { origin, pathname, search } = new URL(request.url ?? '')
    asked.add(`forward ${origin}`)
    authorizations.add(request.headers['proxy-authorization'])
    const { method = 'GET', headers } = request
    const behind = send({ hostname, port, path: pathname + search, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    behind.on('error', () => response.destroy())
    request.pipe(behind)
  })
  server.on('connect', (request, socket: Socket) => {
    asked.add(`tunnel ${request.url}`)
    authorizations.add(request.headers['proxy-authorization'])
    if (refuse !== undefined) return socket.end(`HTTP/1.1 ${refuse} No\r\n\r\n`)
    const behind = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(behind).pipe(socket)
    })
    behind.on('error', () => socket.destroy())
    socket.on('error', () => behind.destroy())
    socket.on('close', () => behind.destroy())
  })
  return { ...(await listening(server)), asked, authorizations }
}
