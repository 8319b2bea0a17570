import { beforeEach, describe, expect, test } from 'vitest'
import { type AnswerSketch, answerOf } from '../../../helpers/testing/answer.ts'
import { answerRulesOf } from '../../../language/bind.ts'
import { AnswerInspector } from '../../../language/every-answer.ts'
import { Inspections } from '../../../language/inspections.ts'
import { V3_REQUIREMENTS } from '../../../suites/v3/requirements.ts'
import type { V3Operation } from '../pages.ts'
import { V3_READING } from './reading.ts'

const LIST = 'GET /v3/users'
const GET = 'GET /v3/users/{userId}'
const INVITE = 'POST /v3/users'
const REMOVE = 'DELETE /v3/users/{userId}'
const NOW = '2026-01-01T00:00:00Z'

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'x-request-id': 'req_1',
  'x-response-time': '1ms',
  'x-api-version': 'v3',
}
const meta = { request_id: 'req_1', timestamp: NOW, version: 'v3' }
const user = {
  id: '880e8400-e29b-41d4-a716-446655440003',
  email: 'ann@example.com',
  name: 'Ann',
  role: 'admin',
  status: 'active',
  invited_at: NOW,
  last_login_at: null,
  created_at: NOW,
  updated_at: NOW,
}
const success = (data: unknown) => ({ success: true, data, error: null, meta })
const refusal = (changes: object = {}) => ({
  success: false,
  data: null,
  error: { code: 'AUTH_004', message: 'No.', details: null, doc_url: 'https://docs.example/errors' },
  meta,
  ...changes,
})

const unauthorized = (changes: object = {}) =>
  refusal({ error: { code: 'AUTH_002', message: 'Who?', details: null, doc_url: null }, ...changes })

let inspections: Inspections
let inspector: AnswerInspector
beforeEach(() => {
  inspections = new Inspections((text) => text.replaceAll('s3cret', '***'))
  inspector = new AnswerInspector(answerRulesOf(V3_REQUIREMENTS), V3_READING, inspections)
})

const FACETS = [
  'media-type',
  'meta',
  'error-shape',
  'recommended-shape',
  'no-server-error',
  'request-id-unique',
  'timestamp-current',
  'response-headers',
  'envelope',
  'users-array',
  'unique-ids',
  'user-fields',
  'user-role',
  'user-status',
  'user-timestamps',
  'timestamps-ordered',
  'success-empty',
]

/** Inspects an answer; tells the facets of its operation at which something deviates, with the levels. */
function charged(operation: V3Operation, sketch: AnswerSketch): Record<string, string[]> {
  inspector.inspect(answerOf({ operation, headers, ...sketch }))
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const { deviations } = inspections.of(operation, facet)
      return deviations.length > 0 ? [[facet, deviations.map(({ level }) => level)]] : []
    }),
  )
}

/** Facets that the answers of the operation show. */
function seen(operation: V3Operation): string[] {
  return FACETS.filter((facet) => inspections.of(operation, facet).exchanges.length > 0).sort()
}

describe('an answer as documented', () => {
  test.each([
    [LIST, { body: success({ users: [user] }) }],
    [GET, { body: success(user) }],
    [INVITE, { status: 201, body: success({ ...user, status: 'invited' }) }],
    [REMOVE, { status: 204 }],
    [LIST, { status: 403, body: refusal() }],
    [INVITE, { status: 401 }],
    [REMOVE, { status: 401, body: unauthorized() }],
  ] as const)('of %s is charged nothing', (operation, sketch) => {
    expect(charged(operation, sketch)).toEqual({})
  })

  test('shows the facets of its kind, and no others', () => {
    charged(LIST, { body: success({ users: [user] }) })
    expect(seen(LIST)).toEqual(FACETS.filter((f) => f !== 'error-shape' && f !== 'success-empty').sort())
    charged(REMOVE, { status: 204 })
    expect(seen(REMOVE)).toEqual(['no-server-error', 'response-headers', 'success-empty'])
    charged(GET, { status: 401 })
    expect(seen(GET)).toEqual(['error-shape', 'no-server-error', 'response-headers'])
  })
})

describe('a deviation of a user is charged to the facet of its member', () => {
  test.each([
    ['user-fields', { id: 4 }],
    ['user-fields', { email: null }],
    ['user-fields', { name: undefined }],
    ['user-role', { role: 'owner' }],
    ['user-role', { role: undefined }],
    ['user-status', { status: 'Active' }],
    ['user-timestamps', { created_at: null }],
    ['user-timestamps', { updated_at: 1767225600 }],
    ['user-timestamps', { invited_at: '2026-01-01' }],
    ['user-timestamps', { last_login_at: 'never' }],
  ])('%s for %j', (facet, change) => {
    const changed = JSON.parse(JSON.stringify({ ...user, ...change }))
    expect(charged(GET, { body: success(changed) })).toEqual({ [facet]: ['must'] })
    expect(charged(LIST, { body: success({ users: [user, changed] }) })).toMatchObject({ [facet]: ['must'] })
    expect(inspections.of(LIST, facet).deviations[0]?.pointer).toMatch(/^\/data\/users\/1\//)
  })

  test('recommended-shape for a member that may be null and is left out', () => {
    const { updated_at: _, ...rest } = user
    expect(charged(GET, { body: success(rest) })).toEqual({ 'recommended-shape': ['should'] })
  })

  test('timestamps-ordered for a user that was updated before it was created', () => {
    const odd = { ...user, created_at: NOW, updated_at: '2025-12-31T23:59:58.9Z' }
    expect(charged(GET, { body: success(odd) })).toEqual({ 'timestamps-ordered': ['should'] })
  })

  test('to nothing for a second of difference', () => {
    const odd = { ...user, created_at: NOW, updated_at: '2025-12-31T23:59:59.1Z' }
    expect(charged(GET, { body: success(odd) })).toEqual({})
  })
})

describe('a deviation around the users is charged', () => {
  test.each([
    ['users-array', { users: {} }],
    ['users-array', {}],
    ['users-array', null],
    ['users-array', { users: ['Ann'] }],
  ])('to %s for data %j', (facet, data) => {
    expect(charged(LIST, { body: success(data) })).toEqual({ [facet]: ['must'] })
  })

  test('to unique-ids for somebody who stands there twice', () => {
    expect(
      charged(LIST, { body: success({ users: [user, user, { ...user, id: user.id.replace('8', '9') }] }) }),
    ).toEqual({
      'unique-ids': ['must'],
    })
  })

  test.each([
    ['success false', { ...success(user), success: false }],
    ['an error', { ...success(user), error: {} }],
    ['no data', { success: true, error: null, meta }],
    ['a list', [user]],
  ])('to envelope for %s', (_, body) => {
    expect(charged(GET, { body })).toMatchObject({ envelope: expect.arrayContaining(['must']) })
  })

  test.each([
    ['text', 'OK'],
    ['cut off', '{"success": true'],
  ])('to envelope for a body that is no JSON (%s)', (_, text) => {
    expect(charged(GET, { text })).toEqual({ envelope: ['must'] })
  })

  test('to envelope for no body', () => {
    expect(charged(GET, {})).toEqual({ envelope: ['must'] })
  })

  test.each([
    ['a request_id that is no text', { ...meta, request_id: 7 }],
    ['another version', { ...meta, version: 'v2' }],
    ['a time that is none', { ...meta, timestamp: 'now' }],
  ])('to meta for %s', (_, changed) => {
    expect(charged(GET, { body: { ...success(user), meta: changed } })).toMatchObject({ meta: ['must'] })
    expect(charged(LIST, { status: 403, body: refusal({ meta: changed }) })).toMatchObject({ meta: ['must'] })
  })
})

describe('a deviation of a refusal is charged', () => {
  test.each([
    ['success true', { success: true }],
    ['no error', { error: null }],
    ['a code of another form', { error: { code: 'nope', message: 'No.', details: null, doc_url: null } }],
    ['details that are a text', { error: { code: 'AUTH_004', message: 'No.', details: 'x', doc_url: null } }],
    ['data', { data: { users: [user] } }],
  ])('to error-shape for %s', (_, change) => {
    expect(charged(LIST, { status: 403, body: refusal(change) })).toMatchObject({
      'error-shape': expect.arrayContaining(['must']),
    })
  })

  test('to recommended-shape for members left out', () => {
    const { data: _, ...rest } = refusal()
    expect(charged(LIST, { status: 403, body: rest })).toEqual({ 'recommended-shape': ['should'] })
  })

  test('to error-shape for no body, a 401 apart', () => {
    expect(charged(LIST, { status: 403 })).toEqual({ 'error-shape': ['must'] })
    expect(charged(GET, { status: 401 })).toEqual({})
  })

  test('to nothing but a warning for a 401 that is no JSON', () => {
    const page = { status: 401, text: '<html>', headers: { ...headers, 'content-type': 'text/html' } }
    expect(charged(LIST, page)).toEqual({ 'recommended-shape': ['should'] })
  })

  test('to error-shape for a 401 that calls itself a success', () => {
    expect(charged(LIST, { status: 401, body: unauthorized({ success: true }) })).toMatchObject({
      'error-shape': ['must'],
    })
  })

  test('to no-server-error for 500, and for a status that is no answer at all', () => {
    expect(charged(LIST, { status: 500, body: refusal() })).toEqual({ 'no-server-error': ['must'] })
    expect(charged(GET, { status: 302 })).toEqual({ 'no-server-error': ['must'] })
  })
})

describe('a removal', () => {
  test('with an envelope and 200 is charged a warning', () => {
    expect(charged(REMOVE, { body: success(null) })).toEqual({ 'success-empty': ['should'] })
  })

  test.each([
    ['success false', { body: refusal() }],
    ['another body', { body: { deleted: true } }],
    ['a text', { text: 'OK' }],
    ['an envelope and another status', { status: 202, body: success(null) }],
  ])('with %s is charged to success-empty', (_, sketch) => {
    expect(charged(REMOVE, sketch)).toMatchObject({ 'success-empty': expect.arrayContaining(['must']) })
  })

  test('with a bad meta is charged to meta', () => {
    expect(charged(REMOVE, { body: { ...success(null), meta: { ...meta, version: 3 } } })).toMatchObject({
      meta: ['must'],
    })
  })

  test('that is refused is charged like any refusal', () => {
    expect(charged(REMOVE, { status: 404, body: refusal({ error: 'x' }) })).toEqual({
      'error-shape': ['must'],
    })
  })
})

describe('labels, ids and clocks', () => {
  test.each(['text/html', 'text/json', ''])('%j is not the label of JSON', (type) => {
    expect(charged(GET, { body: success(user), headers: { ...headers, 'content-type': type } })).toEqual({
      'media-type': ['must'],
    })
  })

  test.each(['application/json', 'APPLICATION/JSON;charset=utf-8', 'application/problem+json'])(
    '%j is',
    (type) => {
      expect(charged(GET, { body: success(user), headers: { ...headers, 'content-type': type } })).toEqual({})
    },
  )

  test('the same request_id twice is charged once, at the second answer', () => {
    expect(charged(GET, { id: 'x1', body: success(user) })).toEqual({})
    expect(charged(GET, { id: 'x2', body: success(user) })).toEqual({ 'request-id-unique': ['should'] })
    expect(inspections.of(GET, 'request-id-unique').deviations).toMatchObject([
      { exchange: 'x2', actual: 'the id of exchange x1 again' },
    ])
  })

  test('a clock may be ten minutes off', () => {
    const at = (timestamp: string) => ({ body: { ...success(user), meta: { ...meta, timestamp } } })
    expect(charged(GET, at('2026-01-01T00:10:00Z'))).toEqual({})
    expect(
      charged(LIST, { ...at('2025-12-31T23:49:59Z'), body: at('2025-12-31T23:49:59Z').body }),
    ).toMatchObject({ 'timestamp-current': ['should'] })
  })

  test('what a body repeats of a secret is hidden', () => {
    charged(GET, { body: success({ ...user, role: 's3cret', status: { s3cret: 1 } }) })
    const noted = FACETS.map((facet) => inspections.of(GET, facet))
    expect(JSON.stringify(noted)).toContain('***')
    expect(JSON.stringify(noted)).not.toContain('s3cret')
  })
})
