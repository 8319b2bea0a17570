import { describe, expect, test } from 'vitest'
import { ConfigError, type ConfigProblem, readConfig } from './config.ts'

const API_KEY = 'admin-key-1'

function problemsOf(environment: Record<string, string>): ConfigProblem[] {
  try {
    readConfig({ API_KEY, ...environment })
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

function problemOf(baseUrl: string): ConfigProblem {
  const problems = problemsOf({ BASE_URL: baseUrl })
  expect(problems.map(({ variable }) => variable)).toEqual(['BASE_URL'])
  return problems[0] ?? { variable: '', read: '', expected: '', fix: '' }
}

describe('BASE_URL', () => {
  test.each([
    ['https://staging.example.com', 'https://staging.example.com'],
    ['https://staging.example.com/', 'https://staging.example.com'],
    ['https://staging.example.com:443//', 'https://staging.example.com'],
    ['HTTP://Staging.Example.com/Team/a%20b/', 'http://staging.example.com/Team/a%20b'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
    ['http://10.0.0.1', 'http://10.0.0.1'],
    ['https://gateway.example.com/api', 'https://gateway.example.com/api'],
    ['https://gateway.example.com/users', 'https://gateway.example.com/users'],
    ['https://gateway.example.com/v3/proxy', 'https://gateway.example.com/v3/proxy'],
    ['  https://staging.example.com\n', 'https://staging.example.com'],
  ])('reads %j as %s', (value, baseUrl) => {
    expect(readConfig({ API_KEY, BASE_URL: value }).baseUrl).toBe(baseUrl)
  })

  test.each([
    ['staging', 'a value of 7 characters (not shown)'],
    ['/', 'a value of 1 character (not shown)'],
    ['http://', 'a value of 7 characters (not shown)'],
    ['https:staging.example.com', 'a value of 25 characters (not shown)'],
    ['https:///staging.example.com', 'a value of 28 characters (not shown)'],
    ['http://local host', 'a value of 17 characters (not shown)'],
    ['https://staging.example\n.com', 'a value of 28 characters (not shown)'],
    ['https://staging.example.com:99999', '"https://staging.example.com:99999"'],
    ['sk_live_0123456789abcdef', 'a value of 24 characters (not shown)'],
  ])('refuses %j, which is no address', (value, read) => {
    expect(problemOf(value)).toMatchObject({
      read,
      fix: expect.stringContaining('Write for example BASE_URL='),
    })
  })

  test.each([
    ['staging.example.com', 'https://staging.example.com'],
    ['staging.example.com/prefix?token=abc', 'https://staging.example.com'],
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000/x', 'http://127.0.0.1:3000'],
    ['[::1]:3000', 'http://[::1]:3000'],
  ])('sees that the scheme of %s is missing', (value, meant) => {
    expect(problemOf(value).fix).toBe(`The scheme is missing: BASE_URL begins with ${meant}.`)
  })

  test.each([
    'ftp://files.example.com',
    'ws://staging.example.com/socket',
    'file:///etc/hosts',
    'javascript://x',
  ])('refuses the scheme of %s', (value) => {
    expect(problemOf(value).fix).toMatch(/^The suite speaks http and https only/)
  })

  test.each([
    'https://ann:hunter2@staging.example.com',
    'https://hunter2@staging.example.com/v3/users?x=1',
    'https://:hunter2@staging.example.com',
    'https://ann:hunter2@x@staging.example.com#hunter2',
    'https://@staging.example.com',
    'http:\\\\ann:hunter2@staging.example.com',
    'ann:hunter2@staging.example.com',
    'https://ann:hunter2@staging example.com',
    'https://ann:hunter2@staging.example.com:99999',
    'https://ann.example:80/hunter2@staging.example.com',
    'ftp://ann:hunter2@files.example.com',
  ])('never repeats the credentials of %s', (value) => {
    const problem = problemOf(value)
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|ann/)
  })

  test('says where credentials stand and what to write instead', () => {
    const problem = problemOf('https://ann:hunter2@staging.example.com/prefix/')
    expect(problem.read).toBe('an address of https://staging.example.com with credentials (not shown)')
    expect(problem.fix).toContain('BASE_URL=https://staging.example.com/prefix;')
  })

  test.each([
    ['https://staging.example.com/p?', 'a query'],
    ['https://staging.example.com/p?token=s3cr3t', 'a query'],
    ['https://staging.example.com/p#', 'a fragment'],
    ['https://staging.example.com/p?a=s3cr3t#s3cr3t', 'a query, a fragment'],
  ])('refuses %s for %s', (value, flaw) => {
    const problem = problemOf(value)
    expect(problem.read).toBe(`an address of https://staging.example.com with ${flaw}`)
    expect(problem.fix).toContain('BASE_URL=https://staging.example.com/p;')
    expect(JSON.stringify(problem)).not.toContain('s3cr3t')
  })

  test.each([
    '/v3',
    '/v3/',
    '/v3/users',
    '/v3/users/',
    '/v3/users/u1',
    '/V3/Users',
    '/api/v1',
    '/api/v1/users',
    '/api/v1/users//',
  ])('takes the path %s of a contract off again', (path) => {
    for (const prefix of ['', '/team']) {
      const problem = problemOf(`https://staging.example.com${prefix}${path}`)
      expect(problem.read).toContain("a contract's own path")
      expect(problem.fix).toContain(`BASE_URL=https://staging.example.com${prefix};`)
    }
  })

  test('names all flaws in one problem', () => {
    const problem = problemOf('https://ann:hunter2@staging.example.com/x/v3/users?a#b')
    expect(problem.read).toMatch(
      /with credentials \(not shown\), a contract's own path, a query, a fragment$/,
    )
    expect(problem.fix).toContain('BASE_URL=https://staging.example.com/x;')
  })

  test('hides a key that stands in the address', () => {
    const problem = problemOf(`https://staging.example.com/${API_KEY}/v3`)
    expect(JSON.stringify(problem)).not.toContain(API_KEY)
    expect(JSON.stringify(problemOf(`${API_KEY}.example.com`))).not.toContain(API_KEY)
  })
})

describe('the production guard', () => {
  test.each([
    'https://api.sent.dm',
    'https://API.Sent.DM:443/prefix',
    'http://api.sent.dm.',
    'https://api.sent.dm:8443',
    'https://api%2esent.dm',
    'https://api。sent。dm',
  ])('refuses %s', (value) => {
    const [problem, ...others] = problemsOf({ BASE_URL: value })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ variable: 'ALLOW_PRODUCTION', read: 'nothing' })
    expect(problem?.expected).toContain('api.sent.dm')
    expect(problem?.fix).toContain('ALLOW_PRODUCTION=api.sent.dm')
    expect(problemsOf({ BASE_URL: value, ALLOW_PRODUCTION: 'api.sent.dm' })).toEqual([])
  })

  test.each(['true', 'yes', 'api.example.com', 'sent.dm', '*'])(
    'is not opened by ALLOW_PRODUCTION=%s',
    (value) => {
      const problems = problemsOf({ BASE_URL: 'https://api.sent.dm', ALLOW_PRODUCTION: value })
      expect(problems).toMatchObject([{ variable: 'ALLOW_PRODUCTION', read: JSON.stringify(value) }])
    },
  )

  test('knows the hosts of the operator, and api.sent.dm whatever they are', () => {
    const PRODUCTION_HOSTS = 'users.example.com, Users.example.org,[2001:db8::1]'
    for (const host of ['users.example.com', 'users.example.org', '[2001:db8::1]', 'api.sent.dm']) {
      const environment = { BASE_URL: `https://${host}`, PRODUCTION_HOSTS }
      expect(problemsOf(environment)).toMatchObject([{ variable: 'ALLOW_PRODUCTION' }])
      expect(problemsOf({ ...environment, ALLOW_PRODUCTION: host })).toEqual([])
    }
    expect(problemsOf({ BASE_URL: 'https://staging.example.com', PRODUCTION_HOSTS })).toEqual([])
  })

  test.each([
    'https://users.example.com',
    'users.example.com:443',
    'a.com/b',
    '*.example.com',
    'a.com b.com',
    'ann@a.com',
  ])('refuses PRODUCTION_HOSTS=%s', (value) => {
    expect(problemsOf({ BASE_URL: 'https://staging.example.com', PRODUCTION_HOSTS: value })).toMatchObject([
      { variable: 'PRODUCTION_HOSTS' },
    ])
  })
})
