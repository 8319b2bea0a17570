import { describe, expect, test } from 'vitest'
import { createMask } from './mask.ts'

const SECRETS = ['adm7Kq2ZsWn4XeR8tYvB1cLp', '0198c2f4-0a0b-4c0d-8e0f-0123456789ab', 'sk_live.a+b/c=d$e(f)']

const WRITINGS: [name: string, write: (secret: string) => string][] = [
  ['UTF-16 read as UTF-8', (secret) => Buffer.from(`tok ${secret}`, 'utf16le').toString('utf8')],
  [
    'UTF-16 of the other order',
    (secret) => Buffer.from(`tok ${secret}`, 'utf16le').swap16().toString('utf8'),
  ],
  ['UTF-16 in JSON', (secret) => JSON.stringify({ text: Buffer.from(secret, 'utf16le').toString('utf8') })],
  ['an array of characters', (secret) => JSON.stringify([...secret])],
  ['an array of characters in lines', (secret) => JSON.stringify([...secret], null, 2)],
  ['an array of characters in JSON', (secret) => JSON.stringify(JSON.stringify([...secret]))],
  ['characters with blanks', (secret) => [...secret].join(' ')],
  ['codes', (secret) => [...Buffer.from(secret)].join(' ')],
  ['an array of codes', (secret) => JSON.stringify([...Buffer.from(secret)])],
  ['from its end', (secret) => [...secret].reverse().join('')],
]

describe.each(SECRETS)('%s, taken apart', (secret) => {
  const mask = createMask([{ placeholder: '$API_KEY', value: secret }])

  test.each(WRITINGS)('is found as %s', (_name, write) => {
    const written = write(secret)
    const masked = mask(`before ${written} behind`)
    expect(masked).toContain('$API_KEY')
    expect(masked).toMatch(/^before [\s\S]* behind$/)
    expect(mask.containsSecret(masked)).toBe(false)
    // Not even most of it is left.
    expect(masked.length).toBeLessThan(40)
  })
})

test.each(['a b c d e f g h', JSON.stringify([...'abcdefg']), '97, 98, 99'])(
  'what only begins like a secret is left alone: %s',
  (text) => {
    expect(createMask([{ placeholder: '$API_KEY', value: 'abcdefghijkl' }])(text)).toBe(text)
  },
)

test('a short secret is not looked for so', () => {
  expect(createMask([{ placeholder: '$API_KEY', value: 'test' }])('t e s t')).toBe('t e s t')
})
