import { describe, expect, test } from 'vitest'
import { createMask } from '../secrets/mask.ts'
import { ConfigError, readConfig, secretsOf } from './config.ts'

const BOTH = { BASE_URL: 'https://staging.example.com', API_KEY: 'admin-key-1', ACCESS_TOKEN: 'token-1' }
const V3 = { BASE_URL: BOTH.BASE_URL, API_KEY: BOTH.API_KEY }
const V1 = { BASE_URL: BOTH.BASE_URL, ACCESS_TOKEN: BOTH.ACCESS_TOKEN }

function problemsOf(environment: Record<string, string>): ConfigError['problems'] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('EXTRA_HEADERS', () => {
  test.each([
    ['lines', 'X-Tenant: acme\nCookie: a=b; c=d'],
    ['lines of another system', 'X-Tenant: acme\r\nCookie: a=b; c=d\r\n'],
    ['\\n, as one line of a file', 'X-Tenant:acme\\n Cookie : a=b; c=d'],
  ])('is read from %s', (_how, EXTRA_HEADERS) => {
    expect(readConfig({ ...V3, EXTRA_HEADERS }).extraHeaders).toEqual([
      { name: 'X-Tenant', value: 'acme', variable: 'EXTRA_HEADERS' },
      { name: 'Cookie', value: 'a=b; c=d', variable: 'EXTRA_HEADERS' },
    ])
  })

  test('has a part for each contract', () => {
    const config = readConfig({
      ...BOTH,
      EXTRA_HEADERS_V3: 'Authorization: Basic eDp5',
      EXTRA_HEADERS_V1: 'x-api-key: k',
    })
    expect(config.extraHeaders).toEqual([
      { name: 'Authorization', value: 'Basic eDp5', variable: 'EXTRA_HEADERS_V3', contract: 'v3' },
      { name: 'x-api-key', value: 'k', variable: 'EXTRA_HEADERS_V1', contract: 'v1' },
    ])
  })

  test('may hold what a contract reads that is not in the run', () => {
    expect(readConfig({ ...V3, EXTRA_HEADERS: 'Authorization: Basic eDp5' }).extraHeaders).toHaveLength(1)
    expect(readConfig({ ...V1, EXTRA_HEADERS: 'X-API-Key: for-the-gateway' }).extraHeaders).toHaveLength(1)
  })

  test.each([
    [{ EXTRA_HEADERS: 'X-Tenant acme-4711' }, 'no colon'],
    [{ EXTRA_HEADERS: ': acme-4711' }, 'no colon'],
    [{ EXTRA_HEADERS: 'X Tenant: acme-4711' }, 'a name that no header can have'],
    [{ EXTRA_HEADERS: 'X-Tenant:' }, 'no value'],
    [{ EXTRA_HEADERS: 'X-Tenant: acme\u2013-4711' }, 'no header can carry'],
    [{ EXTRA_HEADERS: 'X-Tenant: one\nX-TENANT: acme-4711' }, 'has set already'],
    [
      { EXTRA_HEADERS: 'X-Tenant: one', EXTRA_HEADERS_V3: 'x-tenant: acme-4711' },
      'EXTRA_HEADERS has set already',
    ],
    [{ EXTRA_HEADERS: 'X-Profile-Id: acme-4711' }, 'contract v3 itself reads'],
    [{ EXTRA_HEADERS: 'Authorization: Bearer acme-4711' }, 'stand in EXTRA_HEADERS_V3'],
    [{ EXTRA_HEADERS_V3: 'X-Api-Key: acme-4711' }, 'stand in EXTRA_HEADERS_V1'],
    [{ EXTRA_HEADERS: 'User-Agent: acme-4711' }, 'USER_AGENT'],
    [{ EXTRA_HEADERS: 'X-One: 1\nContent-Length: acme-4711' }, 'line 2 names content-length'],
  ])('is refused as %j, without repeating a value', (variables, told) => {
    const problems = problemsOf({ ...BOTH, ...variables })
    expect(problems).toHaveLength(1)
    expect(problems[0]?.fix).toContain(told)
    expect(JSON.stringify(problems)).not.toContain('acme')
  })

  test('belongs to a target', () => {
    expect(problemsOf({ EXTRA_HEADERS: 'X-Tenant: acme' })[0]?.read).toContain('EXTRA_HEADERS is set')
    expect(readConfig({ EXTRA_HEADERS: 'X-Tenant: acme' }, { embedded: true }).extraHeaders).toBeUndefined()
  })
})

describe('values of EXTRA_HEADERS', () => {
  const basic = Buffer.from('bob:open-sesame').toString('base64')
  const mask = createMask(
    secretsOf(
      readConfig({
        ...V3,
        EXTRA_HEADERS: `Authorization: Basic ${basic}\nCookie: a=gate-pass-31; b=2\nX-Tenant: acme\nX-Token: tk-90-1z`,
      }),
    ),
  )

  test.each(['open-sesame', 'bob:open-sesame', basic, 'gate-pass-31', 'tk-90-1z'])(
    'are hidden: %s',
    (secret) => {
      expect(mask(`<p>${secret}</p>`)).toBe('<p>$EXTRA_HEADERS</p>')
    },
  )

  test('spoil no text where they are ordinary words', () => {
    expect(mask('2 users of acme')).toBe('2 users of acme')
  })
})
