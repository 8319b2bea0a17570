import { expect, test } from 'vitest'
import { Memo } from './memo.ts'

test('a step is taken once, and everybody gets its result', async () => {
  const once = new Memo()
  let taken = 0
  const step = async (): Promise<number> => ++taken
  const results = await Promise.all([once.do('a', step), once.do('a', step), once.do('b', step)])
  expect(results).toEqual([1, 1, 2])
  expect(await once.do('a', step)).toBe(1)
})

test('a step that fails is not taken again: everybody learns why', async () => {
  const once = new Memo()
  let taken = 0
  const step = async (): Promise<never> => {
    taken++
    throw new Error('no way')
  }
  await expect(once.do('a', step)).rejects.toThrow('no way')
  await expect(once.do('a', step)).rejects.toThrow('no way')
  expect(taken).toBe(1)
})

test('a failure for which nobody waits ends nothing', async () => {
  const once = new Memo()
  once.do('a', () => Promise.reject(new Error('unheard')))
  await new Promise((resolve) => setImmediate(resolve))
  expect(await once.do('b', async () => 'still here')).toBe('still here')
})
