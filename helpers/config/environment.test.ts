import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ConfigError, type ConfigProblem, loadEnvironment, readConfig } from './config.ts'
import { VARIABLES } from './variables.ts'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'environment-'))
  for (const { name } of VARIABLES) vi.stubEnv(name, undefined)
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true })
})

function write(text: string | Buffer): void {
  writeFileSync(join(directory, '.env'), text)
}

function problemsOf(environment: Record<string, string | undefined>): ConfigProblem[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('loadEnvironment', () => {
  test('works without a .env file', () => {
    vi.stubEnv('CONCURRENCY', '3')
    expect(loadEnvironment(directory).CONCURRENCY).toBe('3')
  })

  test('reads .env, and lets the environment win, also with an empty value', () => {
    write('\uFEFFCONCURRENCY=4\r\nMAX_PAGES=5\r\nEMAIL_DOMAIN="example.org" # why\r\nexport SAFETY=full\r\n')
    vi.stubEnv('CONCURRENCY', '3')
    vi.stubEnv('EMAIL_DOMAIN', '')
    const environment = loadEnvironment(directory)
    expect(environment).toMatchObject({ CONCURRENCY: '3', MAX_PAGES: '5', SAFETY: 'full' })
    expect(readConfig(environment)).toMatchObject({ concurrency: 3, maxPages: 5, emailDomain: 'example.com' })
  })

  test('does not change the environment of the process', () => {
    write('MAX_PAGES=5')
    loadEnvironment(directory)
    expect(process.env.MAX_PAGES).toBeUndefined()
  })

  test('does not look into the directories above', () => {
    write('MAX_PAGES=5')
    mkdirSync(join(directory, 'below'))
    expect(loadEnvironment(join(directory, 'below')).MAX_PAGES).toBeUndefined()
  })

  test('reads the working directory unless told otherwise', () => {
    write('MAX_PAGES=5')
    vi.spyOn(process, 'cwd').mockReturnValue(directory)
    expect(loadEnvironment().MAX_PAGES).toBe('5')
  })

  test.each([
    ['API_KEYS', 'API_KEY'],
    ['APIKEY', 'API_KEY'],
    ['BASEURL', 'BASE_URL'],
    ['base_url', 'BASE_URL'],
    ['SAFTEY', 'SAFETY'],
    ['DEVELOPPER_API_KEY', 'DEVELOPER_API_KEY'],
    ['RESTRICTED_API_KEYY', 'RESTRICTED_API_KEY'],
  ])('takes %s in .env for a misspelt %s', (name, meant) => {
    write(`${name}=s3cr3t-value`)
    const problems = problemsOf(loadEnvironment(directory))
    expect(problems).toMatchObject([
      { variable: name, fix: expect.stringContaining(`Did you mean ${meant}?`) },
    ])
    expect(JSON.stringify(problems)).not.toContain('s3cr3t')
  })

  test('lets foreign variables and empty ones be, and never judges the environment', () => {
    write('DATABASE_URL=x\nNODE_ENV=test\nPORT=3000\nHTTP_PROXY=http://p.example.com\nAPI_KEYS=\n')
    vi.stubEnv('APIKEY', 'x')
    expect(problemsOf(loadEnvironment(directory))).toEqual([])
  })

  test('tells problems of the file together with those of the values, also through a copy', () => {
    write('CONCURENCY=4\nMAX_PAGES=0')
    const copy = { ...loadEnvironment(directory), SAFETY: 'wild' }
    expect(problemsOf(copy).map(({ variable }) => variable)).toEqual(['SAFETY', 'MAX_PAGES', 'CONCURENCY'])
  })

  test('sees a key that was cut at a # sign', () => {
    const target = 'BASE_URL=https://staging.example.com\n'
    write(`${target}API_KEY=abc#def`)
    expect(problemsOf(loadEnvironment(directory))).toMatchObject([{ variable: 'API_KEY' }])
    for (const line of [
      'API_KEY="abc#def"',
      "API_KEY='abc#def'",
      'API_KEY=abc # def',
      'API_KEY=abc\n#API_KEY=x#y',
    ]) {
      write(`${target}${line}`)
      expect(problemsOf(loadEnvironment(directory))).toEqual([])
    }
  })

  test('reports a .env that is no text file', () => {
    mkdirSync(join(directory, '.env'))
    expect(problemsOf(loadEnvironment(directory))).toMatchObject([{ variable: '.env' }])
    rmSync(join(directory, '.env'), { recursive: true })
    write(Buffer.from('\uFEFFMAX_PAGES=5', 'utf16le'))
    expect(problemsOf(loadEnvironment(directory))).toMatchObject([{ variable: '.env' }])
  })
})

describe('a target that is missing', () => {
  test.each([
    ['set to nothing', { BASE_URL: ' ' }],
    ['left out beside a credential', { API_KEY: 'key-of-somebody' }],
    ['left out beside a gate', { FAIL_ON: 'warning' }],
    ['left out beside a baseline', { BASELINE: 'known.json' }],
    ['left out beside accepted gaps', { ALLOW_INCOMPLETE: 'true' }],
  ])('is an error where BASE_URL is %s: no gate passes against the demonstration', (_, environment) => {
    expect(problemsOf(environment).map(({ variable }) => variable)).toEqual(['BASE_URL'])
    const { baseUrl, v3 } = readConfig(environment, { embedded: true })
    expect([baseUrl, v3]).toEqual([undefined, {}])
  })

  test('is the embedded reference where nothing is said at all', () => {
    expect(readConfig({}).baseUrl).toBeUndefined()
  })
})

test('stops for a misspelt name that decides what a run may do, and tells of others', () => {
  expect(problemsOf({ SAFTEY: 'read-only' }).map(({ variable }) => variable)).toEqual(['SAFTEY'])
  expect(readConfig({ CONCURENCY: '3' }).notices).toHaveLength(1)
})
