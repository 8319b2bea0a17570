import { expect, test } from 'vitest'
import { Chance } from '../chance/chance.ts'
import { addressWords, plainName } from './names.ts'
import { newTag, tagOf } from './tag.ts'

const chance = new Chance('names')

test('names are short, plain, capitalised, mostly different, and carry the tag', () => {
  const tag = newTag()
  const names = Array.from({ length: 256 }, (_, number) => plainName(chance.for(`${number}`), tag))
  expect(new Set(names).size).toBeGreaterThan(240)
  for (const name of names) {
    expect(name).toMatch(/^(?:[A-Z][a-z]+ ){3}[A-Z][a-z]+$/)
    expect(name.length).toBeLessThanOrEqual(45)
    expect(tagOf({ name })).toBe(tag)
  }
})

test('an address has the letters that every target takes', () => {
  expect(addressWords(chance.for('address'))).toMatch(/^[a-z]+\.[a-z]+\d{1,3}$/)
})
