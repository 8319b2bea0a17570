/** Networks as companies have them: proxies, authorities of their own, path prefixes, IPv6. */
import { readFileSync } from 'node:fs'
import { request as send } from 'node:http'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { type Reference, type ReferenceOptions, startReference } from '../../reference/index.ts'
import { command } from './command.ts'
import { forwardProxy } from './targets/forward-proxy.ts'
import { tls } from './targets/servers.ts'

const certificate = (name: string): string => fileURLToPath(new URL(`certificates/${name}`, import.meta.url))
const AUTHORITY = certificate('ca.pem')

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

function opened<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one)
  return one
}

async function reference(options: ReferenceOptions = {}): Promise<Reference> {
  return opened(await startReference(options))
}

/** The same target behind TLS, with a certificate of the authority of the tests. */
async function behindTls(
  { url }: Reference,
  name: 'good' | 'other' | 'expired' = 'good',
  wants?: { ca: Buffer; maxVersion?: 'TLSv1.2' },
) {
  const start = tls(
    name,
    (request, response) => {
      const { method = 'GET', headers, url: path = '/' } = request
      const behind = send(new URL(path, url), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      behind.on('error', () => response.destroy())
      request.pipe(behind)
    },
    wants && { ...wants, requestCert: true, rejectUnauthorized: true },
  )
  return opened(await start())
}

const run = (environment: Record<string, string>) => command(['run'], { CONTRACTS: 'v3', ...environment })

describe('a proxy', () => {
  test('forwards plain HTTP and is named by HTTP_PROXY', async () => {
    const target = await reference()
    const proxy = opened(await forwardProxy(target.url))
    const BASE_URL = 'http://staging.example.test'
    const { code, report } = await run({
      ...target.environment,
      BASE_URL,
      HTTP_PROXY: proxy.url,
      SAFETY: 'full',
    })
    expect([code, report().verdict]).toEqual([0, 'conformant'])
    expect([...proxy.asked]).toEqual(['forward http://staging.example.test'])
  })

  test('tunnels HTTPS and is named by https_proxy; the certificate is the target’s', async () => {
    const target = await reference()
    const secure = await behindTls(target)
    const proxy = opened(await forwardProxy(secure.url))
    const environment = { ...target.environment, https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: AUTHORITY }
    const { report } = await run({ ...environment, BASE_URL: 'https://localhost.example.test' })
    expect(report().message).toContain('the certificate is for another host name')
    expect([...proxy.asked]).toEqual(['tunnel localhost.example.test:443'])
  })

  test('tunnels HTTPS to a target whose certificate is right, with the name and password of its address', async () => {
    const target = await reference()
    // That certificate is for this name.
    const BASE_URL = 'https://elsewhere.example'
    const proxy = opened(await forwardProxy((await behindTls(target, 'other')).url))
    const HTTPS_PROXY = proxy.url.replace('//', '//bob:s3cret-4713@')
    const environment = { ...target.environment, HTTPS_PROXY, NODE_EXTRA_CA_CERTS: AUTHORITY, SAFETY: 'full' }
    const { code, stdout, stderr, report } = await run({ ...environment, BASE_URL })
    expect([code, report().verdict]).toEqual([0, 'conformant'])
    expect([...proxy.asked]).toEqual(['tunnel elsewhere.example:443'])
    const basic = Buffer.from('bob:s3cret-4713').toString('base64')
    expect([...proxy.authorizations]).toEqual([`Basic ${basic}`])
    expect(stdout + stderr + JSON.stringify(report())).not.toMatch(new RegExp(`s3cret-4713|${basic}`))
  })

  test('that cannot be reached is named, without what stands in its address', async () => {
    const target = await reference()
    const gone = await forwardProxy(target.url)
    await gone.close()
    const HTTP_PROXY = gone.url.replace('//', '//bob:s3cret-4713@')
    const BASE_URL = 'http://staging.example.test'
    const { code, stdout, stderr, report } = await run({ ...target.environment, BASE_URL, HTTP_PROXY })
    expect(code).toBe(3)
    expect(report().message).toMatch(/connection refused\), by way of the proxy in HTTP_PROXY$/)
    expect(stdout + stderr + JSON.stringify(report())).not.toContain('s3cret-4713')
  })

  test('that is none ends the run before it begins', async () => {
    const { code, stderr } = await run({ HTTPS_PROXY: 'socks5://bob:s3cret-4713@proxy.example.test' })
    expect(code).toBe(2)
    expect(stderr).toMatch(/HTTPS_PROXY[\s\S]*SOCKS is not supported/)
    expect(stderr).not.toContain('s3cret')
  })

  test('that refuses is told as such', async () => {
    const target = await reference()
    const proxy = opened(await forwardProxy(target.url, 407))
    const BASE_URL = 'https://staging.example.test'
    const { code, report } = await run({ ...target.environment, BASE_URL, HTTPS_PROXY: proxy.url })
    expect(code).toBe(3)
    expect(report().message).toContain('the proxy refuses to connect (407)')
  })

  test('is passed by for NO_PROXY, and for what listens on this machine alone', async () => {
    const target = await reference()
    const proxy = opened(await forwardProxy(target.url))
    const local = await run({ ...target.environment, HTTP_PROXY: proxy.url })
    const embedded = await run({ HTTP_PROXY: proxy.url })
    expect([local.report().verdict, embedded.report().verdict]).toEqual(['conformant', 'conformant'])
    const BASE_URL = 'http://staging.example.test'
    const NO_PROXY = '.example.test'
    const direct = await run({ ...target.environment, BASE_URL, HTTP_PROXY: proxy.url, NO_PROXY })
    expect(direct.report().message).toMatch(/host name/)
    const none = await run({ ...target.environment, BASE_URL, HTTP_PROXY: proxy.url, NO_PROXY: '*' })
    expect(none.report().message).toMatch(/host name/)
    expect(proxy.asked.size).toBe(0)
  })
})

describe('an authority of one’s own', () => {
  test('is trusted when CA_CERT names it', async () => {
    const target = await reference()
    const { url } = await behindTls(target)
    const environment = { ...target.environment, BASE_URL: url, SAFETY: 'full' }
    const ours = await run({ ...environment, CA_CERT: AUTHORITY })
    expect([ours.code, ours.report().verdict]).toEqual([0, 'conformant'])
    expect(ours.report().exchanges[0]?.request.certificates).toEqual(['CA_CERT'])
  })

  test('of CA_CERT stands beside that of NODE_EXTRA_CA_CERTS', async () => {
    const target = await reference()
    const { url } = await behindTls(target)
    const environment = { ...target.environment, BASE_URL: url, SAFETY: 'read-only' }
    const other = certificate('client-ca.pem')
    const both = await run({ ...environment, CA_CERT: other, NODE_EXTRA_CA_CERTS: AUTHORITY })
    expect(both.report().message).toBeUndefined()
    const neither = await run({ ...environment, CA_CERT: other })
    expect(neither.report().message).toContain('CA_CERT can name its issuer')
  })

  test('is trusted when NODE_EXTRA_CA_CERTS names it', async () => {
    const target = await reference()
    const { url } = await behindTls(target)
    const environment = { ...target.environment, BASE_URL: url, SAFETY: 'full' }
    const trusting = await run({ ...environment, NODE_EXTRA_CA_CERTS: AUTHORITY })
    expect(trusting.report().verdict).toBe('conformant')
    const strange = await run(environment)
    expect([strange.code, strange.report().message]).toEqual([
      3,
      expect.stringContaining('CA_CERT can name it'),
    ])
  })

  test('does not make an expired certificate good', async () => {
    const target = await reference()
    const { url } = await behindTls(target, 'expired')
    const { report } = await run({ ...target.environment, BASE_URL: url, NODE_EXTRA_CA_CERTS: AUTHORITY })
    expect(report().message).toContain('the certificate has expired')
  })
})

describe('a client certificate', () => {
  const wants = { ca: readFileSync(certificate('client-ca.pem')) }
  const ours = {
    CLIENT_CERT: certificate('client.pem'),
    CLIENT_KEY: certificate('client.key'),
    CA_CERT: AUTHORITY,
  }

  test('is shown where one is wanted, also through a proxy', async () => {
    const target = await reference()
    const { url } = await behindTls(target, 'other', wants)
    const proxy = opened(await forwardProxy(url))
    const BASE_URL = 'https://elsewhere.example'
    const environment = { ...target.environment, ...ours, BASE_URL, HTTPS_PROXY: proxy.url, SAFETY: 'full' }
    const through = await run(environment)
    expect([through.code, through.report().verdict]).toEqual([0, 'conformant'])
    expect(through.report().exchanges[0]?.request.certificates).toEqual([
      'CLIENT_CERT',
      'CLIENT_KEY',
      'CA_CERT',
    ])
  })

  test.each([undefined, 'TLSv1.2'] as const)('that is missing is asked for (%s)', async (maxVersion) => {
    const target = await reference()
    const { url } = await behindTls(target, 'good', maxVersion ? { ...wants, maxVersion } : wants)
    const environment = { ...target.environment, BASE_URL: url, SAFETY: 'full' }
    const shown = await run({ ...environment, ...ours })
    expect([shown.code, shown.report().verdict]).toEqual([0, 'conformant'])
    const missing = await run({ ...environment, CA_CERT: AUTHORITY })
    expect([missing.code, missing.report().message]).toEqual([3, expect.stringContaining('CLIENT_CERT')])
    expect(missing.report().summary.requests.total).toBeLessThan(5)
  })
})

test('a path prefix stays in front of every operation', async () => {
  const target = await reference({ pathPrefix: '/staging/eu-1' })
  const { code } = await run({ ...target.environment, SAFETY: 'full', CONTRACTS: 'v3,v1' })
  expect(code).toBe(0)
  expect(target.url).toMatch(/\/staging\/eu-1$/)
})

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
)
test.runIf(hasIpv6)('an IPv6 literal is an address', async () => {
  const target = await reference({ host: '::1' })
  expect(target.url).toMatch(/^http:\/\/\[::1\]:/)
  const { code, report } = await run({ ...target.environment, SAFETY: 'full', CONTRACTS: 'v3,v1' })
  expect([code, report().target.baseUrl]).toEqual([0, target.url])
})
