/** Bodies that nobody vouches for: no body may throw, flood, or hide what else is wrong. */
import { describe, expect, test } from 'vitest'
import { active, meta, refusal, success } from './testing/v3.ts'
import { deviationsOf } from './testing/worded.ts'

/** 100,000 values, one inside the other. */
function nested(open: (inner: unknown) => unknown): unknown {
  let value: unknown = null
  for (let i = 0; i < 100_000; i++) value = open(value)
  return value
}
const arrays = nested((inner) => [inner])
const objects = nested((inner) => ({ a: inner }))
const long = 'tT@ \u{1f600}'.repeat(1_000_000)
const names = [
  'v3/list-users.200',
  'v3/get-user.200',
  'v3/invite-user.success',
  'v3/remove-user.success',
  'v3/error-answer',
  'v3/unauthorized',
  'v1/list-users.200',
  'v1/get-user.200',
  'v1/create-user.201',
  'v1/create-user.400',
  'v1/unauthorized',
]

describe.each(names)('%s', (name) => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['numbers that JSON has not', Number.POSITIVE_INFINITY],
    ['deep arrays', arrays],
    ['deep objects', objects],
    [
      'depth in every member',
      { success: arrays, data: objects, error: arrays, meta: objects, message: arrays },
    ],
    [
      'depth further down',
      { success: false, data: { users: [objects, arrays], role: arrays }, meta: { page: arrays } },
    ],
    [
      'long texts',
      {
        success: long,
        data: [{ id: long, email: long, created_at: long }],
        error: { code: long, message: long, doc_url: long },
        meta: { timestamp: long },
      },
    ],
    ['a long text', long],
    [
      'names of the language',
      JSON.parse(
        '{"__proto__":{"success":true,"data":[]},"constructor":{"prototype":1},"hasOwnProperty":0,"toString":null,"data":{"__proto__":{"users":[]},"length":3}}',
      ),
    ],
    [
      'other names',
      Object.fromEntries(['', '/', '~', '#', '$ref', '\u0000', '\ud800'].map((key) => [key, key])),
    ],
  ])('%s do no harm', (_, body) => {
    for (const { actual, pointer, expected } of deviationsOf(name, body)) {
      expect(actual.length).toBeLessThanOrEqual(80)
      expect(pointer?.length).toBeLessThanOrEqual(200)
      expect(expected.length).toBeLessThanOrEqual(200)
    }
  })
})

test('what stands in a prototype is not a member', () => {
  const body = JSON.parse(`{"__proto__":${JSON.stringify(success({ users: [] }))}}`)
  expect(deviationsOf('v3/list-users.200', body).map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['/success', '/data', '/meta']),
  )
})

test('an error for every member of a huge map is not collected', () => {
  const details = { email: Array(3_000_000).fill(1) }
  expect(deviationsOf('v3/error-answer', refusal('VALIDATION_001', details))).toEqual([
    { level: 'must', pointer: '/error/details/email/0', expected: 'a string', actual: '1' },
  ])
  const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`field${i}`, i]))
  expect(deviationsOf('v3/error-answer', refusal('VALIDATION_001', fields))).toHaveLength(1)
})

test('an honest answer with a great many further members passes', () => {
  const extra = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`x${i}`, [i]]))
  expect(deviationsOf('v3/get-user.200', { ...success({ ...active, extra }), extra })).toEqual([])
})

describe('a list of 100,000 users', () => {
  const users: unknown[] = Array.from({ length: 100_000 }, (_, i) => ({
    ...active,
    email: `u${i}@firma.example`,
  }))

  test('passes', () => {
    expect(deviationsOf('v3/list-users.200', success({ users }))).toEqual([])
  })

  test('is looked at to its last entry', () => {
    const last = { ...active, role: 'Admin', updated_at: undefined }
    expect(deviationsOf('v3/list-users.200', success({ users: [...users.slice(1), last] }))).toMatchObject([
      { level: 'must', pointer: '/data/users/99999/role' },
      { level: 'should', pointer: '/data/users/99999/updated_at' },
    ])
  })

  test('that is wrong everywhere is told by a few entries, and the rest of the answer is still judged', () => {
    const wrong = users.map((_, i) => ({
      ...active,
      id: 'x',
      role: 'boss',
      ...(i < 90_000 ? {} : { status: 'gone' }),
    }))
    const body = { success: true, data: { users: wrong }, error: null, meta: { ...meta, version: 'v2' } }
    expect(deviationsOf('v3/list-users.200', body).map(({ level, pointer }) => [level, pointer])).toEqual([
      ['must', '/meta/version'],
      ['must', '/data/users/0/role'],
      ['must', '/data/users/1/role'],
      ['must', '/data/users/2/role'],
      ['must', '/data/users/90000/status'],
      ['must', '/data/users/90001/status'],
      ['must', '/data/users/90002/status'],
      ['should', '/data/users/0/id'],
      ['should', '/data/users/1/id'],
      ['should', '/data/users/2/id'],
    ])
  })

  test('of nothing but rubbish never floods', () => {
    const rubbish = users.map(
      (_, i) => [i, null, {}, 'x', [i], { id: {}, email: 1, name: 2, role: 3, status: 4 }][i % 6],
    )
    const found = deviationsOf('v3/list-users.200', { data: { users: rubbish } })
    expect(found.length).toBeLessThanOrEqual(100)
    expect(found.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        '/success',
        '/meta',
        '/data/users/0',
        '/data/users/5/status',
        '/data/users/5/created_at',
      ]),
    )
  })
})

test('a schema that does not exist is an error of ours', () => {
  expect(() => deviationsOf('v3/nothing', {})).toThrow('there is no schema named "v3/nothing"')
})

describe('what is quoted', () => {
  const SECRET = 'sk_live_0123/456~789'
  const mask = (text: string): string => text.replaceAll(SECRET, '$API_KEY')
  const quoted = (role: unknown): string | undefined =>
    deviationsOf('v3/get-user.200', success({ ...active, role }), mask)[0]?.actual

  test('has no secrets, not even half of one', () => {
    expect(quoted(SECRET)).toBe('"$API_KEY"')
    expect(quoted({ [SECRET]: [SECRET] })).toBe('{"$API_KEY":["$API_KEY"]}')
    for (let before = 0; before < 90; before++) {
      expect(quoted('x'.repeat(before) + SECRET)).not.toContain('sk_')
      expect(quoted(['x'.repeat(before), SECRET])).not.toContain('sk_')
    }
    const [found] = deviationsOf('v3/error-answer', refusal('VALIDATION_001', { [SECRET]: 1 }), mask)
    expect(found?.pointer).toBe('/error/details/$API_KEY')
  })

  test('is one short line without control characters', () => {
    expect(quoted('a\n\u001b[31m\u009b2J\u202e\u2028\u{e0041}')).toBe(
      '"a\\n\\u001b[31m\\u009b2J\\u202e\\u2028\\udb40\\udc41"',
    )
    expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(78)}…`)
    expect(quoted(`${'x'.repeat(77)}\u{1f600}\u{1f600}`)).toBe(`"${'x'.repeat(77)}…`)
    expect(quoted({ a: [1, { b: null }], c: true })).toBe('{"a":[1,{"b":null}],"c":true}')
    expect(quoted([[[[[[1]]]]]])).toBe('[[[[[…]]]]]')
    expect(quoted(Array(1_000_000).fill({}))).toHaveLength(80)
  })
})
