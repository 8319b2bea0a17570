/** Runs the compiled reference, as the bench does: `npm run build` first. */
import { describe, expect, test } from 'vitest'
import { withTarget } from './target.mjs'

const known = ({ environment: { BASE_URL, ...others } }) => others

describe('the target of the bench', () => {
  test('starts with the same ids and credentials every time', async () => {
    const [first, second] = await Promise.all([withTarget({}, known), withTarget({}, known)])
    expect(first.API_KEY).toMatch(/^[0-9a-f-]{36}$/)
    expect(second).toEqual(first)
    expect(Object.values(first)).toHaveLength(new Set(Object.values(first)).size)
  })

  test('tells every request once, as it came and was answered', async () => {
    await withTarget({}, async ({ url, environment, requests }) => {
      const headers = { 'x-api-key': environment.API_KEY, 'content-type': 'application/json' }
      await fetch(`${url}/v3/users`, { headers })
      await fetch(`${url}/v3/users`, { method: 'POST', headers, body: '{"name":"Zoë"' })
      await fetch(`${url}/api/v1/users?page=2`)
      const seen = await requests()
      expect(seen.map(({ method, path, body, status }) => [method, path, body, status])).toEqual([
        ['GET', '/v3/users', '', 200],
        ['POST', '/v3/users', '{"name":"Zoë"', 400],
        ['GET', '/api/v1/users?page=2', '', 401],
      ])
      expect(seen[0].headers).toMatchObject(headers)
      expect(await requests()).toEqual([])
    })
  })
})
