/** The reference speaks the language of the vendor's own client library. */
import SentDm from '@sentdm/sentdm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Reference, startReference } from './index.ts'

let reference: Reference
let client: SentDm

beforeEach(async () => {
  reference = await startReference()
  client = clientOf(reference.environment.API_KEY)
})
afterEach(() => reference.close())

function clientOf(apiKey = ''): SentDm {
  return new SentDm({ apiKey, baseURL: reference.url, maxRetries: 0 })
}

const guest = { email: 'guest@guests.example', name: 'Guest User', role: 'developer' }
const idsOf = async (profile?: string) => {
  const { data } = await client.users.list(profile === undefined ? {} : { 'x-profile-id': profile })
  return data?.users?.map((user) => user.id)
}

describe('the official client', () => {
  test('lists and retrieves', async () => {
    const { success, data, error, meta } = await client.users.list()
    expect({ success, error, version: meta?.version }).toEqual({ success: true, error: null, version: 'v3' })
    for (const user of data?.users ?? []) {
      expect((await client.users.retrieve(user.id ?? '')).data).toEqual(user)
    }
  })

  test('invites, changes the role and removes', async () => {
    const { data } = await client.users.invite(guest)
    const id = data?.id ?? ''
    expect(data).toMatchObject({ ...guest, status: 'invited', last_login_at: null })
    expect((await client.users.updateRole(id, { role: 'billing' })).data?.role).toBe('billing')
    expect((await client.users.retrieve(id)).data?.role).toBe('billing')
    await client.users.remove(id, {})
    expect(await idsOf()).not.toContain(id)
    await expect(client.users.retrieve(id)).rejects.toMatchObject({ status: 404 })
  })

  test('pretends in sandbox', async () => {
    const { data } = await client.users.invite({ ...guest, sandbox: true })
    expect(await idsOf()).not.toContain(data?.id)
    const id = (await client.users.invite(guest)).data?.id ?? ''
    const changed = await client.users.updateRole(id, { role: 'admin', sandbox: true })
    expect(changed.data?.role).toBe('admin')
    await client.users.remove(id, { sandbox: true })
    expect((await client.users.retrieve(id)).data).toMatchObject(guest)
  })

  test('acts on a profile', async () => {
    const profile = reference.environment.PROFILE_ID ?? ''
    const scope = { 'x-profile-id': profile }
    const id = (await client.users.invite({ ...guest, ...scope })).data?.id ?? ''
    expect(await idsOf(profile)).toContain(id)
    expect(await idsOf()).not.toContain(id)
    await client.users.remove(id, scope)
    expect(await idsOf(profile)).not.toContain(id)
  })

  test('changes the role in a profile', async () => {
    const scope = { 'x-profile-id': reference.environment.PROFILE_ID ?? '' }
    const id = (await client.users.invite({ ...guest, ...scope })).data?.id ?? ''
    await expect(client.users.updateRole(id, { role: 'billing' })).rejects.toMatchObject({ status: 404 })
    expect((await client.users.updateRole(id, { role: 'billing', ...scope })).data?.role).toBe('billing')
    expect((await client.users.retrieve(id, scope)).data?.role).toBe('billing')
  })

  test('changes the role once under one Idempotency-Key', async () => {
    const id = (await client.users.invite(guest)).data?.id ?? ''
    const once = { role: 'billing', 'Idempotency-Key': 'once-more' }
    const first = await client.users.updateRole(id, once)
    await client.users.updateRole(id, { role: 'admin' })
    expect(await client.users.updateRole(id, once)).toEqual(first)
    expect((await client.users.retrieve(id)).data?.role).toBe('admin')
  })

  test('is told whose key it has', async () => {
    const { data } = await client.me.retrieve()
    expect(data).toMatchObject({ type: 'organization', email: reference.environment.SELF_EMAIL })
    const profile = reference.environment.PROFILE_ID ?? ''
    expect(data?.profiles?.map(({ id }) => id)).toEqual([profile])
    expect((await client.me.retrieve({ 'x-profile-id': profile })).data).toMatchObject({
      id: profile,
      type: 'profile',
      organization_id: data?.id,
    })
    await expect(clientOf('nobody').me.retrieve()).rejects.toMatchObject({ status: 401 })
  })

  test('invites once under one Idempotency-Key', async () => {
    const once = { ...guest, 'Idempotency-Key': 'only-once' }
    const first = await client.users.invite(once)
    expect(await client.users.invite(once)).toEqual(first)
  })

  test('is refused where the documents refuse', async () => {
    const self = reference.environment.SELF_USER_ID ?? ''
    const developer = clientOf(reference.environment.DEVELOPER_API_KEY)
    const restricted = clientOf(reference.environment.RESTRICTED_API_KEY)
    await expect(client.users.remove(self, {})).rejects.toMatchObject({ status: 400 })
    await expect(client.users.updateRole(self, { role: 'billing' })).rejects.toMatchObject({ status: 400 })
    await expect(developer.users.updateRole(self, { role: 'billing' })).rejects.toMatchObject({ status: 403 })
    await expect(client.users.invite({ ...guest, role: 'owner' })).rejects.toMatchObject({ status: 400 })
    await expect(developer.users.invite(guest)).rejects.toMatchObject({ status: 403 })
    await expect(restricted.users.list()).rejects.toMatchObject({ status: 403 })
    await expect(clientOf('nobody').users.list()).rejects.toMatchObject({ status: 401 })
    expect((await developer.users.list()).success).toBe(true)
  })
})
