import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../model/exchange.ts'
import { closed, lastSegment, queryOf, recordedJson, sentObject } from './recorded.ts'
import { seenAnswers } from './seen.ts'
import { FactSheet } from './sheet.ts'

function exchange(change: {
  status?: number
  text?: string
  truncated?: boolean
  url?: string
  body?: string
}) {
  const { status = 200, text = '{}', truncated = false, url = 'http://target/v3/users', body } = change
  return {
    id: 'x1',
    contract: 'v3',
    operation: 'GET /v3/users',
    caller: 'admin',
    purpose: 'a test',
    request: { method: 'GET', url, headers: {}, ...(body === undefined ? {} : { body }) },
    response: { status, headers: [], body: { text, bytes: text.length, sha256: '', truncated } },
    startedAt: '2026-03-10T12:00:00.000Z',
    durationMs: 1,
    attempts: 1,
    waitedMs: 0,
  } satisfies Exchange
}

describe('what was recorded', () => {
  test.each([
    ['{"a":[{"b":1},{"b":2', { a: [{ b: 1 }] }],
    ['{"a":{"b":"x,}","c":[1,2,"', { a: { b: 'x,}', c: [1, 2] } }],
    ['{"a":"quoted \\" and {","b":1,"c', { a: 'quoted " and {', b: 1 }],
    ['[{"a":1}]', [{ a: 1 }]],
  ])('is read as far as it is whole: %s', (text, expected) => {
    expect(JSON.parse(closed(text))).toEqual(expected)
    expect(recordedJson(exchange({ text, truncated: true }))).toEqual(expected)
  })

  test.each(['', 'text', '{"a', '{', '<html>'])('is nothing where nothing can be read: %j', (text) => {
    expect(recordedJson(exchange({ text, truncated: true }))).toBeUndefined()
  })

  test('tells what was sent', () => {
    expect(sentObject(exchange({ body: '{"email":"a@b"}' }))).toEqual({ email: 'a@b' })
    expect(sentObject(exchange({ body: '[1]' }))).toBeUndefined()
    expect(queryOf(exchange({ url: 'http://target/?limit=2' })).get('limit')).toBe('2')
    expect(lastSegment(exchange({ url: 'http://target/v3/users/a%2Fb?x' }))).toBe('a/b')
    expect(lastSegment(exchange({ url: 'http://target/v3/users/%00%zz' }))).toBe('%00%zz')
    expect(queryOf(exchange({ url: 'no url' })).size).toBe(0)
  })
})

test('counts documented answers and members, and other statuses behind them', () => {
  const list = { operation: 'GET /v3/users', status: 200, members: ['data.users[].id', 'meta', 'error.code'] }
  const refusal = { operation: 'GET /v3/users', status: 403, members: ['error'] }
  const texts = [
    '{"data":{"users":[{},{"id":1}]},"meta":null}',
    '{"data":{"users":{}},"error":[]}',
    'no JSON',
  ]
  const seen = seenAnswers(
    [list, refusal],
    [...texts.map((text) => exchange({ text })), exchange({ status: 400 })],
  )
  expect(seen).toEqual([
    {
      operation: 'GET /v3/users',
      status: 200,
      documented: true,
      seen: 3,
      members: { 'data.users[].id': 1, meta: 1, 'error.code': 0 },
    },
    { operation: 'GET /v3/users', status: 403, documented: true, seen: 0, members: { error: 0 } },
    { operation: 'GET /v3/users', status: 400, documented: false, seen: 1 },
  ])
})

test('notes what was seen, the most frequent first', () => {
  const sheet = new FactSheet()
  sheet.note(exchange({}), 'second', 'a')
  for (const answer of ['b', 'c', 'c']) sheet.note(exchange({}), 'first', answer)
  const [first, second] = sheet.observations(['first', 'second'])
  expect(first?.answers.map(({ answer, count }) => [answer, count])).toEqual([
    ['c', 2],
    ['b', 1],
  ])
  expect(second?.situation).toBe('second')
})
