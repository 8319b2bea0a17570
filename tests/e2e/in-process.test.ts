/** A target inside this process is judged without a port, by the same checks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../helpers/config/config.ts'
import { startReference } from '../../reference/index.ts'
import { type RunOptions, runConformance } from '../../runner/conformance.ts'

/** Nobody can look this name up: a request that left the process would fail. */
const NAME = 'http://users.test'

let reference: Awaited<ReturnType<typeof startReference>>
beforeAll(async () => {
  reference = await startReference({})
})
afterAll(() => reference.close())

/** The vendor's application: here it hands on to the reference. */
async function application(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const body = request.method === 'GET' ? null : await request.text()
  const url = `${reference.environment.BASE_URL}${pathname}${search}`
  return fetch(url, { method: request.method, headers: withoutConnection(request.headers), body })
}

const listener: RunOptions['listener'] = (request, response) => {
  const answered = async (): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const answer = await application(
      new Request(NAME + request.url, {
        method: request.method ?? 'GET',
        headers: Object.entries(request.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
        body: body.length === 0 ? null : body,
      }),
    )
    const headers = [...answer.headers].filter(
      ([name]) => !/^(?:content-encoding|content-length)$/.test(name),
    )
    response.writeHead(answer.status, Object.fromEntries(headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  }
  answered().catch(() => response.destroy())
}

function withoutConnection(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of ['connection', 'content-length', 'host']) kept.delete(name)
  return kept
}

function config(contract = 'v1') {
  const { BASE_URL: _, ...credentials } = reference.environment
  return readConfig({ ...credentials, BASE_URL: NAME, CONTRACTS: contract, SAFETY: 'disposable' })
}

describe('a target inside this process', () => {
  test.each<[string, string, RunOptions]>([
    ['a function like fetch', 'v3', { fetch: application }],
    ['a listener of http', 'v1', { listener }],
  ])('is %s', async (_, contract, target) => {
    const report = await runConformance(config(contract), target)
    expect(report.message).toBeUndefined()
    expect(report.requirements.filter(({ verdict }) => verdict === 'failed')).toEqual([])
    expect(report.summary.passed).toBeGreaterThan(90)
    expect(report.leftovers).toEqual([])
    expect(report.target).toEqual({ baseUrl: NAME, embedded: false })
  })

  test('that throws is told, and nothing else', async () => {
    const fails = (): never => {
      throw new Error('broken')
    }
    const { message, summary } = await runConformance(config(), { fetch: fails })
    expect(message).toContain('threw an error instead of answering')
    expect(summary.failed).toBe(0)
  })

  test('is one, and has a name', async () => {
    await expect(runConformance(config(), { fetch: application, listener })).rejects.toThrow(ConfigError)
    const nameless = readConfig({}, { embedded: true })
    await expect(runConformance(nameless, { listener })).rejects.toThrow('http://users.test')
  })
})
