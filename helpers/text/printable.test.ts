import { describe, expect, test } from 'vitest'
import { cut, oneLine, printable, wellFormed } from './printable.ts'

describe('printable', () => {
  test.each([
    ['an ANSI escape', 'a\x1b[31mred', 'a\\x1b[31mred'],
    ['an 8-bit escape', '\x9b2J', '\\x9b2J'],
    ['a hyperlink', '\x1b]8;;http://x\x07y', '\\x1b]8;;http://x\\x07y'],
    ['NUL and DEL', '\0\x7f', '\\x00\\x7f'],
    ['line breaks and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
    ['a change of direction', 'user\u202egnp.exe', 'user\\u202egnp.exe'],
    ['isolates', '\u2066x\u2069', '\\u2066x\\u2069'],
    ['no width', 'a\u200b\ufeffb', 'a\\u200b\\ufeffb'],
    ['line separators', '\u2028\u2029', '\\u2028\\u2029'],
    ['halves of surrogate pairs', '\ud800x\udc00', '\\ud800x\\udc00'],
    ['tags', '\u{e0041}', '\\u{e0041}'],
  ])('shows %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test('leaves other text alone', () => {
    expect(printable('Zoë "quoted" 密钥 🔑 <b>')).toBe('Zoë "quoted" 密钥 🔑 <b>')
  })

  test('cuts, and never between the halves of a pair', () => {
    expect(printable('abcdefgh', 6)).toBe('abc...')
    expect(printable('abcdef', 6)).toBe('abcdef')
    expect(printable('ab🔑🔑🔑', 6)).toBe('ab...')
    expect(printable('\x1b'.repeat(10_000_000), 9)).toHaveLength(9)
  })
})

test('puts pretty-printed text on one line', () => {
  expect(oneLine(' {\r\n\t"a":  1\n}\n')).toBe('{ "a": 1 }')
})

test('repairs and cuts without halving pairs', () => {
  expect(wellFormed('a\ud83db🔑')).toBe('a\ufffdb🔑')
  expect(cut('a🔑', 2)).toBe('a')
  expect(cut('a🔑', 3)).toBe('a🔑')
})
