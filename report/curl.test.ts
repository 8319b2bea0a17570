import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Exchange } from '../model/exchange.ts'
import { curlLine } from './curl.ts'

const BASE = 'https://api.example.com'

function line(request: Partial<Exchange['request']>): string {
  const exchange: Exchange = {
    id: 'x1',
    contract: 'v3',
    operation: 'GET /v3/users',
    caller: 'admin',
    purpose: 'a test',
    request: { method: 'GET', url: `${BASE}/v3/users`, headers: {}, ...request },
    startedAt: '2026-03-11T09:00:00.000Z',
    durationMs: 1,
    attempts: 1,
    waitedMs: 0,
  }
  return curlLine(exchange, BASE)
}

/** The arguments that curl would get from a shell in which the credentials are set. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}\n`
  const env = { PATH: process.env.PATH, API_KEY: 'the key $x `y`', ACCESS_TOKEN: 'the token' }
  return execFileSync('bash', ['--norc', '--noprofile', '-c', script], { env, encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)
}

describe('curlLine', () => {
  test('repeats a read, the credential put in by the shell', () => {
    const command = line({ headers: { 'x-api-key': '$API_KEY', 'user-agent': 'suite', host: 'x' } })
    expect(command).toBe(`curl -i 'https://api.example.com/v3/users' -H "x-api-key: $API_KEY"`)
    expect(argumentsOf(command)).toEqual(['-i', `${BASE}/v3/users`, '-H', 'x-api-key: the key $x `y`'])
  })

  test('repeats a key without its last character, or with another one', () => {
    for (const [recorded, sent] of [
      ['$' + '{API_KEY%?}', 'the key $x `y'],
      ['$' + '{API_KEY%?}0', 'the key $x `y0'],
    ] as const) {
      const command = line({ headers: { 'x-api-key': recorded } })
      expect(argumentsOf(command).at(-1)).toBe(`x-api-key: ${sent}`)
    }
  })

  test('hands on the headers of variables that hold several', () => {
    const command = line({
      headers: { 'x-api-key': '$API_KEY', 'X-Tenant': '$EXTRA_HEADERS', Cookie: '$EXTRA_HEADERS' },
    })
    expect(command).toBe(
      `printf '%b\\n' "$EXTRA_HEADERS" | curl -i '${BASE}/v3/users' -H "x-api-key: $API_KEY" -H @-`,
    )
    const script = `curl() { printf '%s|' "$@"; cat; }\n${command}`
    const env = { PATH: process.env.PATH, API_KEY: 'k', EXTRA_HEADERS: 'X-Tenant: acme\\nCookie: a=b' }
    const said = execFileSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' })
    expect(said).toMatch(/-H\|@-\|X-Tenant: acme\nCookie: a=b\n$/)
  })

  test('repeats method, headers and body of a change', () => {
    const command = line({
      method: 'DELETE',
      headers: { Authorization: 'Bearer $ACCESS_TOKEN', 'content-type': 'application/json' },
      body: '{"sandbox":true}',
    })
    expect(argumentsOf(command)).toEqual([
      '-i',
      '-X',
      'DELETE',
      `${BASE}/v3/users`,
      '-H',
      'Authorization: Bearer the token',
      '-H',
      'content-type: application/json',
      '--data-raw',
      '{"sandbox":true}',
    ])
  })

  test('puts the base URL before a path', () => {
    expect(argumentsOf(line({ url: '/v3/users' }))[1]).toBe(`${BASE}/v3/users`)
  })

  test('sends no content type where none was sent, and an empty header as empty', () => {
    const words = argumentsOf(line({ method: 'POST', headers: { 'x-api-key': '' }, body: '{}' }))
    expect(words).toContain('content-type:')
    expect(words).toContain('x-api-key;')
  })

  test('keeps curl from changing the address', () => {
    expect(argumentsOf(line({ url: `${BASE}/v3/users/[1-3]` }))).toContain('--globoff')
    expect(argumentsOf(line({ url: `${BASE}/v3/users/../me` }))).toContain('--path-as-is')
  })

  test.each([
    `it's; rm -rf ~ $(id) \`id\` $home "q" \\ !! & | > < * ? # ~ {a,b}`,
    'two\nlines\r\n\ttab',
    "control \x1b[31m and quote ' and \\ backslash",
    'bidi \u202e and key 🔑 and ü',
    '@/etc/passwd',
  ])('hands hostile text over unchanged: %j', (hostile) => {
    const words = argumentsOf(
      line({ method: 'POST', url: `${BASE}/${hostile}`, headers: { 'x-odd': hostile }, body: hostile }),
    )
    expect(words).toContain(`${BASE}/${hostile}`)
    expect(words).toContain(`x-odd: ${hostile}`)
    expect(words.at(-1)).toBe(hostile)
  })

  test('shows no control character, whatever stands in the exchange', () => {
    const command = line({ method: 'POST', body: 'a\x1b[2J\0\u202e\ud800' })
    expect(command).toMatch(/^[\x20-\x7e\ufffd]*$/)
  })

  test('expands the placeholder alone, even beside hostile text', () => {
    const words = argumentsOf(line({ headers: { 'x-a': '!"$API_KEYs$(id)`id`\\!$HOME!' } }))
    expect(words.at(-1)).toBe('x-a: !"the key $x `y`s$(id)`id`\\!!')
  })
})
