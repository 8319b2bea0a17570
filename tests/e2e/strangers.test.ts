/** What is not the API, or stands in front of it, gives one message: nothing is judged and nothing created. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { command } from './cli-command.ts'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'uac-strangers-'))
})
afterAll(() => rmSync(scratch, { recursive: true }))

interface Same {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** Judges a server that answers everything alike. */
async function judged(
  { status, body, headers = {} }: Same,
  environment: Record<string, string> = { API_KEY: 'a-key-of-somebody-7f3a' },
): Promise<{ code: number; report: Report; methods: Set<string> }> {
  const methods = new Set<string>()
  const server = createServer((request, response) => {
    methods.add(request.method ?? '')
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const folder = await mkdtemp(join(scratch, 'run-'))
  const { code } = await command(['run'], {
    BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...environment,
    SAFETY: 'full',
    REPORT_DIR: folder,
    JOURNAL_DIR: join(folder, 'journal'),
  })
  server.close()
  server.closeAllConnections()
  return { code, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report, methods }
}

describe('a server that is not the API', () => {
  test.each([
    [
      'Fastify',
      {
        status: 404,
        body: { message: 'Route GET:/v3/users not found', error: 'Not Found', statusCode: 404 },
      },
    ],
    [
      'Spring',
      {
        status: 404,
        body: { timestamp: '2026-01-01T00:00:00Z', status: 404, error: 'Not Found', path: '/v3/users' },
      },
    ],
    ['a home-made framework', { status: 404, body: { success: false, error: 'Not found' } }],
    ['another API', { status: 200, body: { data: [], meta: {} } }],
    ['an API that says it all', { status: 200, body: { success: true } }],
    ['a web page', { status: 200, body: '<h1>Hello</h1>', headers: { 'content-type': 'text/html' } }],
    [
      'the same service under another path',
      {
        status: 404,
        body: {
          success: false,
          data: null,
          error: { code: 'RESOURCE_001', message: 'No such route', details: null },
          meta: { request_id: 'req_1', timestamp: '2026-01-01T00:00:00Z', version: 'v3' },
        },
      },
    ],
  ] as [string, Same][])('%s is told from it', async (_, same) => {
    const { code, report, methods } = await judged(same)
    expect([code, report.verdict, report.summary.coverage.judged]).toEqual([3, 'inconclusive', 0])
    expect(report.message).toMatch(/is not the v3 users API/)
    expect([...methods]).toEqual(['GET'])
  })
})

test('a v1 service under another path is told from the API, whatever the words of its 404', async () => {
  const { code, report, methods } = await judged(
    { status: 404, body: { error: 'not_found', message: 'No such route' } },
    { CONTRACTS: 'v1', ACCESS_TOKEN: 'a-token-of-somebody-7f3a' },
  )
  expect([code, report.verdict, report.summary.coverage.judged]).toEqual([3, 'inconclusive', 0])
  expect(report.message).toMatch(/is not the v1 users API/)
  expect([...methods]).toEqual(['GET'])
})

describe('what stands in front of it', () => {
  test.each([
    [
      'a password of its own',
      { status: 401, body: '', headers: { 'www-authenticate': 'Basic realm="staging"' } },
      /asks for a password/,
    ],
    [
      'a page that refuses',
      { status: 403, body: '<h1>Forbidden</h1>', headers: { 'content-type': 'text/html' } },
      /gateway/,
    ],
    [
      'a gateway that misses its token',
      { status: 403, body: { message: 'Missing Authentication Token' } },
      /gateway/,
    ],
    [
      'a redirect',
      { status: 301, body: '', headers: { location: '/v3/users/' } },
      /Location: \/v3\/users\/; it adds a slash/,
    ],
  ] as [string, Same, RegExp][])('%s is named', async (_, same, message) => {
    const { code, report } = await judged(same)
    expect([code, report.summary.coverage.judged]).toEqual([3, 0])
    expect(report.message).toMatch(message)
  })
})

test('a bare list at the right place is this API gone wrong, and is judged', async () => {
  const { code, report } = await judged({ status: 200, body: [] })
  expect([code, report.verdict]).toEqual([1, 'nonconformant'])
  const failed = report.requirements.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
  expect(failed).toContain('v3.list.envelope')
})
