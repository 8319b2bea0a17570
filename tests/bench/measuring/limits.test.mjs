import { describe, expect, test } from 'vitest'
import { operationOf, waitedFor } from './limits.mjs'

describe('a request', () => {
  test.each([
    ['GET', '/v3/users', 'GET /v3/users'],
    ['DELETE', '/v3/users/8f14e45f', 'DELETE /v3/users/{userId}'],
    ['GET', '/api/v1/users?page=2&limit=1', 'GET /api/v1/users'],
    ['GET', '/api/v1/users/usr_1?x=/', 'GET /api/v1/users/{id}'],
    ['GET', '/health', 'GET elsewhere'],
  ])('%s %s is %s', (method, path, operation) => {
    expect(operationOf({ method, path })).toBe(operation)
  })
})

describe('the limits', () => {
  const many = (count, method, path, status) =>
    Array.from({ length: count }, () => ({ method, path, status }))

  test('hold nobody back within the burst', () => {
    const reads = many(50, 'GET', '/v3/users', 200)
    const invitations = many(5, 'POST', '/v3/users', 201)
    expect(waitedFor([...reads, ...invitations])).toBe(0)
  })

  test('let the slower of the two tiers decide', () => {
    expect(waitedFor(many(8, 'POST', '/v3/users', 201))).toBe(18_000)
    expect(waitedFor([...many(150, 'GET', '/v3/users', 200), ...many(6, 'POST', '/v3/users', 400)])).toBe(
      30_000,
    )
  })

  test('count no request that was refused before they apply, and none of v1', () => {
    const free = [401, 429].flatMap((status) => many(40, 'POST', '/v3/users', status))
    expect(waitedFor([...free, ...many(500, 'GET', '/api/v1/users', 200)])).toBe(0)
  })
})
