/** Stands between a run and an honest target, and spoils some of what goes through. */
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { connect, createServer as createTcp } from 'node:net'
import { type HostileTarget, listening } from './servers.ts'

/** What came back from the target behind. */
export interface Passing {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

/** How an answer gets lost: the connection is reset, nothing comes, or half of the body. */
export type Lost = 'reset' | 'silence' | 'cut'

/** Resets every `every`th connection when its first request arrives, before the target behind hears of it. */
export function resettingConnections(url: string, every: number): Promise<HostileTarget> {
  const { hostname, port } = new URL(url)
  let count = 0
  return listening(
    createTcp((socket) => {
      count++
      if (count % every === 0) {
        socket.once('data', () => socket.resetAndDestroy())
        return
      }
      const behind = connect(Number(port), hostname)
      behind.on('error', () => socket.destroy())
      socket.on('error', () => behind.destroy())
      socket.pipe(behind).pipe(socket)
    }),
  )
}

/**
 * Passes requests on and lets `spoil` decide what becomes of each answer.
 * @param spoil gives back the answer, changed or not, or how it is to get lost
 */
export function spoiling(
  url: string,
  spoil: (
    request: IncomingMessage,
    answer: Passing,
    count: number,
    body: string,
  ) => Passing | Lost | Promise<Passing | Lost>,
): Promise<HostileTarget> {
  let count = 0
  return listening(
    createServer(async (request, response) => {
      const body = await wholeOf(request)
      const answer = await passedOn(url, request, body)
      count++
      const spoilt = await spoil(request, answer, count, body.toString())
      if (spoilt === 'reset') request.socket.resetAndDestroy()
      else if (spoilt === 'cut') cut(response, answer)
      else if (spoilt !== 'silence') write(response, spoilt)
    }),
  )
}

/** What the target behind answers to a request. */
export async function passedOn(url: string, request: IncomingMessage, read?: Buffer): Promise<Passing> {
  const body = read ?? (await wholeOf(request))
  return new Promise((resolve, reject) => {
    const { method, headers } = request
    const { host: _host, ...others } = headers
    const behind = send(new URL(request.url ?? '/', url), { ...(method ? { method } : {}), headers: others })
    behind.on('error', reject)
    behind.on('response', async (answer) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await wholeOf(answer) })
    })
    behind.end(body)
  })
}

async function wholeOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Announces the whole body, and ends the connection in the middle of it. */
function cut(response: ServerResponse, { status, headers, body }: Passing): void {
  const { connection: _connection, ...others } = headers
  response.writeHead(status, { ...others, 'content-length': String(body.length + 1) })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}

function write(response: ServerResponse, { status, headers, body }: Passing): void {
  const { 'content-length': _length, connection: _connection, ...others } = headers
  response.writeHead(status, others)
  response.end(status === 204 ? undefined : body)
}
