/** Real servers that let nothing through: one message that says what helps, at once. */
import { afterEach, describe, expect, test } from 'vitest'
import { command } from '../e2e/command.ts'
import { caddy, haproxy, NGINX_CLIENTS, NGINX_TLS, nginx, squid, tinyproxy } from './configurations.ts'
import { certificate, freePorts, isInstalled, type Program, start } from './servers.ts'

const AUTHORITY = { CA_CERT: certificate('ca.pem') }

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** Starts a server and gives its port. */
async function listening(
  program: Program,
  configuration: (port: number) => (folder: string) => string,
): Promise<number> {
  const [port = 0] = await freePorts(1)
  open.push(await start(program, [port], configuration(port)))
  return port
}

/** Runs against an address with credentials that nobody has seen, and expects one message about the way. */
async function expectClosed(
  BASE_URL: string,
  message: RegExp,
  settings: Record<string, string> = {},
): Promise<void> {
  const { code, stdout, report } = await command(['run'], {
    BASE_URL,
    API_KEY: 'key-of-nobody-4711',
    ACCESS_TOKEN: 'token-of-nobody-4712',
    SAFETY: 'full',
    ...settings,
  })
  const { verdict, message: told = '', summary } = report()
  expect([code, verdict, summary.coverage.judged]).toEqual([3, 'inconclusive', 0])
  for (const line of told.split('\n')) expect(line).toMatch(message)
  expect(summary.requests.total).toBeLessThanOrEqual(10)
  expect(stdout).not.toMatch(/of-nobody-471/)
}

describe.skipIf(!isInstalled('nginx'))('nginx', () => {
  const secure = (more: string) => () =>
    listening('nginx', (port) =>
      nginx(`server { listen 127.0.0.1:${port} ssl; ${NGINX_TLS} ${more} location / { return 200 "{}"; } }`),
    )
  const plain = (lines: string) =>
    listening('nginx', (port) => nginx(`server { listen 127.0.0.1:${port}; location / { ${lines} } }`))

  test('with TLS, asked without', async () => {
    await expectClosed(`http://127.0.0.1:${await secure('')()}`, /speaks TLS there.*https/)
  })

  test('without TLS, asked with it', async () => {
    const port = await plain('return 200 "{}";')
    await expectClosed(
      `https://127.0.0.1:${port}`,
      new RegExp(`plain HTTP there: write BASE_URL=http://127.0.0.1:${port}$`),
    )
  })

  test('with a certificate of an unknown authority', async () => {
    await expectClosed(`https://127.0.0.1:${await secure('')()}`, /CA_CERT can name/)
  })

  test('that wants a client certificate, and another one', async () => {
    const port = await secure(NGINX_CLIENTS)()
    await expectClosed(`https://127.0.0.1:${port}`, /client certificate.*CLIENT_CERT/, AUTHORITY)
    const wrong = { CLIENT_CERT: certificate('other.pem'), CLIENT_KEY: certificate('other.key') }
    await expectClosed(`https://127.0.0.1:${port}`, /does not accept the client certificate/, {
      ...AUTHORITY,
      ...wrong,
    })
  })

  test('that speaks HTTP/2 without TLS only', async () => {
    const port = await listening('nginx', (own) =>
      nginx(`server { listen 127.0.0.1:${own} http2; location / { return 200 "{}"; } }`),
    )
    await expectClosed(`http://127.0.0.1:${port}`, /HTTP\/2 without TLS \(h2c\)/)
  })

  test('that redirects to https, and to a slash', async () => {
    const https = await plain('return 301 https://$host$request_uri;')
    await expectClosed(`http://127.0.0.1:${https}/eu`, /write BASE_URL=https:\/\/127\.0\.0\.1\/eu\)/)
    const slash = await plain('rewrite ^([^.]*[^/])$ $1/ permanent;')
    await expectClosed(`http://127.0.0.1:${slash}`, /adds a slash at the end/)
  })

  test('that asks for a password of its own', async () => {
    const port = await plain('auth_basic "staging"; auth_basic_user_file /nowhere;')
    await expectClosed(`http://127.0.0.1:${port}`, /password of its own.*EXTRA_HEADERS/)
  })

  test('that refuses with a page of its own', async () => {
    await expectClosed(
      `http://127.0.0.1:${await plain('deny all;')}`,
      /a gateway in front of the target refuses \S* ?.*403/,
    )
  })
})

describe.skipIf(!isInstalled('haproxy'))('haproxy', () => {
  const front = (bind: string) =>
    listening('haproxy', (port) =>
      haproxy(`
frontend front
  bind 127.0.0.1:${port} ${bind}
  http-request return status 200 content-type application/json string {}`),
    )

  test('with TLS, asked without', async () => {
    await expectClosed(
      `http://127.0.0.1:${await front('ssl crt CRT')}`,
      /speaks TLS there: write BASE_URL=https/,
    )
  })

  test('that wants a client certificate, and another one', async () => {
    const port = await front('ssl crt CRT ca-file CLIENTS verify required')
    await expectClosed(`https://127.0.0.1:${port}`, /wants a client certificate.*CLIENT_CERT/, AUTHORITY)
    const wrong = { CLIENT_CERT: certificate('other.pem'), CLIENT_KEY: certificate('other.key') }
    await expectClosed(`https://127.0.0.1:${port}`, /does not accept the client certificate/, {
      ...AUTHORITY,
      ...wrong,
    })
  })

  test('that speaks HTTP/2 without TLS only', async () => {
    await expectClosed(`http://127.0.0.1:${await front('proto h2')}`, /HTTP\/2 without TLS \(h2c\)/)
  })
})

describe.skipIf(!isInstalled('caddy'))('Caddy', () => {
  const site = (lines: string) =>
    listening('caddy', (port) =>
      caddy(`
https://localhost:${port} {
  bind 127.0.0.1
  tls TLS ${lines}
  respond "{}"
}`),
    )

  test('with TLS, asked without', async () => {
    await expectClosed(`http://localhost:${await site('')}`, /speaks TLS there/)
  })

  test('that wants a client certificate', async () => {
    const lines = `{
    client_auth {
      mode require_and_verify
      trusted_ca_cert_file CLIENTS
    }
  }`
    await expectClosed(`https://localhost:${await site(lines)}`, /wants a client certificate/, AUTHORITY)
  })
})

describe.skipIf(!isInstalled('squid'))('Squid', () => {
  const host = 'staging.example.test'
  const wantsPassword = `
auth_param basic program /usr/lib/squid/basic_fake_auth
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all`
  const proxy = (rules: string) => listening('squid', (port) => squid(port, host, rules))

  test.each(['http', 'https'])('that wants a password is told so (%s)', async (scheme) => {
    const HTTP_PROXY = `http://127.0.0.1:${await proxy(wantsPassword)}`
    await expectClosed(`${scheme}://${host}`, /name and a password.*http:\/\/name:password@host:port/, {
      HTTP_PROXY,
    })
  })

  test.each([
    ['http', /Squid, ERR_ACCESS_DENIED.*NO_PROXY/],
    ['https', /proxy refuses to connect \(403\).*NO_PROXY/],
  ])('that lets nobody through is told so (%s)', async (scheme, message) => {
    const HTTP_PROXY = `http://127.0.0.1:${await proxy('http_access deny all')}`
    await expectClosed(`${scheme}://${host}`, message, { HTTP_PROXY })
  })
})

describe.skipIf(!isInstalled('tinyproxy'))('Tinyproxy', () => {
  test.each([
    ['http', /Tinyproxy/],
    ['https', /proxy refuses to connect \(403\)/],
  ])('that lets nobody through is told so (%s)', async (scheme, message) => {
    const port = await listening('tinyproxy', (own) => tinyproxy(own, 'Allow 192.0.2.1'))
    await expectClosed(`${scheme}://staging.example.test`, message, {
      HTTP_PROXY: `http://127.0.0.1:${port}`,
    })
  })
})
