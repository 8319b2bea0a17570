/** Listing and reading users: who may, what is shown, and how refusals look. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Listening, startV3 } from './testing/speak.ts'

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$/
let v3: Listening

beforeAll(async () => {
  v3 = await startV3()
})
afterAll(() => v3.close())

describe('GET /v3/users', () => {
  test('shows every member of the organization and nobody else', async () => {
    const { status, headers, body } = await v3.ask({})
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body).toMatchObject({ success: true, error: null, meta: { version: 'v3' } })
    expect(body.meta.timestamp).toMatch(TIME)
    const users = body.data.users as Record<string, string>[]
    expect(users).toHaveLength(6)
    expect(users.map((user) => user.status).sort()).toEqual([
      'active',
      'active',
      'active',
      'active',
      'invited',
      'suspended',
    ])
    expect(users.every((user) => user.email?.endsWith('@acme.example'))).toBe(true)
    expect(users.find((user) => user.status === 'invited')?.last_login_at).toBeNull()
    for (const user of users) expect(user.created_at).toMatch(TIME)
  })

  test.each(['owner', 'admin', 'developer', 'billing'] as const)('lets %s read', async (as) => {
    expect((await v3.ask({ as })).status).toBe(200)
  })

  test('refuses an account without a role', async () => {
    const { status, body } = await v3.ask({ as: 'restricted' })
    expect(status).toBe(403)
    expect(body).toMatchObject({ success: false, data: null, error: { code: 'AUTH_004', details: null } })
  })

  test('asks for a key before anything else', async () => {
    expect(await v3.ask({ as: 'nobody' })).toMatchObject({
      status: 401,
      body: { error: { code: 'AUTH_001' } },
    })
    const unknown = await v3.ask({
      as: 'nobody',
      headers: { 'x-api-key': 'who', 'x-profile-id': 'malformed' },
    })
    expect(unknown).toMatchObject({ status: 401, body: { error: { code: 'AUTH_002' } } })
  })

  test('carries the documented headers', async () => {
    const { headers, body } = await v3.ask({})
    expect(headers.get('x-request-id')).toBe(body.meta.request_id)
    expect(headers.get('x-api-version')).toBe('v3')
    expect(headers.get('x-response-time')).toMatch(/^\d+ms$/)
    expect(headers.get('x-ratelimit-limit')).toBe('200')
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThanOrEqual(200)
    expect(headers.get('x-ratelimit-reset')).toMatch(/^\d{10}$/)
    expect(headers.has('x-profile-id')).toBe(false)
  })
})

describe('GET /v3/users/{userId}', () => {
  test('shows the same user as the list', async () => {
    const { body } = await v3.ask({})
    for (const user of body.data.users as { id: string }[]) {
      expect((await v3.ask({ path: `/v3/users/${user.id}`, as: 'developer' })).body.data).toEqual(user)
    }
  })

  test.each([crypto.randomUUID(), 'not-a-uuid', '%E0%A4%A', 'a%2Fb'])(
    'knows nobody called %s',
    async (id) => {
      const { status, body } = await v3.ask({ path: `/v3/users/${id}` })
      expect(status).toBe(404)
      expect(body).toMatchObject({ success: false, error: { code: 'RESOURCE_006', details: null } })
    },
  )

  test('knows nobody of another organization', async () => {
    const [foreign] = v3.users().filter((user) => user.email.endsWith('@globex.example'))
    expect((await v3.ask({ path: `/v3/users/${foreign?.id}` })).status).toBe(404)
  })
})

describe('x-profile-id', () => {
  test('narrows the call to the child profile', async () => {
    const id = v3.environment.PROFILE_ID ?? ''
    const { status, headers, body } = await v3.ask({ headers: { 'x-profile-id': id }, as: 'developer' })
    expect(status).toBe(200)
    expect(headers.get('x-profile-id')).toBe(id)
    expect((body.data.users as { email: string }[]).map((user) => user.email)).toEqual([
      'petra.admin@brand.example',
      'paul.developer@brand.example',
    ])
    expect(await v3.listed(id)).not.toContain(v3.environment.SELF_USER_ID)
  })

  test.each([
    ['a foreign profile', () => v3.environment.FOREIGN_PROFILE_ID, 404, 'RESOURCE_005'],
    ['an unknown profile', () => crypto.randomUUID(), 404, 'RESOURCE_005'],
    ['a malformed id', () => 'brand', 400, 'VALIDATION_003'],
  ])('refuses %s', async (_, id, status, code) => {
    const answer = await v3.ask({ headers: { 'x-profile-id': id() ?? '' } })
    expect(answer).toMatchObject({ status, body: { success: false, error: { code } } })
  })

  test('is not for profile keys, which reach their profile without it', async () => {
    const id = v3.environment.PROFILE_ID ?? ''
    expect((await v3.ask({ as: 'profile', headers: { 'x-profile-id': id } })).status).toBe(403)
    expect((await v3.ask({ as: 'profile' })).body.data.users).toHaveLength(2)
  })
})

test('other paths and methods are not served', async () => {
  expect((await v3.ask({ path: '/v3/people' })).status).toBe(404)
  expect((await v3.ask({ path: '/v3/users', method: 'PUT' })).status).toBe(405)
})
