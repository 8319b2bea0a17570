import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const TARGET = { BASE_URL: 'https://staging.example.com', API_KEY: 'key-9hG4kQ2v' }
const file = (name: string): string =>
  fileURLToPath(new URL(`../../tests/e2e/certificates/${name}`, import.meta.url))
const CLIENT = { CLIENT_CERT: file('client.pem'), CLIENT_KEY: file('client.key') }

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uac-certificates-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function written(text: string): string {
  const path = join(folder, `${Math.random()}.pem`)
  writeFileSync(path, text)
  return path
}

function problemsOf(environment: Record<string, string>): ConfigError['problems'] {
  try {
    readConfig({ ...TARGET, ...environment })
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('certificates', () => {
  test('are read from their files', () => {
    const { certificates } = readConfig({ ...TARGET, ...CLIENT, CA_CERT: file('ca.pem') })
    expect(certificates).toEqual({
      cert: readFileSync(CLIENT.CLIENT_CERT, 'utf8'),
      key: readFileSync(CLIENT.CLIENT_KEY, 'utf8'),
      ca: readFileSync(file('ca.pem'), 'utf8'),
    })
  })

  test('may stand in one file with their key', () => {
    const both = readFileSync(CLIENT.CLIENT_KEY, 'utf8') + readFileSync(CLIENT.CLIENT_CERT, 'utf8')
    expect(readConfig({ ...TARGET, CLIENT_CERT: written(both) }).certificates).toEqual({
      cert: both,
      key: both,
    })
  })

  test('that a plain http target never sees are told of', () => {
    const config = readConfig({ ...TARGET, ...CLIENT, BASE_URL: 'http://staging.example.com' })
    expect(config.notices).toEqual([expect.stringContaining('no https address')])
    expect(readConfig({ ...TARGET, ...CLIENT }).notices).toEqual([])
  })

  test.each([
    [() => ({ CLIENT_CERT: CLIENT.CLIENT_CERT }), 'CLIENT_KEY', 'Name its PEM file'],
    [() => ({ CLIENT_KEY: CLIENT.CLIENT_KEY }), 'CLIENT_CERT', 'Name its PEM file'],
    [() => ({ ...CLIENT, CLIENT_KEY: file('good.key') }), 'CLIENT_KEY', 'the key that belongs to it'],
    [() => ({ ...CLIENT, CLIENT_CERT: file('client.key') }), 'CLIENT_CERT', 'BEGIN CERTIFICATE'],
    [() => ({ ...CLIENT, CLIENT_KEY: file('client.pem') }), 'CLIENT_KEY', 'BEGIN PRIVATE KEY'],
    [() => ({ CA_CERT: join(folder, 'nowhere.pem') }), 'CA_CERT', 'no such file'],
    [() => ({ CA_CERT: folder }), 'CA_CERT', 'a directory'],
    [() => ({ CA_CERT: file('expired.pem') }), 'CA_CERT', 'has expired on Feb'],
    [
      () => ({ CA_CERT: written('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n') }),
      'CA_CERT',
      'damaged',
    ],
    [
      () => ({ ...CLIENT, CLIENT_KEY: written('-----BEGIN ENCRYPTED PRIVATE KEY-----\n') }),
      'CLIENT_KEY',
      'passphrase',
    ],
    [
      () => ({ ...CLIENT, CLIENT_KEY: written('-----BEGIN PRIVATE KEY-----\nMIIB\n') }),
      'CLIENT_KEY',
      'damaged',
    ],
  ] as const)('that cannot be used are named (%#)', (variables, variable, told) => {
    expect(problemsOf(variables())).toEqual([
      expect.objectContaining({ variable, fix: expect.stringContaining(told) }),
    ])
  })

  test('that stand in the variable itself are not repeated', () => {
    const problems = problemsOf({ ...CLIENT, CLIENT_KEY: readFileSync(CLIENT.CLIENT_KEY, 'utf8') })
    expect(problems).toHaveLength(1)
    expect(JSON.stringify(problems)).not.toContain('BEGIN PRIVATE KEY')
  })
})
