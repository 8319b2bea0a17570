import { expect, test } from 'vitest'
import type { Deviation } from '../model/report.ts'
import { alikeText, folded } from './alike.ts'

const at = (pointer: string, expected = 'a role', level: Deviation['level'] = 'must'): Deviation => ({
  level,
  expected,
  actual: 'another',
  pointer,
})

test('deviations of one promise at one place of several entries are one kind', () => {
  const kinds = folded([at('/data/users/0/role'), at('/data/users/7/role'), at('/data/users/10/role')])
  expect(kinds.map(({ alike }) => alike.length)).toEqual([2])
  expect(kinds.map(alikeText)).toEqual(['; and 2 more alike'])
})

test('other members, promises and levels are other kinds, and musts come first', () => {
  const all = [
    at('/a', 'x', 'should'),
    at('/data/users/0/role'),
    at('/data/users/0/name'),
    at('/data/users/1/role', 'y'),
  ]
  expect(folded(all).map(({ deviation }) => deviation)).toEqual([...all.slice(1), all[0]])
  expect(folded(all).map(alikeText)).toEqual(['', '', '', ''])
})

test('a member whose name begins with a digit is no index', () => {
  expect(folded([at('/2fa'), at('/3fa')])).toHaveLength(2)
})

test('nothing is lost', () => {
  const all = Array.from({ length: 30 }, (_, index) => at(`/data/${index % 3}/${index % 2 ? 'a' : 'b'}`))
  expect(folded(all).reduce((sum, { alike }) => sum + 1 + alike.length, 0)).toBe(30)
})
