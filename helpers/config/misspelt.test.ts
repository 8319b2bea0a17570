import { describe, expect, test } from 'vitest'
import { misspeltNotices, misspeltProblems, nearMisses } from './misspelt.ts'

const stops = (environment: Record<string, string>): string[] =>
  misspeltProblems(nearMisses(environment)).map(({ expected }) => expected)

describe('a name that is nearly one of ours', () => {
  test.each([
    ['SAFTEY', 'SAFETY'],
    ['SAFETYY', 'SAFETY'],
    ['safety', 'SAFETY'],
    ['BASEURL', 'BASE_URL'],
    ['BASE_URI', 'BASE_URL'],
    ['CONTRACT', 'CONTRACTS'],
    ['FAILON', 'FAIL_ON'],
    ['ALLOW_INCOMPLET', 'ALLOW_INCOMPLETE'],
    ['SELF_USERID', 'SELF_USER_ID'],
  ])('%s stops the run: %s decides what it does', (name, meant) => {
    expect(stops({ [name]: 'x' })).toEqual([meant])
  })

  test('is told of where it decides nothing about harm or gate', () => {
    const misses = nearMisses({ DEVELOPER_APIKEY: 'secret' })
    expect(misspeltProblems(misses)).toEqual([])
    expect(misspeltNotices(misses).join()).toContain('Did you mean DEVELOPER_API_KEY?')
    expect(misspeltNotices(misses).join()).not.toContain('secret')
  })

  test.each([
    ['that are set to nothing', { SAFTEY: '' }],
    ['beside the right one', { SAFTEY: 'full', SAFETY: 'read-only' }],
    ['that are ignored on purpose', { SAFTEY: 'full', IGNORE_VARIABLES: 'OTHER, SAFTEY' }],
    ['of Node, npm, Vite or a CI', { npm_config_safety: 'x', VITE_BASE_URL: 'x', CI_SAFETY: 'x' }],
    ['that resemble nothing', { SAFEST: 'x', BASE: 'x', SED: 'x', LANG: 'C' }],
  ])('is left alone among names %s', (_, environment) => {
    expect(nearMisses(environment)).toEqual([])
  })
})
