/** Starting the reference as a whole: configuration, log, faults and variants by name, server options. */
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findFault } from './faults/index.ts'
import { type ReferenceOptions, startReference } from './index.ts'
import { findVariant } from './variants/index.ts'

async function withReference<T>(
  options: ReferenceOptions,
  use: (r: Awaited<ReturnType<typeof startReference>>) => Promise<T>,
) {
  const reference = await startReference(options)
  try {
    return await use(reference)
  } finally {
    await reference.close()
  }
}

describe('startReference', () => {
  test('serves both contracts and hands out what a run needs', () =>
    withReference({}, async ({ url, environment, requests, v3, v1 }) => {
      expect(environment.BASE_URL).toBe(url)
      const names = [
        'API_KEY',
        'DEVELOPER_API_KEY',
        'RESTRICTED_API_KEY',
        'BILLING_API_KEY',
        'SELF_USER_ID',
        'SELF_EMAIL',
        'PROFILE_ID',
      ]
      const more = ['FOREIGN_PROFILE_ID', 'FOREIGN_USER_ID', 'ACCESS_TOKEN', 'RESTRICTED_ACCESS_TOKEN']
      expect(Object.keys(environment).sort()).toEqual(['BASE_URL', ...names, ...more].sort())
      expect((await fetch(`${url}/v3/users`, key(environment))).status).toBe(200)
      const bearer = { headers: { authorization: `Bearer ${environment.ACCESS_TOKEN}` } }
      expect((await fetch(`${url}/api/v1/users`, bearer)).status).toBe(200)
      expect((await fetch(`${url}/elsewhere`)).status).toBe(404)
      expect(requests.map((request) => request.path)).toEqual(['/v3/users', '/api/v1/users', '/elsewhere'])
      expect(v3.emails()).toContain('ada.admin@acme.example')
      expect(v1.emails().length).toBeGreaterThan(0)
    }))

  test('never hands out the same key twice', async () => {
    const [first, second] = [await startReference(), await startReference()]
    try {
      expect(first.environment.API_KEY).not.toBe(second.environment.API_KEY)
      expect((await fetch(`${second.url}/v3/users`, key(first.environment))).status).toBe(401)
    } finally {
      await Promise.all([first.close(), second.close()])
    }
  })

  test('fills up with users', () =>
    withReference({ users: { v3: 500, v1: 300 } }, async ({ v3, v1 }) => {
      expect(v3.users().length).toBeGreaterThan(500)
      expect(v1.users().length).toBeGreaterThan(300)
    }))

  test('serves behind a prefix, compressed, closing connections', () =>
    withReference({ pathPrefix: 'staging/', compress: true, closeConnections: true }, async (reference) => {
      expect(reference.url).toMatch(/\/staging$/)
      const { request } = await import('undici')
      const answer = await request(`${reference.url}/v3/users`, {
        headers: { 'x-api-key': reference.environment.API_KEY ?? '', 'accept-encoding': 'gzip' },
      })
      expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', connection: 'close' })
      const text = gunzipSync(Buffer.from(await answer.body.arrayBuffer())).toString()
      expect(JSON.parse(text)).toMatchObject({ success: true })
      expect((await fetch(`${new URL(reference.url).origin}/v3/users`)).status).toBe(404)
    }))

  test('refuses bodies beyond a mebibyte', () =>
    withReference({}, async ({ url, environment }) => {
      const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024) })
      const answer = await fetch(`${url}/v3/users`, { method: 'POST', body, ...key(environment) })
      expect(answer.status).toBe(413)
    }))

  test('closes at once although a client keeps its connection', async () => {
    const reference = await startReference()
    await fetch(`${reference.url}/v3/users`, key(reference.environment))
    await reference.close()
    await expect(fetch(`${reference.url}/v3/users`)).rejects.toThrow()
  })
})

describe('names', () => {
  test('that nobody knows come with the nearest one', async () => {
    expect(() => findFault('v3-list-sucess-false')).toThrow('There is no fault v3-list-sucess-false.')
    expect(() => findVariant('v3-chrun')).toThrow('Did you mean v3-churn?')
    await expect(startReference({ faults: ['nothing'] })).rejects.toThrow('There is no fault nothing.')
  })
})

function key(environment: Record<string, string>) {
  return { headers: { 'x-api-key': environment.API_KEY ?? '' } }
}
