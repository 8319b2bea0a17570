/** Wires that are unusual but sound: whatever goes between suite and target, the verdict is that of the target. */
import { createServer } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { command } from './command.ts'
import { passedOn } from './targets/proxy.ts'
import { listening } from './targets/servers.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** What the target was told by one run. */
interface Heard {
  encodings: Set<string | undefined>
  traces: Set<string>
  agents: Set<string | undefined>
  /** Requests without the cookie, and with one of another replica. */
  strays: number
  others: number
}

async function behindUnusual(): Promise<{ environment: Record<string, string>; heard: Heard }> {
  const target = await startReference()
  const heard: Heard = { encodings: new Set(), traces: new Set(), agents: new Set(), strays: 0, others: 0 }
  let count = 0
  const front = await listening(
    createServer(async (request, response) => {
      const {
        cookie,
        'accept-encoding': encoding,
        'user-agent': agent,
        'x-request-id': trace,
      } = request.headers
      heard.encodings.add(String(encoding))
      heard.agents.add(agent)
      heard.traces.add(String(trace))
      if (cookie === undefined) heard.strays++
      const answer = await passedOn(target.url, request)
      response.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' })
      response.on('error', () => undefined)
      const isBrotli = request.url?.startsWith('/api') === true
      const bom = Buffer.from('\ufeff')
      const body = answer.body.length === 0 ? answer.body : Buffer.concat([bom, answer.body])
      const packed = body.length === 0 ? body : isBrotli ? brotliCompressSync(body) : gzipSync(body)
      const { 'content-length': _length, connection: _connection, ...headers } = answer.headers
      const replica = /web-\d+/.exec(cookie ?? '')?.[0]
      if (replica !== undefined && replica !== first) heard.others++
      const given = `web-${++count}`
      if (cookie === undefined) first ??= given
      response.writeHead(answer.status, {
        ...headers,
        connection: 'close',
        ...(body.length === 0 ? {} : { 'content-encoding': isBrotli ? 'br' : 'gzip' }),
        ...(cookie === undefined ? { 'set-cookie': `SERVERID=${given}; path=/` } : {}),
      })
      response.end(answer.status === 204 ? undefined : packed)
    }),
  )
  let first: string | undefined
  open.push(front, target)
  return {
    environment: { ...target.environment, BASE_URL: front.url, CONTRACTS: 'v3,v1', SAFETY: 'full' },
    heard,
  }
}

test('compression, a byte order mark, early hints and a connection for every request change no verdict', async () => {
  const { environment, heard } = await behindUnusual()
  const { code, report } = await command(['run'], {
    ...environment,
    TRACE_HEADER: 'X-Request-Id',
    USER_AGENT: 'staging-check/1.0',
  })
  expect([code, report().verdict, report().message]).toEqual([0, 'conformant', undefined])
  expect([...heard.encodings]).toEqual([expect.stringMatching(/^gzip, br/)])
  expect([...heard.agents]).toEqual(['staging-check/1.0'])
  const { run, exchanges } = report()
  expect(exchanges.every(({ id }) => heard.traces.has(`${run.id}-${id}`))).toBe(true)
  // Only what left before the first answer had no cookie, and nobody changed the replica.
  expect(heard.strays).toBeLessThanOrEqual(16)
  expect(heard.others).toBe(0)
  expect(JSON.stringify(report())).not.toMatch(/web-\d/)
})

test('a run that its budget stops says what it left open', async () => {
  const { environment } = await behindUnusual()
  const { code, report } = await command(['run'], { ...environment, MAX_REQUESTS: '40' })
  expect(code).toBe(3)
  expect(report().message).toMatch(
    /^the run's budget is spent \(MAX_REQUESTS=40\); \d+ of \d+ requirements were left open: \d+ of \w+ \/.*The plan tells/,
  )
})
