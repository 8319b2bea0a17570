import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../text/package-root.ts'
import { maskOf, ordinaryNotices } from './mask-of.ts'
import { isOrdinary } from './ordinary.ts'
import { SECRETS } from './testing/secrets.ts'

const secret = (value: string) => [{ placeholder: '$ACCESS_TOKEN', value }]

/** Every word that reports, pages, schemas and messages may hold, alone and joined as they stand. */
function ownWords(): Set<string> {
  const found = new Set<string>()
  for (const folder of ['report', 'schemas', 'suites', 'contracts', 'model', 'cli', 'helpers', 'language']) {
    for (const path of readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|css|json)$/.test(path) || /\.test\.ts$|testing/.test(path)) continue
      const text = readFileSync(join(packageRoot(), folder, path), 'utf8')
      for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z][A-Za-z0-9]*)*/g)) {
        // Neither pieces of ids nor alphabets.
        if (word.length <= 60 && !/\d[a-z]+\d/.test(word)) found.add(word)
      }
    }
  }
  return found
}

describe('isOrdinary', () => {
  test.each([
    'test',
    'token',
    'user',
    'Bearer',
    'developer',
    'conformance',
    'nonconformant',
    'password1',
    'demo-key',
    '20261127',
  ])('%s', (value) => expect(isOrdinary(value)).toBe(true))

  test.each(SECRETS.map(([, value]) => value).filter((value) => value.length > 8 && !value.includes(' ')))(
    'not %s',
    (value) => expect(isOrdinary(value)).toBe(false),
  )

  test.each([
    'qKzXvbTnMwPr',
    'a8f5f167f44f4964e6c998dee827110c',
    'correcthorsebatterystaple',
    'sk-live-hunter-9f2',
  ])('not what nobody would write by chance: %s', (value) => expect(isOrdinary(value)).toBe(false))
})

test('no word that the product itself writes is hidden anywhere', () => {
  const words = [...ownWords()]
  expect(words.length).toBeGreaterThan(2_000)
  expect(words.filter((word) => maskOf(secret(word))(`a ${word} b`) !== `a ${word} b`)).toEqual([])
})

test.each(['test', 'application'])('%s is hidden where it is sent', (value) => {
  const mask = maskOf(secret(value))
  expect(mask.sent(value)).toBe('$ACCESS_TOKEN')
  expect(mask.sent(`Bearer ${value}`)).toBe('Bearer $ACCESS_TOKEN')
  expect(mask.sent(`${value}/json`)).toBe(`${value}/json`)
  expect(mask(`un${value}ed`)).toBe(`un${value}ed`)
  expect(mask.containsSecret(value)).toBe(false)
})

test('a credential of which nobody has another by chance is hidden everywhere', () => {
  const mask = maskOf(secret('9hG4kQ2vLx77'))
  expect([mask('<9hG4kQ2vLx77>'), mask.sent('Bearer 9hG4kQ2vLx77')]).toEqual([
    '<$ACCESS_TOKEN>',
    'Bearer $ACCESS_TOKEN',
  ])
  expect(mask.containsSecret('9hG4kQ2vLx77')).toBe(true)
})

test('a notice names the variable and not the value', () => {
  expect(ordinaryNotices(secret('token'))).toEqual([
    expect.stringMatching(/^ACCESS_TOKEN is too short or too ordinary/),
  ])
  expect(ordinaryNotices([...secret('9hG4kQ2vLx77'), { placeholder: '$X', value: '' }])).toEqual([])
})
