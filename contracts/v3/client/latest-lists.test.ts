import { describe, expect, test } from 'vitest'
import { answerOf } from '../../../helpers/testing/answer.ts'
import { LatestLists } from './latest-lists.ts'

const listOf = (...emails: string[]) =>
  answerOf({
    operation: 'GET /v3/users',
    status: 200,
    body: { success: true, data: { users: emails.map((email) => ({ email })) } },
  })
const invited = () => Promise.resolve(answerOf({ operation: 'POST /v3/users', status: 201, body: {} }))

test('a list counts until somebody is invited', async () => {
  const latest = new LatestLists()
  expect(latest.current(undefined)).toBeUndefined()
  await latest.listing(undefined, async () => listOf('a@example.com'))
  expect(latest.current(undefined)).toEqual([{ email: 'a@example.com' }])
  expect(latest.current('profile')).toBeUndefined()
  await latest.inviting(invited)
  expect(latest.current(undefined)).toBeUndefined()
  await latest.listing(undefined, async () => listOf())
  expect(latest.current(undefined)).toEqual([])
})

test('a list that was asked for before an invitation ended does not count', async () => {
  const latest = new LatestLists()
  let answer = (): void => undefined
  const list = latest.listing(
    undefined,
    () =>
      new Promise((resolve) => {
        answer = () => resolve(listOf())
      }),
  )
  await latest.inviting(invited)
  answer()
  await list
  expect(latest.current(undefined)).toBeUndefined()
})

test('an invitation under way, or one that failed, makes every earlier list old', async () => {
  const latest = new LatestLists()
  await latest.listing(undefined, async () => listOf())
  const failing = latest.inviting(() => Promise.reject(new Error('lost')))
  expect(latest.current(undefined)).toBeUndefined()
  await expect(failing).rejects.toThrow('lost')
  expect(latest.current(undefined)).toBeUndefined()
})

test('a refused list shows nothing', async () => {
  const latest = new LatestLists()
  await latest.listing(undefined, async () => answerOf({ operation: 'GET /v3/users', status: 500, body: {} }))
  expect(latest.current(undefined)).toBeUndefined()
})

describe('a list is the last', () => {
  const removed = () => Promise.resolve(answerOf({ operation: 'DELETE /v3/users/{userId}', status: 204 }))
  const refused = () => Promise.resolve(answerOf({ operation: 'DELETE /v3/users/{userId}', status: 404 }))

  test('until somebody is removed in its scope', async () => {
    const latest = new LatestLists()
    expect(latest.isLast()).toBe(false)
    await latest.listing(undefined, async () => listOf())
    await latest.removing('profile', removed)
    await latest.removing(undefined, refused)
    expect(latest.isLast()).toBe(true)
    await latest.removing(undefined, removed)
    expect(latest.isLast()).toBe(false)
    await latest.listing(undefined, async () => listOf())
    expect(latest.isLast()).toBe(true)
  })

  test('unless it was asked for during a removal, or one was lost', async () => {
    const latest = new LatestLists()
    await latest.removing(undefined, async () => {
      await latest.listing(undefined, async () => listOf())
      return removed()
    })
    expect(latest.isLast()).toBe(false)
    await latest.listing(undefined, async () => listOf())
    await expect(latest.removing(undefined, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
    expect(latest.isLast()).toBe(false)
  })
})
