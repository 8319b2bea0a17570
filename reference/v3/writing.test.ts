/** Inviting, changing and removing users: effects, guards, sandbox and idempotency. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { invitation, type Listening, startV3 } from './testing/speak.ts'

let v3: Listening

beforeEach(async () => {
  v3 = await startV3()
})
afterEach(() => v3.close())

const idOf = (email: string) => v3.users().find((user) => user.email === email)?.id ?? ''
const self = () => v3.environment.SELF_USER_ID ?? ''
const profile = () => ({ 'x-profile-id': v3.environment.PROFILE_ID ?? '' })
const invite = (body: unknown = invitation(), headers: Record<string, string> = {}) =>
  v3.ask({ method: 'POST', body, headers })
const remove = (id: string, body?: unknown, headers: Record<string, string> = {}) =>
  v3.ask({ method: 'DELETE', path: `/v3/users/${id}`, body, headers })
const update = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  v3.ask({ method: 'PATCH', path: `/v3/users/${id}`, body, headers })
const refusal = (status: number, code: string) => ({ status, body: { success: false, error: { code } } })

describe('POST /v3/users', () => {
  test('invites', async () => {
    const { status, body } = await invite()
    expect(status).toBe(201)
    expect(body.data).toMatchObject({ ...invitation(), status: 'invited', last_login_at: null })
    expect(await v3.listed()).toContain(body.data.id)
    expect(await v3.listed(v3.environment.PROFILE_ID)).not.toContain(body.data.id)
  })

  test('names everything that is wrong with the body', async () => {
    const { status, body } = await invite({ email: 'nobody', role: 'owner', sandbox: 'yes' })
    expect(status).toBe(400)
    expect(body.error.code).toBe('VALIDATION_001')
    expect(Object.keys(body.error.details as object).sort()).toEqual(['email', 'name', 'role', 'sandbox'])
  })

  test.each(['{', '[]', '"text"', 'null'])('refuses the body %s', async (body) => {
    expect(await invite(body)).toMatchObject(refusal(400, 'VALIDATION_001'))
  })

  test('keeps one entry per address and scope', async () => {
    await invite()
    expect(await invite({ ...invitation(), email: 'NEW@guests.example' })).toMatchObject(
      refusal(409, 'RESOURCE_007'),
    )
    expect((await invite(invitation(), profile())).status).toBe(201)
  })

  test('answers a repeated Idempotency-Key with the first answer', async () => {
    const headers = { 'Idempotency-Key': 'once' }
    const first = await invite(invitation(), headers)
    const second = await invite(invitation('other'), headers)
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(second.headers.get('x-original-request-id')).toBe(first.body.meta.request_id)
    expect(await invite(invitation(), { 'Idempotency-Key': 'not valid' })).toMatchObject(
      refusal(400, 'VALIDATION_007'),
    )
  })

  test('only pretends in sandbox', async () => {
    const { status, headers, body } = await invite({ ...invitation(), sandbox: true })
    expect(status).toBe(201)
    expect(headers.get('x-sandbox')).toBe('true')
    expect(body.data).toMatchObject({ ...invitation(), status: 'invited' })
    expect(await v3.listed()).not.toContain(body.data.id)
    expect(await invite({ sandbox: true })).toMatchObject(refusal(400, 'VALIDATION_001'))
  })
})

describe('PATCH /v3/users/{userId}', () => {
  test('changes the role and nothing else', async () => {
    const { body } = await invite()
    const { created_at, id } = body.data
    const changed = await update(String(id), { role: 'billing' })
    expect(changed.status).toBe(200)
    expect(changed.body.data).toMatchObject({ ...invitation(), role: 'billing', created_at })
    expect((await v3.ask({ path: `/v3/users/${id}` })).body.data).toEqual(changed.body.data)
  })

  test('refuses oneself, the last admin, unknown users and unknown roles', async () => {
    expect(await update(self(), { role: 'billing' })).toMatchObject(refusal(400, 'VALIDATION_001'))
    const last = idOf('petra.admin@brand.example')
    expect(await update(last, { role: 'billing' }, profile())).toMatchObject(refusal(400, 'VALIDATION_001'))
    expect(await update(crypto.randomUUID(), { role: 'billing' })).toMatchObject(refusal(404, 'RESOURCE_006'))
    expect(await update(last, { role: 'owner' }, profile())).toMatchObject(refusal(400, 'VALIDATION_001'))
  })

  test('only pretends in sandbox', async () => {
    const id = idOf('dora.developer@acme.example')
    expect((await update(id, { role: 'billing', sandbox: true })).body.data.role).toBe('billing')
    expect((await v3.ask({ path: `/v3/users/${id}` })).body.data.role).toBe('developer')
  })
})

describe('PATCH under an Idempotency-Key', () => {
  test('changes the role once, and answers with the first answer whatever the body says', async () => {
    const id = String((await invite()).body.data.id)
    const headers = { 'Idempotency-Key': 'k'.repeat(255) }
    const first = await update(id, { role: 'billing' }, headers)
    await update(id, { role: 'admin' })
    for (const role of ['billing', 'developer']) {
      const again = await update(id, { role }, headers)
      expect(again.body).toEqual(first.body)
      expect(again.headers.get('idempotent-replayed')).toBe('true')
      expect(again.headers.get('x-original-request-id')).toBe(first.body.meta.request_id)
    }
    expect((await v3.ask({ path: `/v3/users/${id}` })).body.data.role).toBe('admin')
  })

  test('refuses a key of another form', async () => {
    const id = String((await invite()).body.data.id)
    for (const key of ['k'.repeat(256), 'with blank']) {
      const answer = await update(id, { role: 'billing' }, { 'Idempotency-Key': key })
      expect(answer).toMatchObject(refusal(400, 'VALIDATION_007'))
    }
  })
})

describe('GET /v3/me', () => {
  test('tells any key of its account, and of the profile that is named', async () => {
    const own = await v3.ask({ path: '/v3/me' })
    expect(own).toMatchObject({ status: 200, body: { success: true, data: { type: 'organization' } } })
    expect((await v3.ask({ path: '/v3/me', as: 'restricted' })).status).toBe(200)
    const brand = await v3.ask({ path: '/v3/me', headers: profile() })
    expect(brand.body.data).toMatchObject({ type: 'profile', organization_id: own.body.data.id })
    expect(await v3.ask({ path: '/v3/me', as: 'nobody' })).toMatchObject(refusal(401, 'AUTH_001'))
    expect((await v3.ask({ path: '/v3/me', method: 'POST' })).status).toBe(405)
  })
})

describe('DELETE /v3/users/{userId}', () => {
  test.each([[undefined], [{}], [{ sandbox: false }]])('removes with body %j', async (body) => {
    const id = String((await invite()).body.data.id)
    const { status, text, headers } = await remove(id, body)
    expect({ status, text, type: headers.get('content-type') }).toEqual({ status: 204, text: '', type: null })
    expect(await v3.listed()).not.toContain(id)
    expect(await remove(id, body)).toMatchObject(refusal(404, 'RESOURCE_006'))
    expect((await invite()).status).toBe(201)
  })

  test('refuses oneself and the last admin, in sandbox too', async () => {
    const last = idOf('petra.admin@brand.example')
    for (const sandbox of [false, true]) {
      expect(await remove(self(), { sandbox })).toMatchObject(refusal(400, 'VALIDATION_001'))
      expect(await remove(last, { sandbox }, profile())).toMatchObject(refusal(400, 'VALIDATION_001'))
    }
    expect(await v3.listed()).toContain(self())
    expect(await v3.listed(v3.environment.PROFILE_ID)).toContain(last)
    expect((await remove(idOf('anton.admin@acme.example'))).status).toBe(204)
    expect((await v3.ask({ method: 'DELETE', path: `/v3/users/${self()}`, as: 'owner' })).status).toBe(400)
  })

  test('only pretends in sandbox', async () => {
    const id = idOf('dora.developer@acme.example')
    const { status, headers } = await remove(id, { sandbox: true })
    expect(status).toBe(204)
    expect(headers.get('x-sandbox')).toBe('true')
    expect(await v3.listed()).toContain(id)
    expect(await remove(crypto.randomUUID(), { sandbox: true })).toMatchObject(refusal(404, 'RESOURCE_006'))
  })
})

describe('callers who may not write', () => {
  test.each(['developer', 'billing', 'restricted'] as const)('%s', async (as) => {
    const path = `/v3/users/${idOf('ines.invited@acme.example')}`
    for (const sandbox of [false, true]) {
      const bodies = {
        POST: { ...invitation(), sandbox },
        PATCH: { role: 'billing', sandbox },
        DELETE: { sandbox },
      }
      for (const [method, body] of Object.entries(bodies)) {
        const answer = await v3.ask({ method, path: method === 'POST' ? '/v3/users' : path, as, body })
        expect(answer).toMatchObject(refusal(403, 'AUTH_004'))
      }
    }
    expect(v3.users().filter((user) => user.email.endsWith('@acme.example'))).toHaveLength(6)
  })
})

describe('rate limits', () => {
  test('are kept where they are asked for', async () => {
    const limited = await startV3({ limits: true })
    try {
      const statuses: number[] = []
      for (let n = 0; n < 6; n++) {
        const { status, headers, body } = await limited.ask({
          method: 'POST',
          body: invitation(`guest-${n}`),
        })
        statuses.push(status)
        if (status !== 429) continue
        expect(body.error.code).toBe('BUSINESS_002')
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
        expect(headers.get('x-ratelimit-remaining')).toBe('0')
      }
      expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
    } finally {
      await limited.close()
    }
  })
})
