/** Real servers before an honest target: the verdict is that of the bare target. */
import { afterEach, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { command } from '../e2e/command.ts'
import { apache, caddy, haproxy, NGINX_CLIENTS, NGINX_TLS, nginx, squid, varnish } from './configurations.ts'
import { certificate, freePorts, isInstalled, type Program, start } from './servers.ts'

const AUTHORITY = { CA_CERT: certificate('ca.pem') }
const CLIENT = { CLIENT_CERT: certificate('client.pem'), CLIENT_KEY: certificate('client.key') }

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

function opened<T extends { close(): Promise<void> }>(one: T): T {
  open.unshift(one)
  return one
}

/** Starts a target, and before it a server that is set up to pass requests on to it. */
async function front(
  program: Program,
  configure: (places: { port: number; behind: string }) => (folder: string) => string,
): Promise<{ reference: Reference; port: number }> {
  const reference = opened(await startReference())
  const [port = 0] = await freePorts(1)
  opened(await start(program, [port], configure({ port, behind: new URL(reference.url).host })))
  return { reference, port }
}

/** A server that limits requests makes a run long, in milliseconds. */
const LONGEST_MS = 200_000

/** Runs everything against an address and expects what the bare target gets. */
async function expectConformant(
  { environment }: Reference,
  BASE_URL: string,
  settings: Record<string, string> = {},
): ReturnType<typeof command> {
  const asked = { ...environment, BASE_URL, CONTRACTS: 'v3,v1', SAFETY: 'full', ...settings }
  const finished = await command(['run'], asked, LONGEST_MS)
  const { verdict, message } = finished.report()
  expect([finished.code, verdict, message]).toEqual([0, 'conformant', undefined])
  return finished
}

describe.skipIf(!isInstalled('nginx'))('nginx', () => {
  test('with a path prefix, gzip and a token of its own', async () => {
    const { reference, port } = await front('nginx', ({ behind, port }) =>
      nginx(`server {
          listen 127.0.0.1:${port};
          gzip on; gzip_types application/json; gzip_min_length 1; gzip_proxied any;
          location /staging/ {
            if ($http_x_gateway != "gate-tk-55012") { return 403; }
            proxy_pass http://${behind}/;
          }
        }`),
    )
    const settings = { EXTRA_HEADERS: 'X-Gateway: gate-tk-55012' }
    await expectConformant(reference, `http://127.0.0.1:${port}/staging`, settings)
  })

  test('with TLS of an authority of its own, HTTP/2 and a client certificate', async () => {
    const { reference, port } = await front('nginx', ({ behind, port }) =>
      nginx(`server {
          listen 127.0.0.1:${port} ssl http2; ${NGINX_TLS} ${NGINX_CLIENTS}
          location / { proxy_pass http://${behind}; }
        }`),
    )
    await expectConformant(reference, `https://127.0.0.1:${port}`, { ...AUTHORITY, ...CLIENT })
  })

  const SAYS_WHEN = `limit_req_status 429; error_page 429 @busy;
    location @busy { internal; add_header Retry-After 1 always; return 429 "{}"; }`

  test.each([
    { limit: '20 a second, and says when to come again', rate: 20, how: SAYS_WHEN, status: 429 },
    { limit: '20 a second, and says nothing', rate: 20, how: '', status: 503 },
  ])('that limits requests to $limit', async ({ rate, how, status }) => {
    const { reference, port } = await front('nginx', ({ behind, port }) =>
      nginx(
        `server {
            listen 127.0.0.1:${port};
            limit_req zone=limit burst=5 nodelay; ${how}
            location / { proxy_pass http://${behind}; }
          }`,
        `limit_req_zone $binary_remote_addr zone=limit:1m rate=${rate}r/s;`,
      ),
    )
    const { report } = await expectConformant(reference, `http://127.0.0.1:${port}`)
    const attempts = report().exchanges.flatMap(({ earlierAttempts }) => earlierAttempts ?? [])
    expect(attempts.some((attempt) => attempt.status === status)).toBe(true)
    // Whoever waits blindly is refused again and again; who spreads requests in time seldom is.
    expect(attempts.length).toBeLessThan(report().exchanges.length / 2)
  })

  test('that closes every connection', async () => {
    const { reference, port } = await front('nginx', ({ behind, port }) =>
      nginx(
        `server { listen 127.0.0.1:${port}; keepalive_timeout 0; location / { proxy_pass http://${behind}; } }`,
      ),
    )
    await expectConformant(reference, `http://127.0.0.1:${port}`)
  })
})

describe.skipIf(!isInstalled('haproxy'))('haproxy', () => {
  test('that lets one request through at a time, and keeps no queue', async () => {
    const { reference, port } = await front('haproxy', ({ behind, port }) =>
      haproxy(`
listen front
  bind 127.0.0.1:${port}
  timeout queue 20ms
  server one ${behind} maxconn 1`),
    )
    await expectConformant(reference, `http://127.0.0.1:${port}`)
  })

  test('that balances with a cookie is asked with it', async () => {
    const { reference, port } = await front('haproxy', ({ behind, port }) =>
      haproxy(`
listen front
  bind 127.0.0.1:${port}
  balance roundrobin
  cookie SERVERID insert indirect
  http-response set-header x-replica %s
  server one ${behind} cookie one
  server two ${behind} cookie two`),
    )
    const { report } = await expectConformant(reference, `http://127.0.0.1:${port}`)
    const { exchanges } = report()
    const kept = exchanges.filter(({ request }) => request.headers.cookie !== undefined)
    const replicas = kept.flatMap(
      ({ response }) => response?.headers.find(([name]) => name === 'x-replica')?.[1] ?? [],
    )
    expect(kept.length).toBeGreaterThan(exchanges.length / 2)
    expect(new Set(replicas).size).toBe(1)
  })

  test('with TLS and a client certificate', async () => {
    const { reference, port } = await front('haproxy', ({ behind, port }) =>
      haproxy(`
listen front
  bind 127.0.0.1:${port} ssl crt CRT ca-file CLIENTS verify required
  server one ${behind}`),
    )
    await expectConformant(reference, `https://127.0.0.1:${port}`, { ...AUTHORITY, ...CLIENT })
  })
})

describe.skipIf(!isInstalled('caddy'))('Caddy', () => {
  test('with TLS and compression', async () => {
    const { reference, port } = await front('caddy', ({ behind, port }) =>
      caddy(`
https://localhost:${port} {
  bind 127.0.0.1
  tls TLS
  encode {
    gzip
    zstd
    minimum_length 1
  }
  reverse_proxy ${behind}
}`),
    )
    await expectConformant(reference, `https://localhost:${port}`, AUTHORITY)
  })
})

describe.skipIf(!isInstalled('varnishd'))('Varnish', () => {
  test('that passes everything on', async () => {
    const { reference, port } = await front('varnishd', ({ behind }) =>
      varnish(behind, 'sub vcl_recv { return (pass); }'),
    )
    await expectConformant(reference, `http://127.0.0.1:${port}`)
  })

  test('that keeps answers is named as the likely cause of what fails', async () => {
    const { reference, port } = await front('varnishd', ({ behind }) => varnish(behind))
    const { report } = await command(['run'], {
      ...reference.environment,
      BASE_URL: `http://127.0.0.1:${port}`,
      CONTRACTS: 'v3',
      CONSISTENCY_MS: '100',
    })
    const [cause] = report().commonCauses ?? []
    expect([cause?.cause, report().verdict]).toEqual(['cache', 'nonconformant'])
    expect(cause?.says).toMatch(/Age/)
  })
})

describe.skipIf(!isInstalled('apache2'))('Apache', () => {
  test('as a reverse proxy', async () => {
    const { reference, port } = await front('apache2', ({ behind, port }) => apache(port, behind))
    await expectConformant(reference, `http://127.0.0.1:${port}`)
  })

  test('that replaces error pages is named as the likely cause of what fails', async () => {
    const { reference, port } = await front('apache2', ({ behind, port }) =>
      apache(port, behind, 'ProxyErrorOverride On'),
    )
    const { report } = await command(['run'], {
      ...reference.environment,
      BASE_URL: `http://127.0.0.1:${port}`,
      CONTRACTS: 'v3',
    })
    const [cause] = report().commonCauses ?? []
    expect([cause?.cause, report().verdict]).toEqual(['error-pages', 'nonconformant'])
    expect(cause?.says).toMatch(/Apache/)
  })
})

describe.skipIf(!isInstalled('squid'))('Squid', () => {
  test('as a forward proxy that knows a password', async () => {
    const host = 'staging.example.test'
    const rules = `
auth_param basic program /usr/lib/squid/basic_fake_auth
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all`
    const { reference, port } = await front('squid', ({ port }) => squid(port, host, rules))
    const HTTP_PROXY = `http://bob:s3cret-4713@127.0.0.1:${port}`
    const BASE_URL = reference.url.replace('127.0.0.1', host)
    const { stdout, stderr, report } = await expectConformant(reference, BASE_URL, { HTTP_PROXY })
    expect(stdout + stderr + JSON.stringify(report())).not.toContain('s3cret-4713')
  })
})
