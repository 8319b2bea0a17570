import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const TARGET = { BASE_URL: 'http://localhost:1', API_KEY: 'an-admin-key' }

/** Which variables are complained of. */
function complaints(environment: Record<string, string>): string[] {
  try {
    readConfig({ ...TARGET, ...environment })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ variable }) => variable)
    throw error
  }
}

describe('the account that owns API_KEY', () => {
  test('is named by its id, and proven by its address in any letter case', () => {
    const { v3 } = readConfig({ ...TARGET, SELF_USER_ID: 'u1', SELF_EMAIL: ' Ada@Acme.example ' })
    expect(v3).toEqual({ apiKey: 'an-admin-key', selfUserId: 'u1', selfEmail: 'ada@acme.example' })
  })

  test.each(['none', 'None'])('has no entry where SELF_USER_ID is %s', (SELF_USER_ID) => {
    const { v3 } = readConfig({ ...TARGET, SELF_USER_ID })
    expect(v3).toEqual({ apiKey: 'an-admin-key', selfUnlisted: true })
  })

  test('is confirmed by its own address alone', () => {
    const SELF_EMAIL = 'ada@acme.example'
    expect(complaints({ SELF_EMAIL, SELF_CONFIRMED: 'Ada@acme.example' })).toEqual([])
    expect(complaints({ SELF_EMAIL, SELF_CONFIRMED: 'bob@acme.example' })).toEqual(['SELF_CONFIRMED'])
    expect(complaints({ SELF_CONFIRMED: 'bob@acme.example' })).toEqual(['SELF_CONFIRMED'])
  })

  test('has one address', () => {
    expect(complaints({ SELF_EMAIL: 'ada' })).toEqual(['SELF_EMAIL'])
    expect(complaints({ SELF_EMAIL: 'ada@acme.example, bob@acme.example' })).toEqual(['SELF_EMAIL'])
  })
})
