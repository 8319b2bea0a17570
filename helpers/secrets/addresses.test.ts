import { describe, expect, test } from 'vitest'
import { addressesIn, replaceAddresses } from './addresses.ts'

/** The same from the beginning of a name on, which takes far too long on long words. */
const PLAIN = /[\p{L}\p{N}.!#$'*+^_{|}~-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

const TEXTS = [
  'ada@example.com',
  '{"email":"ada.admin+tag@mail.example.co.uk","name":"Ada"}',
  'x@y.z!foo@bar.de',
  'a@b@c.de',
  'a%40b.c@d.ef',
  'ü.ß@münchen.example and 李@例え.テスト',
  '𝒜𝒷@example.com and 🙂ada@example.com',
  '@example.com @ a@b a@b. a@.c',
  '/users?email=ada%40example.com&next=x%40y.example',
  'a@b.c.d@e.f',
  'mailto:<ada@example.com>,(bob@example.com);"eve"@example.com',
  '',
]

describe('addresses', () => {
  test.each(TEXTS)('are found in %j as from the front', (text) => {
    expect(addressesIn(text)).toEqual(text.match(PLAIN) ?? [])
    expect(replaceAddresses(text, (address) => `<${address.length}>`)).toBe(
      text.replace(PLAIN, (address) => `<${address.length}>`),
    )
  })

  test('are found in long words, too', () => {
    const word = 'x'.repeat(1_000_000)
    expect(addressesIn(`${word} ada@example.com ${word}`)).toEqual(['ada@example.com'])
    expect(addressesIn(`${word}@example.com`)).toEqual([`${word}@example.com`])
    expect(addressesIn('@'.repeat(100_000))).toEqual([])
  })
})
