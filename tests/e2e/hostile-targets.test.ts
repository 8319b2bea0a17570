/** Whatever a target does on the wire, the run ends soon, with the right verdict, one message and a whole report. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../helpers/report/report.ts'
import { startReference } from '../../reference/index.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { judged, SMALL_LIMITS } from './targets/judged.ts'
import { spoiling } from './targets/proxy.ts'
import {
  always,
  bomb,
  endless,
  type HostileTarget,
  http,
  raw,
  SPEECH,
  tls,
  trickle,
} from './targets/servers.ts'

const KEY = 'key-that-nobody-may-see-4711'
const JSON_TYPE = { 'content-type': 'application/json' }

/** Requests that reached the host to which a target redirects. */
const elsewhere: (string | undefined)[] = []
let other: HostileTarget

const rows: [name: string, start: () => Promise<HostileTarget>, message: RegExp][] = [
  ['never answers', raw(SPEECH.nothing), /no (complete )?answer (came in time|within \d+ ms)/],
  ['headers, then silence', raw(SPEECH.headersOnly), /no complete answer within 400 ms|did not end in time/],
  ['one byte now and then', trickle, /no complete answer within 400 ms/],
  ['an endless body', endless, /longer than 1000000 bytes \(MAX_BODY_BYTES\)/],
  ['a decompression bomb', bomb(), /decompressed body is longer than 1000000 bytes/],
  ['a truncated body', raw(SPEECH.truncated), /not as long as Content-Length says|closed before/],
  ['more body than announced', raw(SPEECH.tooLong), /not the v3 users API|not valid HTTP/],
  [
    'invalid UTF-8',
    always(200, JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22])),
    /not the v3 users API/,
  ],
  ['100,000 brackets', always(200, JSON_TYPE, '['.repeat(100_000)), /not the v3 users API/],
  ['a megabyte of headers', raw(SPEECH.hugeHeaders), /headers are larger than allowed/],
  ['a reset in the middle of the body', raw(SPEECH.reset), /(reset|closed) before the answer was complete/],
  ['closes at once', raw(SPEECH.closed), /closed before the answer was complete/],
  ['does not speak HTTP', raw(SPEECH.noHttp), /not valid HTTP/],
  [
    'redirects to another origin',
    http((_request, response) => response.writeHead(307, { location: other.url }).end()),
    /a redirect, which is not followed/,
  ],
  [
    'redirects to itself',
    http((request, response) => response.writeHead(302, { location: request.url }).end()),
    /a redirect, which is not followed/,
  ],
  ['429 for ever', always(429, {}), /still answered 429 after \d+ attempt/],
  ['429 for ever, come back now', always(429, { 'retry-after': '0' }), /still answered 429 after 8 attempts/],
  ['429, come back tomorrow', always(429, { 'retry-after': '86400' }), /still answered 429 after 1 attempt$/],
  ['503 for ever', always(503, { 'retry-after': '0' }), /still answered 503/],
  [
    'HTML and 500',
    always(500, { 'content-type': 'text/html' }, '<h1>Oops</h1>'),
    /status 500 and text\/html/,
  ],
  ['an expired certificate', tls('expired', () => undefined), /certificate/],
  ['a certificate for another name', tls('other', () => undefined), /certificate/],
]

const started: HostileTarget[] = []
let reports: Record<string, Report>

beforeAll(async () => {
  other = await http((request, response) => {
    elsewhere.push(request.headers['x-api-key'] as string | undefined)
    response.end()
  })()
  started.push(other)
  const targets: Record<string, Record<string, string>> = {}
  for (const [name, start] of rows) {
    const target = await start()
    started.push(target)
    targets[name] = { ...SMALL_LIMITS, BASE_URL: target.url, API_KEY: KEY, SAFETY: 'full' }
  }
  reports = await judged(targets)
}, 60_000)

afterAll(async () => {
  for (const target of started) await target.close()
})

describe.each(rows)('%s', (name, _start, message) => {
  test('leaves everything unsettled, says why in one line, and tells nobody the key', () => {
    const report = reports[name]
    const catalogue = catalogueOf(['v3'])
    expect(report?.verdict).toBe('inconclusive')
    expect(report?.message).toMatch(message)
    expect(report?.message).not.toContain('\n')
    expect(report?.requirements.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id))
    const verdicts = new Set(
      report?.requirements.filter((one) => !one.unobservable).map((one) => one.verdict),
    )
    expect([...verdicts]).toEqual(['inconclusive'])
    expect(report?.leftovers).toEqual([])
    expect(JSON.stringify(report)).not.toContain(KEY)
  })
})

test('nobody followed a redirect', () => {
  expect(elsewhere).toEqual([])
})

describe('an honest target that breaks', () => {
  const honest: Report[] = []
  const users: string[][] = []

  beforeAll(async () => {
    const references = await Promise.all([startReference(), startReference(), startReference()])
    const isOne = (url = '') => /\/v3\/users\/[^/]+$/.test(url)
    const targets = [
      // A user who is read is answered in bytes that are no text.
      await spoiling(references[0]?.url ?? '', (request, answer) =>
        request.method === 'GET' && isOne(request.url) && answer.status === 200
          ? { ...answer, body: Buffer.from([0x7b, 0xff, 0x7d]) }
          : answer,
      ),
      // From the 30th request on nothing comes back any more.
      await spoiling(references[1]?.url ?? '', (_request, answer, count) =>
        count < 30 ? answer : 'silence',
      ),
      await spoiling(references[2]?.url ?? '', (request, answer) =>
        request.method === 'GET' && isOne(request.url) && answer.status === 200
          ? { ...answer, body: Buffer.from('['.repeat(100_000)) }
          : answer,
      ),
    ]
    const environments = targets.map((target, index): [string, Record<string, string>] => {
      const environment = references[index]?.environment ?? {}
      const limits = index === 1 ? { REQUEST_TIMEOUT_MS: '2500', RUN_TIMEOUT_MS: '2000' } : {}
      const changes = { ...SMALL_LIMITS, ...limits, BASE_URL: target.url, SAFETY: 'full' }
      return [`honest ${index}`, { ...environment, ...changes }]
    })
    const found = await judged(Object.fromEntries(environments))
    honest.push(...environments.flatMap(([name]) => found[name] ?? []))
    users.push(...references.map((reference) => reference.v3.emails()))
    for (const one of [...targets, ...references]) await one.close()
  }, 60_000)

  test.each([0, 2])('with malformed answers fails where they are (%i)', (index) => {
    const failed = honest[index]?.requirements.filter(({ verdict }) => verdict === 'failed') ?? []
    expect(honest[index]?.verdict).toBe('nonconformant')
    expect(failed.map(({ id }) => id)).toContain('v3.get.envelope')
    expect(failed.filter(({ operation }) => operation === 'POST /v3/users')).toEqual([])
  })

  test('with silence from some point on ends when its time is over, and names what may be left', () => {
    const report = honest[1]
    expect(report?.verdict).toBe('inconclusive')
    expect(report?.message).toContain('RUN_TIMEOUT_MS')
    const left = users[1]?.filter((email) => email.includes('uac-')) ?? []
    expect(report?.leftovers.map(({ email }) => email)).toEqual(expect.arrayContaining(left))
  })
})
