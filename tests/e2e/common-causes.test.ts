/** What stands between suite and target and makes many reds is told first, and only where it stands there. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outcomeIn } from '../../helpers/testing/needs-test.ts'
import type { CommonCause, RequirementResult } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { commonCauses } from '../../report/common-causes.ts'
import { v3 } from '../../suites/v3/index.ts'
import { command } from './command.ts'
import { type Passing, passedOn } from './targets/proxy.ts'
import { listening } from './targets/servers.ts'

let reference: Reference
beforeAll(async () => {
  reference = await startReference()
})
afterAll(() => reference.close())

/** What a run against an address finds in common. */
async function causesAt(environment: Record<string, string>): Promise<CommonCause[]> {
  const { results, exchanges } = await outcomeIn(v3, { ...environment, SAFETY: 'disposable' })
  const requirements = new Map(v3.catalogue.map((one) => [one.id, one]))
  const whole = results.map((one) => ({ ...requirements.get(one.id), ...one }) as RequirementResult)
  return commonCauses(whole, exchanges)
}

/** Runs behind something that changes requests before they reach the target, or its answers. */
async function behind(
  change: (request: IncomingMessage) => Buffer | undefined,
  answered: (request: IncomingMessage, answer: Passing) => Passing = (_, answer) => answer,
): Promise<CommonCause[]> {
  const front = await listening(
    createServer(async (request, response) => {
      const body = change(request)
      if (body !== undefined) request.resume()
      const { status, headers, body: text } = answered(request, await passedOn(reference.url, request, body))
      const { 'content-length': _length, connection: _connection, ...others } = headers
      response.writeHead(status, others)
      response.end(status === 204 ? undefined : text)
    }),
  )
  const causes = await causesAt({ ...reference.environment, BASE_URL: front.url })
  await front.close()
  return causes
}

const nothing = (): undefined => undefined
const withHeaders = (answer: Passing, headers: Passing['headers']): Passing => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
})

describe('a cause is told', () => {
  test('where bodies of removals are dropped', async () => {
    const [first] = await behind((request) => {
      if (request.method !== 'DELETE') return undefined
      delete request.headers['content-length']
      delete request.headers['transfer-encoding']
      return Buffer.from('')
    })
    expect(first?.cause).toBe('bodies')
    expect(first?.concerns).toContain('v3.remove.sandbox-no-effect')
  })

  test('where a header is not passed on', async () => {
    const [first] = await behind((request) => {
      delete request.headers['x-profile-id']
      return undefined
    })
    expect(first?.cause).toBe('headers')
    expect(first?.concerns).toContain('v3.list.scope-foreign-refused')
  })

  test('where reads come from a cache that says nothing of it', async () => {
    const kept = new Map<string, Passing>()
    const [first] = await behind(nothing, (request, answer) => {
      if (request.method !== 'GET') return answer
      const { 'x-api-key': key, 'x-profile-id': profile } = request.headers
      const place = [request.url, key, profile].join(' ')
      if (!kept.has(place)) kept.set(place, answer)
      return kept.get(place) ?? answer
    })
    expect(first?.cause).toBe('cache')
    expect(first?.evidence.length).toBeGreaterThan(1)
  })

  test('where error pages are replaced', async () => {
    const [first] = await behind(nothing, (_, answer) =>
      answer.status < 400 || answer.status === 401
        ? answer
        : withHeaders(
            { ...answer, body: Buffer.from('<html><h1>Oops</h1></html>') },
            { 'content-type': 'text/html', server: 'nginx' },
          ),
    )
    expect(first?.cause).toBe('error-pages')
    expect(first?.says).toMatch(/nginx/)
  })

  test('where a gateway refuses in the stead of the target', async () => {
    const causes = await behind(nothing, (request, answer) =>
      request.method === 'DELETE'
        ? {
            status: 403,
            headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'AccessDeniedException' },
            body: Buffer.from('{"Message":"explicit deny"}'),
          }
        : answer,
    )
    // Where nobody may be removed, most of it is inconclusive; what is red names the gateway.
    for (const { cause } of causes) expect(cause).toBe('gateway')
  })
})

/** Takes the body out of a request. */
const emptied = ({ headers }: IncomingMessage): Buffer => {
  delete headers['transfer-encoding']
  headers['content-length'] = '0'
  return Buffer.from('')
}

type Way = (request: IncomingMessage) => Buffer | undefined

const without =
  (header: string, isMeant: (request: IncomingMessage) => boolean = () => true): Way =>
  (request) => {
    if (isMeant(request)) delete request.headers[header]
    return undefined
  }

const isPost = ({ method }: IncomingMessage): boolean => method === 'POST'

const WAYS: [name: string, way: Way, cause: CommonCause['cause'], says: RegExp, code: number][] = [
  ['bodies of POST', (one) => (isPost(one) ? emptied(one) : undefined), 'bodies', /no POST with a body/, 3],
  ['the type of bodies', without('content-type', isPost), 'bodies', /or their Content-Type/, 1],
  ['the token on POST', without('authorization', isPost), 'headers', /every POST: the header authoriz/i, 3],
  ['the key on POST', without('x-api-key', isPost), 'headers', /every POST: the header x-api-key/, 1],
  [
    'the key beside x-profile-id',
    without('x-api-key', ({ headers }) => headers['x-profile-id'] !== undefined),
    'headers',
    /every request with x-profile-id: the header x-api-key/,
    1,
  ],
  ['x-profile-id', without('x-profile-id'), 'headers', /every request with x-profile-id/, 1],
  ['x-profile-id on POST', without('x-profile-id', isPost), 'headers', /POST is served under profiles/, 1],
]

describe('a way that drops', () => {
  test.each(WAYS)('%s is told of first in every output', async (_, way, cause, says, code) => {
    const own = await startReference()
    const front = await listening(
      createServer(async (request, response) => {
        const body = way(request)
        if (body !== undefined) request.resume()
        const { status, headers, body: text } = await passedOn(own.url, request, body)
        const { 'content-length': _length, connection: _connection, ...others } = headers
        response.writeHead(status, others)
        response.end(status === 204 ? undefined : text)
      }),
    )
    const run = await command(['run'], {
      ...own.environment,
      BASE_URL: front.url,
      CONTRACTS: 'v3,v1',
      SAFETY: 'disposable',
    })
    await Promise.all([front.close(), own.close()])
    const report = run.report()
    const [first] = report.commonCauses ?? []
    expect([run.code, first?.cause, first?.says]).toEqual([code, cause, expect.stringMatching(says)])
    const failed = report.requirements.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
    expect(first?.concerns.length).toBeGreaterThan(3)
    expect(report.requirements.map(({ reason }) => reason).join()).not.toMatch(/swapped/)

    const below = (name: string): string => readFileSync(join(run.folder, 'reports/latest', name), 'utf8')
    for (const text of [run.stdout, below('report.md'), below('report.html')]) {
      const at = text.indexOf('Possible common cause, outside the target')
      expect(at).toBeGreaterThan(0)
      const verdicts = failed.map((id) => text.indexOf(id)).filter((place) => place > 0)
      for (const place of verdicts) expect(place).toBeGreaterThan(at)
    }
    expect(below('junit.xml')).toContain('common-cause')
  })
})

test('a way that drops every token is asked about where the token is', async () => {
  const front = await listening(
    createServer(async (request, response) => {
      delete request.headers.authorization
      const { status, headers, body } = await passedOn(reference.url, request)
      response.writeHead(status, headers)
      response.end(status === 204 ? undefined : body)
    }),
  )
  const environment = { ...reference.environment, BASE_URL: front.url, CONTRACTS: 'v1' }
  const { code, report } = await command(['run'], environment)
  await front.close()
  expect([code, report().summary.coverage.judged]).toEqual([3, 0])
  expect(report().message).toMatch(
    /ACCESS_TOKEN .*, and that what stands in front of the target passes it on/,
  )
})

describe('none is told', () => {
  test('of an honest target', async () => {
    expect(await causesAt(reference.environment)).toEqual([])
  })

  test.each([
    [['v3-invite-open-to-developers', 'v3-remove-open-to-developers', 'v3-get-open-to-non-members']],
    [['v3-list-role-member-in-last', 'v3-list-open-to-non-members', 'v3-get-malformed-id-500']],
  ])('of violations of the target alone: %j', async (faults) => {
    const faulty = await startReference({ faults })
    const causes = await causesAt(faulty.environment)
    await faulty.close()
    expect(causes).toEqual([])
  })
})
