import { describe, expect, test } from 'vitest'
import { type Config, ConfigError, type ConfigProblem, readConfig, secretsOf } from './config.ts'

const TARGET = { BASE_URL: 'https://staging.example.com', API_KEY: 'admin-key-4f7Qz9' }
const V1 = { BASE_URL: 'https://staging.example.com', ACCESS_TOKEN: 'token-4f7Qz9' }
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

describe('readConfig', () => {
  test('needs nothing for the embedded reference', () => {
    expect(readConfig({})).toEqual({
      v3: {},
      v1: {},
      safety: 'full',
      reportDir: 'reports/latest',
      allowIncomplete: false,
      failOn: ['failure'],
      ownerCountsAsAdmin: false,
      emailDomain: 'example.com',
      consistencyMs: 50,
      requestTimeoutMs: 10_000,
      runTimeoutMs: 300_000,
      maxRetryAfterMs: 90_000,
      concurrency: 16,
      maxBodyBytes: 64 * 1024 * 1024,
      maxDepth: 512,
      maxKeptBytes: 512 * 1024 * 1024,
      recordedBodyChars: 16_384,
      maxPages: 12,
      invitations: 'auto',
      publicTier: 'passive',
      productionHosts: ['api.sent.dm'],
      journalDir: 'reports/journal',
      notices: [],
      showPeople: false,
      incognito: false,
    } satisfies Config)
  })

  test('reads everything', () => {
    const config = readConfig({
      BASE_URL: ' https://Staging.Example.com:8443/prefix/ ',
      CONTRACTS: 'v1, v3',
      API_KEY: 'admin-9hG4kQ2v',
      DEVELOPER_API_KEY: 'developer-key',
      RESTRICTED_API_KEY: 'restricted-key',
      BILLING_API_KEY: 'billing-4Tz8wQ1k',
      SELF_USER_ID: 'user_1',
      PROFILE_ID: UUID,
      FOREIGN_PROFILE_ID: UUID.toUpperCase(),
      FOREIGN_USER_ID: 'user_2',
      ACCESS_TOKEN: 'tok-8sKq2Lw0',
      RESTRICTED_ACCESS_TOKEN: 'weak-7Pd3nV1x',
      SAFETY: 'read-only',
      REPORT_DIR: 'out/report',
      ALLOW_INCOMPLETE: 'true',
      OWNER_COUNTS_AS_ADMIN: 'true',
      EMAIL_DOMAIN: 'Test.Example.org',
      REQUEST_TIMEOUT_MS: '100',
      RUN_TIMEOUT_MS: '86400000',
      MAX_WAIT_MS: '0',
      CONCURRENCY: '64',
      MAX_BODY_BYTES: '1024',
      MAX_DEPTH: '16',
      MAX_KEPT_BYTES: '1048576',
      RECORDED_BODY_CHARS: '0',
      MAX_PAGES: '1',
      PRODUCTION_HOSTS: 'Prod.example.com., [::1] ,,api.sent.dm',
      ALLOW_PRODUCTION: 'prod.example.com',
      JOURNAL_DIR: 'out/journal',
    })
    expect(config).toEqual({
      baseUrl: 'https://staging.example.com:8443/prefix',
      contracts: ['v3', 'v1'],
      v3: {
        apiKey: 'admin-9hG4kQ2v',
        developerApiKey: 'developer-key',
        restrictedApiKey: 'restricted-key',
        billingApiKey: 'billing-4Tz8wQ1k',
        selfUserId: 'user_1',
        profileId: UUID,
        foreignProfileId: UUID.toUpperCase(),
        foreignUserId: 'user_2',
      },
      v1: { accessToken: 'tok-8sKq2Lw0', restrictedAccessToken: 'weak-7Pd3nV1x' },
      safety: 'read-only',
      reportDir: 'out/report',
      allowIncomplete: true,
      failOn: ['failure'],
      ownerCountsAsAdmin: true,
      emailDomain: 'test.example.org',
      consistencyMs: 2_000,
      requestTimeoutMs: 100,
      runTimeoutMs: 86_400_000,
      maxRetryAfterMs: 0,
      concurrency: 64,
      maxBodyBytes: 1024,
      maxDepth: 16,
      maxKeptBytes: 1_048_576,
      recordedBodyChars: 0,
      maxPages: 1,
      invitations: 'auto',
      publicTier: 'passive',
      productionHosts: ['api.sent.dm', 'prod.example.com', '::1'],
      allowProduction: 'prod.example.com',
      journalDir: 'out/journal',
      notices: [],
      showPeople: false,
      incognito: false,
    } satisfies Config)
    expect(structuredClone(config)).toEqual(config)
    expect(JSON.parse(JSON.stringify(config))).toEqual(config)
  })

  test('takes an empty value for unset, but for the target', () => {
    const empty = Object.fromEntries(
      ['CONTRACTS', 'API_KEY', 'PROFILE_ID', 'SAFETY', 'CONCURRENCY', 'REPORT_DIR'].map((name) => [name, '']),
    )
    expect(readConfig(empty)).toEqual(readConfig({}))
    expect(readConfig({ ...empty, ALLOW_INCOMPLETE: undefined, SAFETY: '  ' })).toEqual(readConfig({}))
  })

  test('leaves absent what was not set', () => {
    const config = readConfig(TARGET)
    expect(Object.keys(config.v3)).toEqual(['apiKey'])
    expect(Object.keys(config.v1)).toEqual([])
    expect('allowProduction' in config).toBe(false)
    expect('contracts' in readConfig({})).toBe(false)
  })

  test('is careful with targets that are not its own', () => {
    expect(readConfig(TARGET).safety).toBe('disposable')
    expect(readConfig({ ...TARGET, SAFETY: 'full' }).safety).toBe('full')
  })

  test.each([
    [TARGET, ['v3']],
    [V1, ['v1']],
    [{ ...TARGET, ...V1 }, ['v3', 'v1']],
    [{ ...TARGET, ...V1, CONTRACTS: 'v1' }, ['v1']],
    [{ ...TARGET, ...V1, CONTRACTS: 'v1,v3,v1' }, ['v3', 'v1']],
    [{ CONTRACTS: 'v1' }, ['v1']],
  ])('chooses the contracts of %o', (environment, contracts) => {
    expect(readConfig(environment).contracts).toEqual(contracts)
  })

  test('tells all problems at once, in the order of the documentation', () => {
    const environment = {
      CONCURRENCY: '0',
      SAFETY: 'wild',
      PROFILE_ID: 'p1',
      API_KEY: 'admin-key\nX-Other: 1',
      CONTRACTS: 'v3,v4',
      BASE_URL: 'nowhere',
      ALLOW_INCOMPLETE: '1',
    }
    const problems = problemsOf(environment)
    const names = [
      'BASE_URL',
      'CONTRACTS',
      'API_KEY',
      'PROFILE_ID',
      'SAFETY',
      'ALLOW_INCOMPLETE',
      'CONCURRENCY',
    ]
    expect(problems.map(({ variable }) => variable)).toEqual(names)
    const { message } = new ConfigError(problems)
    const paragraphs = message.split('\n\n')
    expect(paragraphs[0]).toContain('7 problems')
    expect(paragraphs.slice(1).map((paragraph) => paragraph.split(':')[0])).toEqual(names)
    expect(message).not.toContain('admin-key')
  })
})

test('a credential that is a word is named, and not shown', () => {
  const { notices } = readConfig({ ...V1, ACCESS_TOKEN: 'test' })
  expect(notices).toEqual([expect.stringMatching(/^ACCESS_TOKEN is too short or too ordinary/)])
  expect(notices.join()).not.toContain('test')
})

describe('secretsOf', () => {
  test('names every credential by its variable', () => {
    const config = readConfig({ ...TARGET, ...V1, DEVELOPER_API_KEY: 'developer-key', SELF_USER_ID: 'u1' })
    expect(secretsOf(config)).toEqual([
      { placeholder: '$API_KEY', value: 'admin-key-4f7Qz9' },
      { placeholder: '$DEVELOPER_API_KEY', value: 'developer-key' },
      { placeholder: '$ACCESS_TOKEN', value: 'token-4f7Qz9' },
      { placeholder: `$${'{API_KEY%?}'}`, value: 'admin-key-4f7Qz' },
      { placeholder: `$${'{ACCESS_TOKEN%?}'}`, value: 'token-4f7Qz' },
    ])
    expect(secretsOf(readConfig({}))).toEqual([])
  })

  test('hides the near miss of a key as well, which is sent to see that it is refused', () => {
    const config = readConfig({ ...TARGET, API_KEY: 'a-key-of-some-length-7f3a' })
    expect(secretsOf(config)).toContainEqual({
      placeholder: `$${'{API_KEY%?}'}`,
      value: 'a-key-of-some-length-7f3',
    })
  })
})
