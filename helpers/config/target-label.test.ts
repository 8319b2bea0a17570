import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { settingsOf } from './settings.ts'

const TARGET = { BASE_URL: 'https://users.example', API_KEY: '3f6c2f0a-8d51-4a6e-9d8a-2f0c9b1d7e55' }
const DIGEST = `sha256:${'0a'.repeat(32)}`

describe('what a report is about', () => {
  test('is read as it stands', () => {
    const label = { TARGET_NAME: 'acme users', TARGET_VERSION: '2.4.0', TARGET_DIGEST: DIGEST }
    expect(readConfig({ ...TARGET, ...label }).targetLabel).toEqual({
      name: 'acme users',
      version: '2.4.0',
      digest: DIGEST,
    })
    expect(readConfig(TARGET)).not.toHaveProperty('targetLabel')
  })

  test.each(['sha256:0a', 'latest', `md5:${'0'.repeat(32)}`, DIGEST.toUpperCase(), `${DIGEST}:${DIGEST}`])(
    'is refused where %j stands for a digest',
    (digest) => {
      expect(() => readConfig({ ...TARGET, TARGET_DIGEST: digest })).toThrow(/TARGET_DIGEST[\s\S]*sha256/)
    },
  )

  test('is refused where it is more than a line', () => {
    expect(() => readConfig({ ...TARGET, TARGET_NAME: 'a\nb' })).toThrow('TARGET_NAME')
    expect(() => readConfig({ ...TARGET, TARGET_VERSION: 'x'.repeat(101) })).toThrow('TARGET_VERSION')
  })
})

test('settings name no credential', () => {
  const text = JSON.stringify(settingsOf(readConfig(TARGET)))
  expect(text).toContain('"SAFETY":"disposable"')
  expect(text).not.toContain(TARGET.API_KEY)
})
