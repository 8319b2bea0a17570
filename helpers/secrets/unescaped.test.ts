import { expect, test } from 'vitest'
import { unescaped } from './unescaped.ts'

test.each([
  ['percent', 'a%22b', 'a"b', [0, 1, 4, 5]],
  ['percent twice', 'a%2522b', 'a"b', [0, 1, 6, 7]],
  ['bytes of UTF-8', '%c3%bcx', '\u00fcx', [0, 6, 7]],
  ['bytes of nothing', '%fcx', '\u00fcx', [0, 3, 4]],
  ['JSON before letters', '\\u00e9ab\\u{41}', '\u00e9abA', [0, 6, 7, 8, 14]],
  ['JSON', 'a\\u0022\\/b', 'a"/b', [0, 1, 7, 9, 10]],
  ['HTML', '&#34;&lt;&#x3e;', '"<>', [0, 5, 9, 15]],
])('%s is undone, and every character knows its place', (_, escaped, text, starts) => {
  const found = unescaped(escaped)
  expect(found?.text).toBe(text)
  expect(starts.map((_, index) => found?.at(index))).toEqual(starts)
})

test('a text without escapes has none', () => {
  expect(unescaped('100 % of \\ & more')).toBeUndefined()
})

test('a code beyond all characters is one that stands for none', () => {
  expect(unescaped('a&#9999999;b')?.text).toBe('a\ufffdb')
})
