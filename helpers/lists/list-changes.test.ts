import { describe, expect, test } from 'vitest'
import { FaultlessLists, noteChange } from './list-changes.ts'

describe('what has to be looked at', () => {
  const before = ['a', 'b']
  const list = ['a', 'b', 'c']
  noteChange(list, before, [2])

  test('is all of a list of which nothing is known', () => {
    expect([...new FaultlessLists().toLookAt(before)]).toEqual([0, 1])
  })

  test('is all of a list whose predecessor was not without fault', () => {
    expect([...new FaultlessLists().toLookAt(list)]).toEqual([0, 1, 2])
  })

  test('is what is new against a list without fault', () => {
    const faultless = new FaultlessLists()
    faultless.add(before)
    expect([...faultless.toLookAt(list)]).toEqual([2])
  })

  test('is nothing in a list without fault', () => {
    const faultless = new FaultlessLists()
    faultless.add(list)
    expect([...faultless.toLookAt(list)]).toEqual([])
  })
})
