import { expect, test } from 'vitest'
import { Inconclusive } from '../../model/outcome.ts'
import { segment } from './segment.ts'

test.each([
  ['usr_1', 'usr_1'],
  ['a/b?c#d', 'a%2Fb%3Fc%23d'],
  ['...', '...'],
  ['\ud800x', '%EF%BF%BDx'],
])('writes %j as one segment', (id, written) => {
  expect(segment(id)).toBe(written)
})

test.each(['', '.', '..'])('refuses %j, which names another path', (id) => {
  expect(() => segment(id)).toThrow(Inconclusive)
})
