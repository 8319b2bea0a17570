import { describe, expect, test } from 'vitest'
import { createMask } from './mask.ts'
import { HARD, SECRETS } from './testing/secrets.ts'

const upperHex = (bytes: Buffer) => bytes.toString('hex').toUpperCase()
const everyByte = (secret: string, prefix: string) =>
  [...Buffer.from(secret)].map((byte) => `${prefix}${byte.toString(16).padStart(2, '0')}`).join('')
const everyUnit = (secret: string, write: (code: number) => string) =>
  secret
    .split('')
    .map((unit) => write(unit.charCodeAt(0)))
    .join('')
const everyPoint = (secret: string, write: (code: number) => string) =>
  [...secret].map((character) => write(character.codePointAt(0) ?? 0)).join('')
const hex4 = (code: number) => code.toString(16).padStart(4, '0')
const json = (text: string) => JSON.stringify(text).slice(1, -1)
const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const WRITINGS: [name: string, write: (secret: string) => string][] = [
  ['plain', (secret) => secret],
  ['encodeURIComponent', encodeURIComponent],
  [
    'encodeURIComponent with small hex',
    (s) => encodeURIComponent(s).replace(/%../g, (pair) => pair.toLowerCase()),
  ],
  ['encodeURIComponent twice', (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ['encodeURI', encodeURI],
  ['form encoding', (secret) => new URLSearchParams({ x: secret }).toString().slice(2)],
  ['every byte percent-encoded', (secret) => everyByte(secret, '%')],
  ['every byte percent-encoded, capital hex', (secret) => everyByte(secret, '%').toUpperCase()],
  ['JSON', json],
  ['JSON in JSON', (secret) => json(json(secret))],
  ['JSON with escaped slashes', (secret) => json(secret).replaceAll('/', '\\/')],
  ['JSON, every character \\u', (secret) => everyUnit(secret, (code) => `\\u${hex4(code)}`)],
  [
    'JSON, every character \\u, capital hex',
    (secret) => everyUnit(secret, (code) => `\\u${hex4(code).toUpperCase()}`),
  ],
  ['JSON, in a path', (secret) => encodeURIComponent(json(secret))],
  [
    'JSON, every character \\u, in a path',
    (secret) => encodeURIComponent(everyUnit(secret, (code) => `\\u${hex4(code)}`)),
  ],
  ['JSON, every character \\u, in JSON', (secret) => json(everyUnit(secret, (code) => `\\u${hex4(code)}`))],
  ['JavaScript \\u{}', (secret) => everyPoint(secret, (code) => `\\u{${code.toString(16)}}`)],
  ['HTML', html],
  ['HTML in HTML', (secret) => html(html(secret))],
  ['HTML, every character decimal', (secret) => everyPoint(secret, (code) => `&#${code};`)],
  ['HTML, every character hexadecimal', (secret) => everyPoint(secret, (code) => `&#x${hex4(code)};`)],
  [
    'HTML, capital hexadecimal',
    (secret) => everyPoint(secret, (code) => `&#X${code.toString(16).toUpperCase()};`),
  ],
  ['HTML, in a path', (secret) => encodeURIComponent(html(secret))],
  ['HTML in HTML, in a path', (secret) => encodeURIComponent(html(html(secret)))],
  ['HTML, in a path of a path', (secret) => encodeURIComponent(encodeURIComponent(html(secret)))],
  [
    'HTML, every character decimal, in a path',
    (secret) => encodeURIComponent(everyPoint(secret, (code) => `&#${code};`)),
  ],
  [
    'HTML, every character hexadecimal, in a path',
    (secret) => encodeURIComponent(everyPoint(secret, (code) => `&#x${hex4(code)};`)),
  ],
  ['JSON in HTML', (secret) => html(json(secret))],
  ['hexadecimal', (secret) => Buffer.from(secret).toString('hex')],
  ['capital hexadecimal', (secret) => upperHex(Buffer.from(secret))],
  ['base64', (secret) => Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['base64url', (secret) => Buffer.from(secret).toString('base64url')],
]

describe.each(SECRETS)('createMask, a secret %s', (_name, secret) => {
  const mask = createMask([{ placeholder: '$API_KEY', value: secret }])

  test.each(WRITINGS)('%s', (_writing, write) => {
    const written = write(secret)
    expect(mask(written)).toBe('$API_KEY')
    expect(mask(`[${written}] and ${written}.`)).toBe('[$API_KEY] and $API_KEY.')
    expect(mask.containsSecret(`[${written}]`)).toBe(true)
    expect(mask.containsSecret(mask(`[${written}]`))).toBe(false)
  })

  test.each(['base64', 'base64url'] as const)('inside a longer %s text, at every alignment', (encoding) => {
    for (const before of ['', 'u', 'us', 'use', 'user:', 'user1:', 'user12:']) {
      for (const after of ['', ':', ':x', ':xy', ':xyz']) {
        const text = Buffer.from(`${before}${secret}${after}`).toString(encoding)
        const masked = mask(`Basic ${text}`)
        expect(masked).toContain('$API_KEY')
        expect(mask.containsSecret(masked)).toBe(false)
        const [left = '', right = ''] = masked.slice('Basic '.length).split('$API_KEY')
        // What is left may spell the neighbours, never the secret's own characters.
        expect(Buffer.from(left, 'base64').length).toBeLessThanOrEqual(before.length)
        expect(right.replace(/=+$/, '').length).toBeLessThanOrEqual(Math.ceil((after.length * 4) / 3))
      }
    }
  })

  test('is left alone when it is not there', () => {
    const text = JSON.stringify({ users: [{ id: 'u1', email: 'ann@example.com' }], note: 'a%20b &amp; \\ é' })
    expect(mask(text)).toBe(text)
    expect(mask.containsSecret(text)).toBe(false)
  })
})

describe('createMask, where a text holds what begins like a secret', () => {
  // Words alone, of which pieces are no secret.
  const secret = `v1_${'abcdefghijklmnop'.repeat(5)}`
  const mask = createMask([{ placeholder: '$KEY', value: secret }])
  const beginnings = [3, 4, 5, 12, 13, 47, 48, 49, secret.length - 1]

  test.each(beginnings)('%i of its characters are none', (length) => {
    const text = `%20 ${secret.slice(0, length)}`.repeat(3)
    expect(mask(text)).toBe(text)
  })

  test.each(beginnings)('%i of its characters, and then the whole', (length) => {
    const begun = `%20${secret.slice(0, length)}`
    for (const written of [secret, everyByte(secret, '%'), everyUnit(secret, (code) => `\\u${hex4(code)}`)]) {
      expect(mask(`${begun}${written} ${begun}`)).toBe(`${begun}$KEY ${begun}`)
    }
  })
})

describe('createMask', () => {
  test('finds a mixture of escapes', () => {
    const mask = createMask([{ placeholder: '$K', value: 'abc/def' }])
    expect(mask('%61bc\\/d\\u0065f a&#98;c&#x2F;def a\\x62c%2fdef')).toBe('$K $K $K')
  })

  test('finds a secret that a header carried as single bytes', () => {
    const mask = createMask([{ placeholder: '$K', value: 'clé-secrète' }])
    const bytes = Buffer.from('clé-secrète', 'latin1')
    expect(mask(bytes.toString('base64').replace(/=+$/, ''))).toBe('$K')
    expect(mask(bytes.toString('hex'))).toBe('$K')
    expect(mask('cl%E9-secr%E8te')).toBe('$K')
  })

  test('keeps JSON valid when the text is JSON', () => {
    const mask = createMask([{ placeholder: '$K', value: HARD }])
    const text = JSON.stringify({ echo: HARD, path: `C:\\${HARD}`, quoted: `"${HARD}"` })
    expect(JSON.parse(mask(text))).toEqual({ echo: '$K', path: 'C:\\$K', quoted: '"$K"' })
  })

  test('keeps JSON valid where base64 is written with escaped slashes', () => {
    const mask = createMask([{ placeholder: '$K', value: 'secret' }])
    for (const before of ['\u00ff', '\u00ff\u00ff', 'a\u00ff', '??', '???', '\u007f?', 'ab?']) {
      const base64 = Buffer.from(`${before}secret`).toString('base64').replaceAll('/', '\\/')
      expect(() => JSON.parse(mask(`"${base64}"`))).not.toThrow()
      expect(mask(base64)).toContain('$K')
    }
  })

  test('masks short secrets as they are, and does not look for them afterwards', () => {
    const mask = createMask([{ placeholder: '$K', value: 'q7' }])
    expect(mask('key q7, %717 &#113;7')).toBe('key $K, $K $K')
    expect(mask.containsSecret('key q7')).toBe(false)
  })

  test('prefers the longer of two secrets that begin alike', () => {
    const secrets = [
      { placeholder: '$SHORT', value: 'key-1234' },
      { placeholder: '$LONG', value: 'key-1234-5678' },
    ]
    for (const order of [secrets, secrets.toReversed()]) {
      expect(createMask(order)('key-1234-5678 key-1234 key-1234-56')).toBe('$LONG $SHORT $SHORT-56')
    }
  })

  test('leaves nothing of two secrets that overlap', () => {
    const mask = createMask([
      { placeholder: '$A', value: 'abcdef' },
      { placeholder: '$B', value: 'defghijk' },
      { placeholder: '$C', value: 'jkl' },
    ])
    expect(mask('<abcdefghijkl> <abcdef> <jkl>')).toBe('<$B> <$A> <$C>')
  })

  test('leaves nothing of a short secret that stands several times in a longer one', () => {
    const mask = createMask([
      { placeholder: '$LONG', value: 'xababababz' },
      { placeholder: '$SHORT', value: 'abab' },
      { placeholder: '$TINY', value: 'ab' },
    ])
    expect(mask('xababababz, abababab, zabab')).toBe('$LONG, $SHORT$SHORT, z$SHORT')
  })

  test('does not touch the placeholders, however often it is applied', () => {
    const mask = createMask([
      { placeholder: '$API_KEY', value: 'API_' },
      { placeholder: '$DEVELOPER_API_KEY', value: 'KEY' },
    ])
    const masked = mask('x API_ y KEY z')
    expect(masked).toBe('x $API_KEY y $DEVELOPER_API_KEY z')
    expect(mask(masked)).toBe(masked)
    expect(mask.containsSecret(masked)).toBe(false)
    expect(mask('$API_KEYKEY')).toBe('$API_KEY$DEVELOPER_API_KEY')
  })

  test('does not read replacement patterns into a placeholder', () => {
    expect(createMask([{ placeholder: `$& $1 $'`, value: 'abcd' }])('<abcd>')).toBe(`<$& $1 $'>`)
  })

  test('ignores an empty secret and works without any', () => {
    expect(createMask([{ placeholder: '$K', value: '' }])('text')).toBe('text')
    expect(createMask([])('text')).toBe('text')
    expect(createMask([]).containsSecret('text')).toBe(false)
  })

  test('keeps no state between texts', () => {
    const mask = createMask([{ placeholder: '$K', value: 'abcdef' }])
    for (const text of ['abcdef at the start', 'at the end abcdef', 'abcdef']) {
      expect(mask(text)).toBe(text.replace('abcdef', '$K'))
      expect(mask.containsSecret(text)).toBe(true)
    }
  })

  test('knows a secret in any letter case, unless it is very short', () => {
    const mask = createMask([
      { placeholder: '$K', value: 'abcd-eF01' },
      { placeholder: '$S', value: 'xyZ' },
    ])
    expect(mask('x-ABCD-EF01, abcd-ef01')).toBe('x-$K, $K')
    expect(mask('xyz xyZ')).toBe('xyz $S')
  })

  test('knows it in another letter case when that is escaped, too', () => {
    const mask = createMask([{ placeholder: '$K', value: '\u00fcn\u00ef-key-\u00e9' }])
    const upper = '\u00dcN\u00cf-KEY-\u00c9'
    expect(mask(`/users/${encodeURIComponent(upper)}`)).toBe('/users/$K')
    expect(mask(`${upper} &#220;N&#207;-KEY-&#201;`)).toBe('$K $K')
  })
})
