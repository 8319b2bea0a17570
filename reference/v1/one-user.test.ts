/** Reading and removing one user, and callers who are turned away. */
import { afterEach, describe, expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { createV1 } from './index.ts'
import { type Speaking, speakV1 } from './testing/speak.ts'

const missing = { status: 404, body: { error: 'not_found', message: expect.any(String) } }
const forbidden = { status: 403, body: { error: 'forbidden', message: expect.any(String) } }

const newcomer = async (v1: Speaking) => {
  const { body } = await v1.create({ email: 'new@example.com', name: 'New Comer', role: 'member' })
  return `/${body.id}`
}
const remove = (v1: Speaking, path: string, as: 'manager' | 'restricted' = 'manager') =>
  v1.ask({ method: 'DELETE', path, as })

describe('get', () => {
  test('shows seven members', async () => {
    const v1 = speakV1()
    for (const user of v1.users()) {
      const { status, body } = await v1.ask({ path: `/${user.id}` })
      expect(status).toBe(200)
      expect(body).toEqual(user)
      expect(body.last_login === null).toBe(body.status === 'pending')
    }
  })

  test('finds nobody under an unknown or a foreign id', async () => {
    const v1 = speakV1()
    const [foreign] = v1.foreignUsers()
    for (const id of ['usr_nobody', foreign?.id, '%E0%A4%A', 'usr_%20']) {
      expect(await v1.ask({ path: `/${id}` })).toMatchObject(missing)
    }
  })
})

describe('delete', () => {
  test('removes a user for good', async () => {
    const v1 = speakV1()
    const path = await newcomer(v1)
    const removed = await remove(v1, path)
    expect(removed).toMatchObject({ status: 204, text: '' })
    expect(await v1.ask({ path })).toMatchObject(missing)
    expect(await remove(v1, path)).toMatchObject(missing)
    expect((await v1.list('limit=100')).data.map((entry) => `/${entry.id}`)).not.toContain(path)
    expect(await newcomer(v1)).not.toBe(path)
  })

  test('knows neither unknown nor foreign ids', async () => {
    const v1 = speakV1()
    const [foreign] = v1.foreignUsers()
    for (const id of ['usr_nobody', foreign?.id]) expect(await remove(v1, `/${id}`)).toMatchObject(missing)
    expect(v1.foreignUsers()).toContainEqual(foreign)
  })

  test('is forbidden to the restricted caller, and to everybody for themselves', async () => {
    const v1 = speakV1()
    const path = await newcomer(v1)
    const before = await v1.ask({ path })
    expect(await remove(v1, path, 'restricted')).toMatchObject(forbidden)
    expect(await remove(v1, '/usr_nobody', 'restricted')).toMatchObject(forbidden)
    expect(await v1.ask({ path })).toEqual(before)
    const self = v1.users().find((user) => user.email.startsWith('manager@'))
    expect(await remove(v1, `/${self?.id}`)).toMatchObject(forbidden)
  })

  test('ends the token of a removed account', async () => {
    const v1 = speakV1()
    const reader = v1.users().find((user) => user.email.startsWith('reader@'))
    expect((await remove(v1, `/${reader?.id}`)).status).toBe(204)
    expect((await v1.ask({ as: 'restricted' })).status).toBe(401)
  })
})

describe('a caller without a valid token', () => {
  const operations = [
    ['GET', ''],
    ['POST', ''],
    ['GET', '/usr_nobody'],
    ['DELETE', '/usr_nobody'],
  ] as const

  test.each(operations)('is turned away before anything else: %s %s', async (method, path) => {
    const v1 = speakV1()
    const token = v1.environment.ACCESS_TOKEN
    const headers = [
      '',
      'Bearer',
      'Bearer ',
      'Bearer nobody',
      token,
      `Basic ${token}`,
      `Bearer ${token}x`,
      `Bearer ${token}, Bearer ${token}`,
    ]
    for (const authorization of headers) {
      const { status, body, headers } = await v1.ask({
        method,
        path,
        as: 'nobody',
        headers: { authorization },
      })
      expect([authorization, status]).toEqual([authorization, 401])
      expect(body).toEqual({ error: 'unauthorized', message: expect.any(String) })
      expect(headers['www-authenticate']).toBe('Bearer')
    }
  })

  test('may write the scheme as they like', async () => {
    const v1 = speakV1()
    const authorization = `bearer ${v1.environment.ACCESS_TOKEN}`
    expect((await v1.ask({ as: 'nobody', headers: { authorization } })).status).toBe(200)
  })
})

test('paths and methods that v1 does not offer', async () => {
  const v1 = speakV1()
  expect(await v1.ask({ method: 'PUT', path: '/usr_1' })).toMatchObject({
    status: 405,
    headers: { allow: 'GET, DELETE' },
  })
  expect((await v1.ask({ method: 'DELETE' })).status).toBe(405)
  await expect(v1.ask({ path: '/usr_1/roles' })).rejects.toThrow('Nobody answered')
})

describe('over HTTP', () => {
  let stop = async () => {}
  afterEach(() => stop())

  test('a removal has no body and a list is JSON', async () => {
    const { handler, environment, users } = createV1()
    const { url, close } = await startServer([handler])
    stop = close
    const headers = { authorization: `Bearer ${environment.ACCESS_TOKEN}` }
    const removed = await fetch(`${url}/api/v1/users/${users().at(-1)?.id}`, { method: 'DELETE', headers })
    expect([removed.status, await removed.text(), removed.headers.get('content-type')]).toEqual([
      204,
      '',
      null,
    ])
    const list = await fetch(`${url}/api/v1/users?page=3`, { headers })
    expect(await list.json()).toMatchObject({ meta: { page: 3, limit: 20, total: 44 } })
  })
})
