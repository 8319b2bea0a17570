import { describe, expect, test } from 'vitest'
import { blueprintOf } from './dredd.mjs'
import { collectionOf } from './newman.mjs'
import { alike, plain } from './requests.mjs'
import { arazzoOf } from './respect.mjs'
import { workflowOf } from './stepci.mjs'

const BASE = 'http://127.0.0.1:4010'
const read = {
  method: 'GET',
  path: '/api/v1/users?page=abc',
  headers: { authorization: 'Bearer t' },
  body: '',
  status: 400,
}
const invite = {
  method: 'POST',
  path: '/v3/users',
  headers: { 'x-api-key': 'k', 'content-type': 'application/json' },
  body: '{"email":"a@example.com"}',
  status: 201,
}
const broken = { ...invite, body: '{"email":', status: 400 }
const unlabelled = { ...invite, headers: { 'x-api-key': 'k' }, status: 415 }
const requests = [read, invite, broken, unlabelled]

describe('a Postman collection', () => {
  const { item } = JSON.parse(collectionOf(requests, BASE))

  test('holds every request in its order, with its headers and body', () => {
    expect(item.map(({ request }) => [request.method, request.url])).toEqual([
      ['GET', `${BASE}/api/v1/users?page=abc`],
      ...Array(3).fill(['POST', `${BASE}/v3/users`]),
    ])
    expect(item[1].request.header).toContainEqual({ key: 'x-api-key', value: 'k' })
    expect(item.map(({ request }) => request.body?.raw)).toEqual(
      requests.map(({ body }) => body || undefined),
    )
  })

  test('checks each status, and lets no header be added that the request was without', () => {
    expect(item[3].event[0].script.exec[0]).toContain('have.status(415)')
    expect(item[3].protocolProfileBehavior.disabledSystemHeaders).toEqual({ 'content-type': true })
  })
})

describe('a StepCI workflow', () => {
  test('keeps the order in one test, and goes on after a failure', () => {
    const { config, tests } = JSON.parse(workflowOf(requests, BASE))
    expect(config.continueOnFail).toBe(true)
    expect(tests.recorded.steps.map(({ http }) => http)).toEqual([
      { url: `${BASE}${read.path}`, method: 'GET', headers: read.headers, check: { status: 400 } },
      ...requests.slice(1).map(({ method, path, headers, body, status }) => ({
        url: BASE + path,
        method,
        headers,
        body,
        check: { status },
      })),
    ])
  })
})

describe('an Arazzo description', () => {
  const { steps } = JSON.parse(arazzoOf(requests, BASE)).workflows[0]

  test('gives JSON as a value, and as a text what is none', () => {
    expect(steps.map(({ requestBody }) => requestBody?.payload)).toEqual([
      undefined,
      { email: 'a@example.com' },
      '{"email":',
      unlabelled.body,
    ])
  })

  test('checks each status', () => {
    expect(steps.map(({ successCriteria }) => successCriteria[0].condition)).toEqual(
      requests.map(({ status }) => `$statusCode == ${status}`),
    )
  })
})

describe('an API Blueprint', () => {
  test('has an action for each request, even for one that came before', () => {
    const text = blueprintOf(requests)
    expect(text.match(/^## request \d+ \[.*\]$/gm)).toEqual([
      '## request 1 [GET /api/v1/users?page=abc]',
      ...[2, 3, 4].map((number) => `## request ${number} [POST /v3/users]`),
    ])
    expect(text).toContain('+ Request (application/json)\n\n    + Headers\n\n            x-api-key: k\n')
    expect(text).toContain('    + Body\n\n            {"email":"a@example.com"}\n\n+ Response 201\n')
  })
})

describe('the recording', () => {
  test('leaves out what a client says of itself', () => {
    const headers = {
      ...invite.headers,
      host: '127.0.0.1:1',
      connection: 'keep-alive',
      'content-length': '25',
    }
    expect(plain({ ...invite, headers })).toEqual(invite)
  })

  test('finds again what was sent alike, each request once and in any order', () => {
    const own = { 'user-agent': 'x' }
    const sent = requests
      .map((request) => ({ ...request, headers: { ...request.headers, ...own } }))
      .reverse()
    expect(alike(requests, sent)).toBe(4)
    expect(alike([read, read], [read])).toBe(1)
    expect(alike(requests, [])).toBe(0)
  })

  test('tells another answer, body or label from the recorded one', () => {
    for (const change of [
      { status: 500 },
      { body: '{}' },
      { headers: { 'x-api-key': 'k' } },
      { method: 'PUT' },
    ]) {
      expect(alike([invite], [{ ...invite, ...change }])).toBe(0)
    }
    expect(alike([invite], [{ ...invite, body: `${invite.body}\n` }])).toBe(1)
  })
})
