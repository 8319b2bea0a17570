/** The words for the public tier, and what is no such word. */
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const publicTier = (value?: string) =>
  readConfig(value === undefined ? {} : { PUBLIC_TIER: value }).publicTier

test.each([
  [undefined, 'passive'],
  ['', 'passive'],
  ['off', 'off'],
  [' auto ', 'auto'],
  ['headers', ['headers']],
  ['me, update', ['update', 'me']],
] as const)('%j means %j', (value, expected) => {
  expect(publicTier(value)).toEqual(expected)
})

test.each([
  ['none', 'PUBLIC_TIER'],
  ['headers,auto', 'auto stands alone'],
  ['header', 'Did you mean headers?'],
  ['update,', 'divided by commas'],
])('%j is refused, and told how it is written', (value, text) => {
  expect(() => publicTier(value)).toThrow(ConfigError)
  expect(() => publicTier(value)).toThrow(text)
})
