/** Targets behind a gateway of somebody else's, which wants more than the documents say. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { command } from './command.ts'
import { listening } from './targets/servers.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** The reference behind a gateway that refuses what `lets` does not let through, with a page of its own. */
async function behind(
  lets: (request: IncomingMessage) => boolean,
  echo: (request: IncomingMessage) => string,
) {
  const target = await startReference()
  const gateway = await listening(
    createServer((request, response) => {
      if (!lets(request)) {
        response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Forbidden</h1>')
        return
      }
      const { method = 'GET', headers, url: path = '/' } = request
      // The target behind never sees what was for the gateway.
      const { 'x-gateway': _token, authorization, ...others } = headers
      const own = authorization?.startsWith('Bearer ') ? { authorization } : {}
      const passed = send(new URL(path, target.url), { method, headers: { ...others, ...own } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-echo': echo(request) })
        answer.pipe(response)
      })
      request.pipe(passed)
    }),
  )
  open.push(gateway, target)
  return { ...target.environment, BASE_URL: gateway.url, SAFETY: 'full', CONTRACTS: 'v3,v1' }
}

/** Everything that a run has written. */
function filesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

describe('a gateway that wants headers of its own', () => {
  const basic = Buffer.from('bob:s3cret-4713').toString('base64')
  const EXTRA_HEADERS = 'X-Gateway: gate-tk-55012\nCookie: gate=pass-8806-x'

  test('is passed, and its secrets stand nowhere', async () => {
    const environment = await behind(
      ({ headers, url = '' }) =>
        headers['x-gateway'] === 'gate-tk-55012' &&
        headers.cookie === 'gate=pass-8806-x' &&
        (url.startsWith('/api') || headers.authorization === `Basic ${basic}`),
      ({ headers }) => `${headers['x-gateway']} ${headers.cookie} ${headers.authorization}`,
    )
    const EXTRA_HEADERS_V3 = `Authorization: Basic ${basic}`
    const { code, stdout, stderr, report, folder } = await command(['run'], {
      ...environment,
      EXTRA_HEADERS,
      EXTRA_HEADERS_V3,
    })
    expect([code, report().verdict]).toEqual([0, 'conformant'])
    const v3 = report().exchanges.find(({ contract }) => contract === 'v3')?.request.headers
    expect(v3).toMatchObject({ 'X-Gateway': '$EXTRA_HEADERS', Authorization: '$EXTRA_HEADERS_V3' })
    const said = stdout + stderr + filesBelow(folder)
    expect(said).not.toMatch(new RegExp(`gate-tk-55012|pass-8806-x|s3cret-4713|${basic}`))
  })

  test('and gets none of them is told as what it is', async () => {
    const environment = await behind(
      ({ headers }) => headers['x-gateway'] !== undefined,
      () => '',
    )
    const { code, report } = await command(['run'], environment)
    expect([code, report().verdict]).toEqual([3, 'inconclusive'])
    expect(report().message).toContain('EXTRA_HEADERS')
  })
})

describe('credentials that a command prints', () => {
  test('are had anew when they expire in the middle of a run, and none of them is shown', async () => {
    const target = await startReference()
    const { API_KEY = '', ACCESS_TOKEN = '', ...others } = target.environment
    const folder = mkdtempSync(join(tmpdir(), 'uac-command-'))
    const print = (kind: string): string => join(folder, kind)
    // Each is good for forty requests; the target behind knows the first one alone.
    const made = { key: 0, token: 0 }
    const current = { key: '', token: '' }
    let left = { key: 0, token: 0 }
    const renew = (kind: 'key' | 'token'): void => {
      current[kind] = `tk-${kind}-${++made[kind]}-s3cret-4713`
      left = { ...left, [kind]: 40 }
      writeFileSync(print(kind), current[kind])
    }
    renew('key')
    renew('token')
    const front = await listening(
      createServer((request, response) => {
        const { method = 'GET', headers, url: path = '/' } = request
        const kind = path.startsWith('/api') ? 'token' : 'key'
        const [name, prefix, known] =
          kind === 'key' ? ['x-api-key', '', API_KEY] : ['authorization', 'Bearer ', ACCESS_TOKEN]
        const isOwn = headers[name] === prefix + current[kind]
        if (isOwn && left[kind]-- === 0) renew(kind)
        const isGood = headers[name] === prefix + current[kind]
        const sent = isGood ? { ...headers, [name]: prefix + known } : headers
        const passed = send(new URL(path, target.url), { method, headers: sent }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        })
        request.pipe(passed)
      }),
    )
    open.push(front, target)
    const {
      code,
      stdout,
      stderr,
      report,
      folder: ran,
    } = await command(['run'], {
      ...others,
      BASE_URL: front.url,
      CONTRACTS: 'v3,v1',
      SAFETY: 'full',
      CONCURRENCY: '4',
      API_KEY_COMMAND: `cat '${print('key')}'`,
      ACCESS_TOKEN_COMMAND: `cat '${print('token')}'`,
    })
    rmSync(folder, { recursive: true })
    expect([code, report().verdict, report().message]).toEqual([0, 'conformant', undefined])
    expect(made.key).toBeGreaterThan(1)
    expect(made.token).toBeGreaterThan(1)
    expect(stdout + stderr + filesBelow(ran)).not.toMatch(/tk-(?:key|token)-\d/)
  })
})
