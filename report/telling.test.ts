import { describe, expect, test } from 'vitest'
import type { Exchange } from '../model/exchange.ts'
import type { Deviation, RequirementResult } from '../model/report.ts'
import { tellingExchanges } from './telling.ts'
import { requirement } from './testing/report.ts'

const exchange = (id: string, request: string, body = '', answer = ''): Exchange => {
  const [method = 'GET', path = '/'] = request.split(' ')
  return {
    id,
    contract: 'v3',
    operation: `${method} ${path.includes('users/') ? '/v3/users/{userId}' : '/v3/users'}`,
    caller: 'admin',
    purpose: 'a test',
    request: { method, url: `https://users.example${path}`, headers: {}, ...(body ? { body } : {}) },
    response: {
      status: 200,
      headers: [],
      body: { text: answer, bytes: answer.length, sha256: '', truncated: false },
    },
    startedAt: `2026-03-10T12:00:${id.slice(1).padStart(2, '0')}.000Z`,
    durationMs: 1,
    attempts: 1,
    waitedMs: 0,
  }
}

const inProfile = (one: Exchange): Exchange => ({
  ...one,
  request: { ...one.request, headers: { 'x-profile-id': 'p1' } },
})
const refused = (one: Exchange): Exchange => ({
  ...one,
  ...(one.response ? { response: { ...one.response, status: 409 } } : {}),
})

const RUN = [
  exchange('x1', 'POST /v3/users', '{"email":"Ann@example.com"}', '{"data":{"id":"u1"}}'),
  exchange('x2', 'POST /v3/users', '{"email":"bob@example.com"}', '{"data":{"id":"u2"}}'),
  exchange('x3', 'GET /v3/users'),
  exchange('x4', 'DELETE /v3/users/u1', '{"sandbox":true}'),
  exchange('x5', 'GET /v3/users/u1'),
  exchange('x6', 'GET /v3/users'),
  inProfile(exchange('x7', 'POST /v3/users', '{"email":"cy@example.com"}', '{"data":{"id":"u3"}}')),
  refused(exchange('x8', 'POST /v3/users', '{"email":"BOB@example.com"}', '{"error":{}}')),
  exchange('x9', 'GET /v3/users/u2'),
  inProfile(exchange('x10', 'GET /v3/users')),
]
const told = (evidence: string[], ...deviations: Partial<Deviation>[]): string[] => {
  const result: RequirementResult = {
    ...requirement('v3.remove.sandbox-no-effect'),
    verdict: 'failed',
    deviations: deviations.map((one) => ({ level: 'must', expected: 'a', actual: 'b', ...one })),
    evidence,
  }
  const exchanges = new Map(RUN.map((one) => [one.id, one]))
  return tellingExchanges(result, exchanges).map(({ exchange: { id }, as }) => `${as} ${id}`)
}

describe('tellingExchanges', () => {
  test('tells the request that did it before the read that found it', () => {
    expect(told(['x3', 'x4', 'x5'], { exchange: 'x5' })).toEqual(['after x4', 'seen in x5'])
  })

  test('tells the invitation of the very user concerned, by address in any letter case or by id', () => {
    const entry = '{"id":"u9","email":"ann@example.com","role":"owner"}'
    expect(told(['x3'], { exchange: 'x3', entry })).toEqual(['after x1', 'seen in x3'])
    expect(told(['x6'], { exchange: 'x6', entry: '{"id":"u2"}' })).toEqual(['after x2', 'seen in x6'])
  })

  test('tells the last request that named the user in any way, where the check itself has looked at none', () => {
    // Its answer has no id, and the page no address.
    const page = told(['x9'], { exchange: 'x9' })
    expect(page).toEqual(['after x8', 'seen in x9'])
  })

  test('tells the invitation of whom was expected', () => {
    const expected = 'the user bob@example.com in the list'
    expect(told(['x1', 'x6'], { exchange: 'x6', expected })).toEqual(['after x2', 'seen in x6'])
  })

  test('tells of nobody in particular what was done in the scope of the read', () => {
    expect(told(['x7', 'x4', 'x10'], { exchange: 'x10' })).toEqual(['after x7', 'seen in x10'])
  })

  test('tells no cause for what concerns nobody, or somebody whom the run did not touch', () => {
    expect(told(['x3'], { exchange: 'x3' })).toEqual(['seen in x3'])
    expect(told(['x3'], { exchange: 'x3', entry: '{"id":"u9","email":"eve@example.com"}' })).toEqual([
      'seen in x3',
    ])
  })

  test('a write that shows it itself has no other cause', () => {
    expect(told(['x4'], { exchange: 'x4' })).toEqual(['seen in x4'])
  })

  test('a comparison has two sides', () => {
    const entry = '{"id":"u7"}'
    expect(told(['x6', 'x5'], { exchange: 'x6', entry })).toEqual(['beside x5', 'seen in x6'])
  })

  test('a value of another answer is shown where it was read', () => {
    const list = exchange('x3', 'GET /v3/users', '', '{"data":{"users":[{"id":"u8"}]}}')
    const single = exchange('x5', 'GET /v3/users/u8')
    const result: RequirementResult = {
      ...requirement('v3.get.agrees-with-list'),
      verdict: 'failed',
      deviations: [{ level: 'must', expected: '"admin"', actual: '"billing"', exchange: 'x5' }],
      evidence: ['x5'],
    }
    const found = tellingExchanges(result, new Map([list, single].map((one) => [one.id, one])))
    expect(found.map(({ exchange: { id }, as }) => `${as} ${id}`)).toEqual(['beside x3', 'seen in x5'])
  })

  test('nothing that came later is a cause', () => {
    expect(told(['x3', 'x4'], { exchange: 'x3' })).toEqual(['seen in x3'])
  })

  test('where no deviation names an exchange, it is the one that was looked at last', () => {
    expect(told(['x3', 'x4'])).toEqual(['seen in x4'])
    expect(told([])).toEqual([])
  })
})
