import { describe, expect, test } from 'vitest'
import { noteChange } from '../../../helpers/lists/list-changes.ts'
import { inOneGo } from '../../../helpers/lists/time-slicing.ts'
import { ListedIds } from './listed-ids.ts'

const users = (...ids: unknown[]): Record<string, unknown>[] =>
  ids.map((id) => (id === undefined ? {} : { id }))

const repeatedIn = (ids: ListedIds, list: Record<string, unknown>[]): number[] =>
  inOneGo(ids.repeatedIn(list, 10))

describe('ids that stand in a list twice', () => {
  test.each<[string, unknown[], number[]]>([
    ['none', ['a', 'b', 'c'], []],
    ['one', ['a', 'b', 'a'], [2]],
    ['one three times', ['a', 'a', 'a'], [1, 2]],
    ['null', [null, null], [1]],
    ['users without an id', [undefined, undefined], []],
  ])('%s', (_name, ids, repeated) => {
    expect(repeatedIn(new ListedIds(), users(...ids))).toEqual(repeated)
  })

  test('are told up to a number', () => {
    expect(inOneGo(new ListedIds().repeatedIn(users(...'aaaaa'), 2))).toEqual([1, 2])
  })

  test('are no concern of another list', () => {
    const ids = new ListedIds()
    expect(repeatedIn(ids, users('a'))).toEqual([])
    expect(repeatedIn(ids, users('a', 'b'))).toEqual([])
  })

  test.each<[string, unknown[], number[], number[]]>([
    ['a new one', ['a', 'b', 'c'], [2], []],
    ['one of the list before', ['a', 'b', 'a'], [2], [2]],
    ['two alike', ['a', 'b', 'c', 'c'], [2, 3], [3]],
    ['two of null', ['a', 'b', null, null], [2, 3], [3]],
    ['one in place of another', ['a', 'b'], [1], []],
    ['the same entry twice', ['a', 'b', 'b'], [2], [2]],
    ['no more', ['a'], [], []],
  ])('in a list that has changed: %s', (_name, listed, fresh, repeated) => {
    const ids = new ListedIds()
    const before = users('a', 'b')
    repeatedIn(ids, before)
    const list = users(...listed)
    noteChange(list, before, fresh)
    expect(repeatedIn(ids, list)).toEqual(repeated)
    const next = users(...listed, 'a')
    noteChange(next, list, [listed.length])
    expect(repeatedIn(ids, next)).toEqual([...repeated, listed.length])
  })
})
