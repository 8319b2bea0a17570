import { expect, test } from 'vitest'
import type { Answer } from '../../../model/answer.ts'
import { wholeList } from './list-pages.ts'
import { usersOf } from './user.ts'

/** A page with users of these ids. */
function page(ids: string[], pagination?: object): Answer {
  const users = ids.map((id) => ({ id }))
  return {
    status: 200,
    json: { success: true, data: { users, ...(pagination && { pagination }) } },
  } as Answer
}

const idsOf = (answer: Answer) => usersOf(answer)?.map(({ id }) => id)

test('pages are followed as long as there are more, each user counted once', async () => {
  const asked: string[] = []
  const pages = [page(['b', 'c'], { has_more: true }), page(['d'], { has_more: false })]
  const whole = await wholeList(page(['a', 'b'], { has_more: true, page_size: 2 }), async (query) => {
    asked.push(query)
    return pages.shift() as Answer
  })
  expect(idsOf(whole)).toEqual(['a', 'b', 'c', 'd'])
  expect(asked).toEqual(['?page=2&page_size=2', '?page=3&page_size=2'])
})

test('a target that shows the same page for ever is asked once more', async () => {
  const same = page(['a'], { has_more: true })
  let asked = 0
  const whole = await wholeList(same, async () => {
    asked++
    return same
  })
  expect([idsOf(whole), asked]).toEqual([['a'], 1])
})

test('a list without pages stays as it is', async () => {
  const list = page(['a'])
  const next = () => Promise.reject(new Error('nobody asks'))
  expect(await wholeList(list, next)).toBe(list)
})
