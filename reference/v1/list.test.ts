/** Listing users: pages, limits, the filter, and who may look. */
import { describe, expect, test } from 'vitest'
import { type Entry, speakV1 } from './testing/speak.ts'

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const ids = (entries: Entry[]) => entries.map((entry) => entry.id)

describe('a list without parameters', () => {
  test('shows the first twenty users as documented', async () => {
    const v1 = speakV1()
    const { status, headers, body } = await v1.ask()
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(body.meta).toEqual({ page: 1, limit: 20, total: 45 })
    const data = body.data as Record<string, string>[]
    expect(data).toHaveLength(20)
    for (const entry of data) {
      expect(Object.keys(entry)).toEqual(['id', 'email', 'name', 'status', 'created_at'])
      expect(entry.id).toMatch(/^usr_/)
      expect(entry.created_at).toMatch(TIME)
    }
  })

  test('is open to the caller who may not remove users', async () => {
    expect((await speakV1().ask({ as: 'restricted' })).status).toBe(200)
  })

  test('never shows another organization', async () => {
    const v1 = speakV1()
    const { data } = await v1.list('limit=100')
    const foreign = new Set(v1.foreignUsers().map((user) => user.id))
    expect(foreign.size).toBeGreaterThan(0)
    expect(data.filter((entry) => foreign.has(entry.id))).toEqual([])
  })
})

describe('pages', () => {
  test.each([1, 7, 20, 44, 45, 46, 100])('of %i entries cover everybody once', async (limit) => {
    const v1 = speakV1()
    const seen: string[] = []
    for (let page = 1; page <= Math.ceil(45 / limit); page++) {
      const { data, meta } = await v1.list(`page=${page}&limit=${limit}`)
      expect(meta).toEqual({ page, limit, total: 45 })
      expect(data).toHaveLength(Math.min(limit, 45 - seen.length))
      seen.push(...ids(data))
    }
    expect(seen).toEqual(v1.users().map((user) => user.id))
  })

  test.each(['page=4', 'page=46&limit=1', 'page=9007199254740991&limit=100'])(
    'past the end (%s) are empty',
    async (query) => {
      const { data, meta } = await speakV1().list(query)
      expect(data).toEqual([])
      expect(meta.total).toBe(45)
    },
  )

  const values = ['0', '-1', 'abc', '1.5', '1e1', '', '0x10', ' 1', '99999999999999999999']
  test.each([
    ...values.map((value) => `page=${value}`),
    ...values.map((value) => `limit=${value}`),
    'page=1&page=2',
    'limit=5&limit=5',
    'status=active&status=pending',
    'limit=101',
    'limit=1000',
    'status=',
    'status=ACTIVE',
    'status=archived',
  ])('that are asked for as %j are refused', async (query) => {
    const { status, body } = await speakV1().ask({ path: `?${query}` })
    expect(status).toBe(400)
    expect(body).toEqual({ error: 'validation_error', message: expect.any(String) })
  })

  test('ignore parameters that nobody knows', async () => {
    expect((await speakV1().list('colour=red')).meta.total).toBe(45)
  })
})

describe('the status filter', () => {
  test('divides the users by their status', async () => {
    const v1 = speakV1()
    let sum = 0
    for (const status of ['active', 'inactive', 'pending']) {
      const { data, meta } = await v1.list(`status=${status}&limit=100`)
      expect(data.length).toBeGreaterThan(2)
      expect(data.every((entry) => entry.status === status)).toBe(true)
      expect(meta.total).toBe(data.length)
      sum += data.length
    }
    expect(sum).toBe(45)
  })

  test('works together with pages', async () => {
    const v1 = speakV1()
    const all = ids((await v1.list('status=active&limit=100')).data)
    const first = await v1.list('status=active&limit=10&page=1')
    const second = await v1.list('status=active&limit=10&page=2')
    expect([...ids(first.data), ...ids(second.data)]).toEqual(all.slice(0, 20))
    expect(second.meta.total).toBe(all.length)
  })
})

test('a hundred thousand users are listed, filtered and changed', async () => {
  const v1 = speakV1({ users: 100_000 })
  const total = 100_045
  expect((await v1.list('page=1001&limit=100')).data).toHaveLength(45)
  const created = await v1.create({ email: 'one@more.example', name: 'One More', role: 'member' })
  expect((await v1.list('limit=1')).meta.total).toBe(total + 1)
  const sums = await Promise.all(
    ['active', 'inactive', 'pending'].map(async (status) => (await v1.list(`status=${status}`)).meta.total),
  )
  expect(sums.reduce((sum, count) => sum + count)).toBe(total + 1)
  await v1.ask({ method: 'DELETE', path: `/${created.body.id}` })
  const { data, meta } = await v1.list(`limit=100&page=1001`)
  expect(meta.total).toBe(total)
  expect(data).toHaveLength(45)
})
