import { describe, expect, test } from 'vitest'
import { lastInOtherCase, nearMissesOf } from './near-miss.ts'

describe('the near misses of a credential', () => {
  test('differ from it by one character', () => {
    expect(nearMissesOf('v1_0123abcd')).toEqual({
      longer: 'v1_0123abcd0',
      shorter: 'v1_0123abc',
      changed: 'v1_0123abc0',
    })
  })

  test.each([
    ['sk_live_9hG4kQ2vLx', 'X'],
    ['sk_live_9hG4kQ2vLA', 'a'],
    ['a.word.for.a.key', 'Y'],
    ['sk_live_9hG4kQ2vL7', undefined],
    ['sk_live_0123456789abcdef', undefined],
    ['12037B35-0083-47A4-8845-DAF81B37C67A', undefined],
  ])('of %s the last letter may be %s instead', (credential, last) => {
    expect(lastInOtherCase(credential)).toBe(last)
  })

  test.each(['secretX', ''])('are not made of %j, which could not be hidden', (credential) => {
    expect(nearMissesOf(credential)).toBeUndefined()
  })

  test('are not made of what ends in padding', () => {
    expect(nearMissesOf('c2VjcmV0LXRva2Vu=')).toBeUndefined()
  })

  test('are no signed token that decodes to the same bytes', () => {
    expect(nearMissesOf('aaaa.bbbb.cccc')?.longer).toBeUndefined()
    expect(nearMissesOf('aaaa.bbbb.ccccc')?.longer).toBe('aaaa.bbbb.ccccc0')
  })

  test.each([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'])(
    'a last %s is changed in a bit that counts',
    (last) => {
      const bits = (text: string): number => (Buffer.from(`A${text}`, 'base64url')[0] ?? 0) & 3
      const changed = nearMissesOf(`credential${last}`)?.changed.at(-1) ?? ''
      expect(bits(changed)).not.toBe(bits(last))
    },
  )
})
