import { describe, expect, test } from 'vitest'
import { createMask } from './mask.ts'
import { maskedHead, shortened } from './shorten.ts'

const secret = 'Kq7-nine-letters-and-more'
const mask = createMask([{ placeholder: '$KEY', value: secret }])

describe('maskedHead', () => {
  test('leaves short texts as they are', () => {
    expect(maskedHead('abc', 3, mask)).toEqual({ text: 'abc', isCut: false })
    expect(maskedHead(secret, 4, mask)).toEqual({ text: '$KEY', isCut: false })
  })

  test.each([0, 1, 5, 24, 25, 26])(
    'leaves no half of a secret that begins %i characters before the cut',
    (before) => {
      const text = 'x'.repeat(100 - before) + secret + 'y'.repeat(100_000)
      const { text: head, isCut } = maskedHead(text, 100, mask)
      expect(isCut).toBe(true)
      expect(head).toMatch(/^x+\$?K?E?Y?y*$/)
      expect(head.length).toBeLessThanOrEqual(100)
    },
  )

  test('leaves no half of a secret when the secrets before it make the text much shorter', () => {
    const { text: head, isCut } = maskedHead(secret.repeat(10_000), 20_000, mask)
    expect(isCut).toBe(true)
    expect(head.replaceAll('$KEY', '')).toMatch(/^\$?K?E?$/)
  })

  test('leaves no half of a surrogate pair', () => {
    expect(maskedHead('ab\u{1f600}', 3, mask)).toEqual({ text: 'ab', isCut: true })
  })
})

describe('shortened', () => {
  test('marks what was cut, and nothing else', () => {
    expect(shortened('x'.repeat(10), 10, mask)).toBe('x'.repeat(10))
    expect(shortened('x'.repeat(11), 10, mask)).toBe(`${'x'.repeat(9)}…`)
    expect(shortened('x'.repeat(1_000_000), 10, mask)).toBe(`${'x'.repeat(9)}…`)
    expect(shortened(secret, 10, mask)).toBe('$KEY')
  })
})
