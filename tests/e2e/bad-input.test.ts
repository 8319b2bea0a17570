/** What users get wrong: one clear message, the right exit code, and no credential on the screen. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { command } from './command.ts'

const KEY = 'key-that-nobody-may-see-4711'
const servers: Server[] = []

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

describe('a wrong configuration ends with exit code 2 and names the variable', () => {
  const wrong: [what: string, environment: Record<string, string>, says: RegExp][] = [
    ['no URL', { BASE_URL: 'staging', API_KEY: KEY }, /BASE_URL/],
    ['credentials in the URL', { BASE_URL: 'https://me:hush@staging.example.com', API_KEY: KEY }, /BASE_URL/],
    ['another scheme', { BASE_URL: 'ftp://staging.example.com', API_KEY: KEY }, /BASE_URL[\s\S]*https?/],
    ['an unknown safety', { SAFETY: 'ful' }, /SAFETY[\s\S]*full/],
    ['an unknown contract', { CONTRACTS: 'v2' }, /CONTRACTS/],
    ['no credential', { BASE_URL: 'https://staging.example.com' }, /API_KEY[\s\S]*ACCESS_TOKEN/],
    [
      'a key with a line break',
      { BASE_URL: 'https://staging.example.com', API_KEY: `${KEY}\nmore` },
      /API_KEY/,
    ],
    [
      'a profile that is no UUID',
      { BASE_URL: 'https://staging.example.com', API_KEY: KEY, PROFILE_ID: 'main' },
      /PROFILE_ID[\s\S]*UUID/,
    ],
    ['a report directory that cannot be written', { REPORT_DIR: '/proc/nowhere' }, /REPORT_DIR/],
    [
      'a journal directory that cannot be written',
      { BASE_URL: 'http://127.0.0.1:9', API_KEY: KEY, JOURNAL_DIR: '/proc/nowhere' },
      /JOURNAL_DIR/,
    ],
    ['the production host', { BASE_URL: 'https://api.sent.dm', API_KEY: KEY }, /ALLOW_PRODUCTION/],
  ]
  test.each(wrong)('%s', async (_what, environment, says) => {
    const { code, stdout, stderr } = await command(['run'], environment)
    expect(code).toBe(2)
    expect(stderr).toMatch(says)
    expect(stdout + stderr).not.toContain(KEY)
    expect(stdout + stderr).not.toContain('hush')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('several problems are told at once', async () => {
    const { stderr } = await command(['run'], {
      BASE_URL: 'nowhere',
      SAFETY: 'some',
      PROFILE_ID: 'x',
      API_KEY: KEY,
    })
    expect(stderr).toMatch(/BASE_URL/)
    expect(stderr).toMatch(/SAFETY/)
    expect(stderr).toMatch(/PROFILE_ID/)
  })
})

describe('a target that cannot be judged ends with exit code 3, one message and a whole report', () => {
  async function unsettled(environment: Record<string, string>): Promise<string> {
    const { code, stdout, stderr, report } = await command(['run'], { API_KEY: KEY, ...environment })
    expect(code).toBe(3)
    expect(report().verdict).toBe('inconclusive')
    expect(
      report().requirements.every(({ verdict }) => verdict === 'inconclusive' || verdict === 'untested'),
    ).toBe(true)
    expect(stdout + stderr).not.toContain(KEY)
    expect(stdout.split('\n').length).toBeLessThan(40)
    return report().message ?? ''
  }

  test('nothing listening', async () => {
    const closed = await serve(() => undefined)
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve))
    expect(await unsettled({ BASE_URL: closed })).toMatch(/refused/)
  })

  test('a host that does not resolve', async () => {
    expect(await unsettled({ BASE_URL: 'http://nowhere.invalid' })).toMatch(/resolve/)
  })

  test('a server that answers HTML', async () => {
    const html: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    }
    expect(await unsettled({ BASE_URL: await serve(html) })).toMatch(/not the v3 users API[\s\S]*text\/html/)
  })

  test('a key that is refused', async () => {
    const refusing: RequestListener = (_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end('{"success":false,"data":null,"error":{"code":"AUTH_002","message":"no"},"meta":{}}')
    }
    expect(await unsettled({ BASE_URL: await serve(refusing) })).toMatch(/refuses API_KEY/)
  })
})
