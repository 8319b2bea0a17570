import { describe, expect, test } from 'vitest'
import { ConfigError, type ConfigProblem, readConfig } from './config.ts'

const TARGET = { BASE_URL: 'https://staging.example.com', API_KEY: 'admin-key-1' }
const V1 = { BASE_URL: 'https://staging.example.com', ACCESS_TOKEN: 'token-1' }
const UUID = '7f3c1c52-5b0e-4a43-9d0c-2f1d6f0b8a11'

function problemsOf(environment: Record<string, string | undefined>): ConfigProblem[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

/** The only problem there is. */
function problemOf(environment: Record<string, string | undefined>): ConfigProblem {
  const problems = problemsOf(environment)
  expect(problems.map(({ variable }) => variable)).toHaveLength(1)
  return problems[0] ?? { variable: '', read: '', expected: '', fix: '' }
}

describe('contracts and credentials', () => {
  test.each(['v2', 'V3', 'v3 v1', 'v3;v1', 'users', 'v3,', ',', 'all'])('refuses CONTRACTS=%s', (value) => {
    const problem = problemOf({ ...TARGET, CONTRACTS: value })
    expect(problem).toMatchObject({
      variable: 'CONTRACTS',
      read: JSON.stringify(value),
      expected: 'v3, v1 or v3,v1',
    })
  })

  test('suggests the contract that was meant', () => {
    expect(problemOf({ ...TARGET, CONTRACTS: 'V3' }).fix).toMatch(/^Did you mean v3\?/)
    expect(problemOf({ ...TARGET, CONTRACTS: 'v3,v' }).fix).toMatch(/^Did you mean v3 or v1\?/)
    expect(problemOf({ ...TARGET, CONTRACTS: 'everything' }).fix).not.toContain('Did you mean')
  })

  test('wants a credential for each contract that was chosen', () => {
    expect(problemOf({ ...TARGET, CONTRACTS: 'v3,v1' })).toMatchObject({
      variable: 'ACCESS_TOKEN',
      read: 'nothing',
    })
    expect(problemOf({ ...V1, CONTRACTS: 'v3' })).toMatchObject({ variable: 'API_KEY', read: 'nothing' })
  })

  test('wants a credential at all', () => {
    const problem = problemOf({ BASE_URL: 'https://staging.example.com', API_KEY: '' })
    expect(problem).toMatchObject({ variable: 'API_KEY or ACCESS_TOKEN', read: 'nothing' })
  })

  test('does not drop a contract of which only a secondary credential is left', () => {
    expect(problemOf({ ...V1, DEVELOPER_API_KEY: 'developer-key' })).toMatchObject({ variable: 'API_KEY' })
    expect(problemOf({ ...TARGET, RESTRICTED_ACCESS_TOKEN: 'weak' })).toMatchObject({
      variable: 'ACCESS_TOKEN',
    })
  })

  test.each([
    ['a line break at its end', 'key-of-mine\n'],
    ['a carriage return', 'key-of\rmine'],
    ['a line break', 'key-of\nmine'],
    ['a line separator', 'key-of\u2028mine'],
    ['a control character', 'key-of\u0007mine'],
    ['a tab', 'key-of\tmine'],
    ['a C1 control character', 'key-of\u0085mine'],
    ['Greek letters', 'key-of-μιnε'],
    ['a typographic dash', 'key–of-mine'],
    ['an emoji', 'key-of-mine🔑'],
    ['a blank before it', ' key-of-mine'],
    ['a blank behind it', 'key-of-mine '],
    ['a no-break space behind it', 'key-of-mine\u00a0'],
    ['quotation marks around it', '"key-of-mine"'],
    ['nothing but blanks', '   '],
  ])('refuses a credential with %s', (_flaw, value) => {
    for (const name of ['API_KEY', 'DEVELOPER_API_KEY', 'RESTRICTED_API_KEY', 'BILLING_API_KEY'] as const) {
      const problem = problemOf({ ...TARGET, [name]: value })
      expect(problem.variable).toBe(name)
      expect(problem.read).toBe(`a value of ${value.length} characters (not shown)`)
      expect(JSON.stringify(problem)).not.toContain('mine')
    }
    for (const name of ['ACCESS_TOKEN', 'RESTRICTED_ACCESS_TOKEN'] as const) {
      expect(problemOf({ ...V1, [name]: value }).variable).toBe(name)
    }
  })

  test('refuses a token that brings its scheme along', () => {
    expect(problemOf({ ...V1, ACCESS_TOKEN: 'Bearer abc.def' }).fix).toContain('Bearer')
  })

  test('accepts what a header can carry', () => {
    expect(readConfig({ ...TARGET, API_KEY: `a b+/=~'"\\%clé` }).v3.apiKey).toBe(`a b+/=~'"\\%clé`)
  })

  test('refuses one value for two callers or two profiles', () => {
    const twice = { ...TARGET, DEVELOPER_API_KEY: TARGET.API_KEY }
    expect(problemOf(twice)).toMatchObject({
      variable: 'DEVELOPER_API_KEY',
      read: 'the same value as API_KEY',
    })
    const weak = { ...TARGET, DEVELOPER_API_KEY: 'other', RESTRICTED_API_KEY: 'other' }
    expect(problemOf(weak).read).toBe('the same value as DEVELOPER_API_KEY')
    const tokens = { ...V1, RESTRICTED_ACCESS_TOKEN: V1.ACCESS_TOKEN }
    expect(problemOf(tokens).variable).toBe('RESTRICTED_ACCESS_TOKEN')
    const profiles = { ...TARGET, PROFILE_ID: UUID, FOREIGN_PROFILE_ID: UUID }
    expect(problemOf(profiles).variable).toBe('FOREIGN_PROFILE_ID')
    expect(problemsOf({ ...TARGET, ACCESS_TOKEN: TARGET.API_KEY })).toEqual([])
  })

  test('refuses credentials that nothing would be done with', () => {
    const problem = problemOf({ API_KEY: 'admin-key', PROFILE_ID: UUID, SAFETY: 'full' })
    expect(problem.variable).toBe('BASE_URL')
    expect(problem.read).toBe('nothing, while API_KEY, PROFILE_ID are set')
    expect(problemOf({ ACCESS_TOKEN: 'token' }).read).toBe('nothing, while ACCESS_TOKEN is set')
    expect(problemOf({ SELF_USER_ID: 'u1', BASE_URL: '' }).variable).toBe('BASE_URL')
  })
})
