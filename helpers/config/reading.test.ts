import { describe, expect, test } from 'vitest'
import { ConfigError, type ConfigProblem, readConfig } from './config.ts'

const TARGET = { BASE_URL: 'https://staging.example.com', API_KEY: 'admin-key-1' }
const UUID = '7f3c1c52-5b0e-4a43-9d0c-2f1d6f0b8a11'

function problemsOf(environment: Record<string, string | undefined>): ConfigProblem[] {
  try {
    readConfig(environment, { embedded: environment.BASE_URL === undefined })
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

describe('single values', () => {
  test.each([
    'not-a-uuid',
    `{${UUID}}`,
    `urn:uuid:${UUID}`,
    UUID.slice(1),
    UUID.replaceAll('-', ''),
    `${UUID}\n${UUID}`,
  ])('refuses the profile id %j', (value) => {
    expect(problemOf({ ...TARGET, PROFILE_ID: value }).variable).toBe('PROFILE_ID')
    expect(problemOf({ ...TARGET, FOREIGN_PROFILE_ID: value }).variable).toBe('FOREIGN_PROFILE_ID')
  })

  test('shows a short profile id, and never one that could be a key', () => {
    expect(problemOf({ ...TARGET, PROFILE_ID: 'not-a-uuid' }).read).toBe('"not-a-uuid"')
    expect(problemOf({ ...TARGET, PROFILE_ID: 'sk_live_0123456789' }).read).not.toContain('sk_')
  })

  test.each(['a/b', '/v3/users/u1', 'a\\b', 'a b', ' u1', 'u1\n', 'u\u00001', '.', '..'])(
    'refuses SELF_USER_ID=%j',
    (value) => {
      expect(problemOf({ ...TARGET, SELF_USER_ID: value }).variable).toBe('SELF_USER_ID')
    },
  )

  test('knows no word for nobody of another organization', () => {
    expect(problemOf({ ...TARGET, FOREIGN_USER_ID: 'none' })).toMatchObject({
      variable: 'FOREIGN_USER_ID',
      fix: 'Leave FOREIGN_USER_ID unset where nobody is known.',
    })
  })

  test('refuses an unknown SAFETY and suggests the nearest', () => {
    const problem = problemOf({ ...TARGET, SAFETY: 'readonly' })
    expect(problem).toMatchObject({
      variable: 'SAFETY',
      read: '"readonly"',
      expected: 'read-only, disposable or full',
    })
    expect(problem.fix).toMatch(/^Did you mean read-only\?/)
    expect(problemOf({ ...TARGET, SAFETY: 'production' }).fix).not.toContain('Did you mean')
  })

  test.each(['1', '0', 'yes', 'TRUE', 'on'])('refuses %s for a boolean', (value) => {
    for (const name of ['ALLOW_INCOMPLETE', 'OWNER_COUNTS_AS_ADMIN']) {
      expect(problemOf({ [name]: value })).toMatchObject({ variable: name, expected: 'true or false' })
    }
  })

  test.each([
    ['REQUEST_TIMEOUT_MS', ['99', '600001', '10s', '1e3', '-100', '100.5', 'ten', '0x64', 'Infinity']],
    ['RUN_TIMEOUT_MS', ['999', '86400001']],
    ['MAX_WAIT_MS', ['-1', '3600001']],
    ['CONCURRENCY', ['0', '65', '8 8']],
    ['MAX_BODY_BYTES', ['1023', '268435457', '64MiB']],
    ['RECORDED_BODY_CHARS', ['1048577']],
    ['MAX_PAGES', ['0', '1001', '9'.repeat(400)]],
  ])('keeps %s within its range', (name, values) => {
    for (const value of values) {
      const problem = problemOf({ [name]: value })
      expect(problem.variable).toBe(name)
      expect(problem.expected).toMatch(/^a whole number from \d+ to \d+/)
    }
  })

  test.each([
    '@example.com',
    'me@example.com',
    'example',
    'exa mple.com',
    '-a.com',
    'a_b.com',
    '10.0.0.1',
    'a..com',
    `${'a.'.repeat(100)}com`,
  ])('refuses EMAIL_DOMAIN=%s', (value) => {
    expect(problemOf({ EMAIL_DOMAIN: value }).variable).toBe('EMAIL_DOMAIN')
  })

  test('refuses paths with control characters and shows them harmlessly', () => {
    const problem = problemOf({ REPORT_DIR: 'a\u001b[31m\u202eb\u009b' })
    expect(problem.variable).toBe('REPORT_DIR')
    expect(problem.read).toBe('"a\\u001b[31m\\u{202e}b\\u{9b}"')
    expect(problemOf({ JOURNAL_DIR: 'a\u0000' }).variable).toBe('JOURNAL_DIR')
  })

  test('cuts long values', () => {
    expect(problemOf({ SAFETY: 'x'.repeat(5000) }).read).toBe(`"${'x'.repeat(80)}" and 4920 more characters`)
  })

  test('hides a credential that was repeated in another variable', () => {
    const problems = problemsOf({ ...TARGET, SAFETY: TARGET.API_KEY, EMAIL_DOMAIN: `x@${TARGET.API_KEY}` })
    expect(problems).toHaveLength(2)
    expect(JSON.stringify(problems)).not.toContain(TARGET.API_KEY)
    expect(problems[0]?.read).toBe('"$API_KEY"')
  })
})
