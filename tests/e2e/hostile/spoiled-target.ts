/** A target that works like the reference, and spoils every answer on its way out. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Reference, startReference } from '../../../reference/index.ts'

/** An answer before it is sent. Headers as pairs: names may be anything, and repeated. */
export interface Spoiled {
  status: number
  headers: [name: string, value: string][]
  body: Buffer
}

/** Changes one answer. `count` is the number of the answer within the run, from 1 on. */
export type Spoil = (answer: Spoiled, request: { method: string; path: string }, count: number) => Spoiled

export interface SpoiledTarget {
  reference: Reference
  /** What a run against it is configured with; the credentials are those that were asked for. */
  environment: Record<string, string>
  close(): Promise<void>
}

/**
 * Starts the target on a free port.
 * @param credentials by variable name, where they are not to be the reference's own
 * @param withheld methods that change nothing: the user is read instead
 */
export async function startSpoiled(
  spoil: Spoil,
  credentials: Record<string, string> = {},
  withheld: string[] = [],
): Promise<SpoiledTarget> {
  const reference = await startReference()
  let count = 0
  const server = createServer(async (request, response) => {
    const method = request.method ?? 'GET'
    const path = request.url ?? '/'
    const sent = method === 'GET' ? null : await bodyOf(request)
    const passedOn = withheld.includes(method) ? { method: 'GET' } : { method, body: sent }
    const headers = translated(request, credentials, reference.environment)
    const honest = await fetch(reference.url + path, { ...passedOn, headers, redirect: 'manual' })
    count++
    const answer = spoil(
      {
        status: honest.status,
        headers: [...honest.headers].filter(([name]) => !OF_THE_CONNECTION.has(name)),
        body: Buffer.from(await honest.arrayBuffer()),
      },
      { method, path },
      count,
    )
    const bodiless = answer.status === 204 || answer.status === 304
    const names = new Set(answer.headers.map(([name]) => name))
    for (const name of names) {
      response.setHeader(
        name,
        answer.headers.filter(([other]) => other === name).map(([, value]) => value),
      )
    }
    response.statusCode = answer.status
    response.end(bodiless ? undefined : answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    reference,
    environment: {
      ...reference.environment,
      ...credentials,
      BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await reference.close()
    },
  }
}

const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'content-length', 'transfer-encoding', 'date'])

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The request's headers, each credential exchanged for the one that the reference knows. */
function translated(
  request: IncomingMessage,
  credentials: Record<string, string>,
  known: Record<string, string>,
): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (OF_THE_CONNECTION.has(name) || name === 'host' || value === undefined) continue
    let text = String(value)
    for (const [variable, credential] of Object.entries(credentials)) {
      if (text === credential) text = known[variable] ?? text
      else if (text === `Bearer ${credential}`) text = `Bearer ${known[variable]}`
    }
    headers[name] = text
  }
  return headers
}
