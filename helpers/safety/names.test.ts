import { expect, test } from 'vitest'
import { plainName } from './names.ts'
import { newTag, tagOf } from './tag.ts'

test('names are short, plain, capitalised, all different, and carry the tag', () => {
  const tag = newTag()
  const names = Array.from({ length: 256 }, (_, number) => plainName(number, tag))
  expect(new Set(names).size).toBe(256)
  for (const name of names) {
    expect(name).toMatch(/^(?:[A-Z][a-z]+ ){2}[A-Z][a-z]+$/)
    expect(name.length).toBeLessThanOrEqual(40)
    expect(tagOf({ name })).toBe(tag)
  }
})
