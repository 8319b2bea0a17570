import { describe, expect, test } from 'vitest'
import { credentialLike, drawnAlike } from './alike.ts'
import { Chance } from './chance.ts'

const draws = (purpose = 'alike') => new Chance('7').for(purpose)

test('digits stand for digits, letters for letters, everything else for itself', () => {
  expect(drawnAlike('ab12-CD_g', draws())).toMatch(/^[a-z]{2}\d{2}-[A-Z]{2}_[a-z]$/)
  expect(drawnAlike('deadbeef', draws())).toMatch(/^[a-f]{8}$/)
})

describe('a wrong credential', () => {
  test.each([
    ['0198c2f4-0a0b-4c0d-8e0f-0123456789ab', /^\d{4}[a-f]\d[a-f]\d-\d[a-f]\d[a-f]-\d[a-f]\d[a-f]-/],
    ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', /^sk_live_\d[a-z][A-Z]\d\d[A-Z]/],
    ['v1_0123456789abcdef0123456789abcdef', /^v1_\d{10}[a-f]{6}/],
  ])('has the form of %s, and nothing else of it', (real, form) => {
    const wrong = credentialLike(real, draws())
    expect(wrong).toMatch(form)
    expect(wrong).toHaveLength(real.length)
    expect(wrong).not.toBe(real)
  })

  test('keeps no word that is none of a vendor', () => {
    const real = 'Sk_JidKgZ_PMdvJGxe6uT4bq0W'
    expect(credentialLike(real, draws())).toMatch(/^Sk_(?!JidKgZ)[A-Za-z]{6}_/)
  })

  test.each(['', 'short', 'key_1234'])(
    'is a UUID where %j is so short that somebody might have it',
    (real) => {
      expect(credentialLike(real, draws())).toMatch(/^[0-9a-f-]{36}$/)
    },
  )
})
