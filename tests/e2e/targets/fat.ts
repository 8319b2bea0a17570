/** Targets whose answers take up memory: whole bodies, or an additional member in honest ones. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { passedOn } from './proxy.ts'
import { type HostileTarget, listening } from './servers.ts'

const MB = 1024 * 1024

/** Less than the usual MAX_BODY_BYTES by what stands around it. */
const FULL = 64 * MB - 65_536

/** Pieces of JSON that together are about `length` bytes long. */
export type Filler = (length: number) => Iterable<string | Buffer>

function repeated(unit: string, length: number): Iterable<string | Buffer> {
  const piece = Buffer.from(unit.repeat(Math.max(1, Math.floor(MB / unit.length))))
  return Array.from({ length: Math.floor(length / piece.length) }, () => piece)
}

/** Values of every shape that grows when it is parsed. */
export const FILLERS = {
  text: (length) => ['"', ...repeated('x', length), '"'],
  nested: (length) => ['[', ...repeated(`${'['.repeat(500)}${']'.repeat(500)},`, length), '1]'],
  objects: (length) => ['[', ...repeated('{"a":[]},', length), '1]'],
  names: (length) => {
    let text = '{"k":1'
    for (let index = 0; text.length < length; index++) text += `,"${index.toString(36)}":1`
    return [`${text}}`]
  },
} satisfies Record<string, Filler>

/** Every honest answer that is an object gets a further member that fills it up. */
export function padded(url: string, filler: Filler, length = FULL): Promise<HostileTarget> {
  return serving(url, (answer, response) => {
    const text = answer.body.toString()
    if (!text.endsWith('}')) return response.end(text)
    return Readable.from([text.slice(0, -1), ',"further":', ...filler(length), '}']).pipe(response)
  })
}

/** After so many honest answers several requests are under way at a time. */
const HONEST = 12

/** An honest target that from some point on gives this one body to everything. */
export function turning(url: string, body: Iterable<string | Buffer>, headers = {}): Promise<HostileTarget> {
  return serving(url, (answer, response, count) => {
    if (count < HONEST) return response.end(answer.body)
    response.writeHead(200, { 'content-type': 'application/json', ...headers })
    return Readable.from(body).pipe(response)
  })
}

/** JSON that is filled up to the usual limit. */
export function whole(filler: Filler, length = FULL): (string | Buffer)[] {
  return ['{"data":', ...filler(length), '}']
}

/** Blanks without end. */
export const ENDLESS: Iterable<Buffer> = {
  *[Symbol.iterator]() {
    const blanks = Buffer.alloc(65_536, 0x20)
    for (;;) yield blanks
  },
}

type Answered = Awaited<ReturnType<typeof passedOn>>

function serving(
  url: string,
  answer: (answered: Answered, response: ServerResponse, count: number) => unknown,
): Promise<HostileTarget> {
  let count = 0
  return listening(
    createServer(async (request: IncomingMessage, response) => {
      const answered = await passedOn(url, request)
      count++
      const { 'content-length': _length, connection: _connection, ...headers } = answered.headers
      response.statusCode = answered.status
      for (const [name, value] of Object.entries(headers)) if (value) response.setHeader(name, value)
      answer(answered, response, count)
    }),
  )
}
