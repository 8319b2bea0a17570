/**
 * A dead operation: nothing of what it should show passes, and nothing of other operations fails because they are
 * seen through it.
 */
import { describe, expect, test } from 'vitest'
import { runIn } from '../../helpers/testing/needs-test.ts'
import { startReference } from '../../reference/index.ts'
import { v1 } from '../../suites/v1/index.ts'
import { v3 } from '../../suites/v3/index.ts'
import { spoiling } from './targets/proxy.ts'

const OPERATIONS: [operation: string, method: string, path: RegExp][] = [
  ['GET /v3/users', 'GET', /^\/v3\/users$/],
  ['GET /v3/users/{userId}', 'GET', /^\/v3\/users\/./],
  ['POST /v3/users', 'POST', /^\/v3\/users$/],
  ['DELETE /v3/users/{userId}', 'DELETE', /^\/v3\/users\/./],
  ['PATCH /v3/users/{userId}', 'PATCH', /^\/v3\/users\/./],
  ['GET /v3/me', 'GET', /^\/v3\/me$/],
  ['GET /api/v1/users', 'GET', /^\/api\/v1\/users$/],
  ['POST /api/v1/users', 'POST', /^\/api\/v1\/users$/],
  ['GET /api/v1/users/{id}', 'GET', /^\/api\/v1\/users\/./],
  ['DELETE /api/v1/users/{id}', 'DELETE', /^\/api\/v1\/users\/./],
]

/** Operations of the public tier: a run asks for them where it is told to, and a target need not have them. */
const OPTIONAL = ['PATCH /v3/users/{userId}', 'GET /v3/me']

/** What cannot have been seen of an operation that is dead. */
const CONTENTS =
  /^(user-|users-array|shape|id-echoed|last-login|page-|pages-|total|filter-|status-(unknown|case|filter)|refused-(creates|keeps))/

/** Of each id so many digits become a number. */
const ID_DIGITS = 8

const json = { 'content-type': 'application/json' }
const WAYS: [name: string, answer: { status: number; headers: Record<string, string>; body: Buffer }][] = [
  ['500', { status: 500, headers: {}, body: Buffer.from('') }],
  ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<h1>Hi</h1>') }],
  [
    'nulls',
    {
      status: 200,
      headers: json,
      body: Buffer.from('{"success":true,"data":null,"error":null,"meta":null}'),
    },
  ],
  ['another shape', { status: 200, headers: json, body: Buffer.from('{"items":[{"uid":7}],"next":null}') }],
  ['an empty 404', { status: 404, headers: {}, body: Buffer.from('') }],
  [
    "a framework's 404",
    { status: 404, headers: json, body: Buffer.from('{"message":"Not Found","statusCode":404}') },
  ],
  [
    'a home-made 404',
    { status: 404, headers: json, body: Buffer.from('{"success":false,"error":"Not found"}') },
  ],
  ['an empty list', { status: 200, headers: json, body: Buffer.from('{"data":[],"meta":{}}') }],
]

describe.each(OPERATIONS)('%s', (operation, method, path) => {
  // They wait most of the time, for an operation that will not answer.
  test.concurrent.each(WAYS)('answering everything with %s is charged alone', async (_, answer) => {
    const reference = await startReference()
    const target = await spoiling(reference.url, (request, honest) =>
      request.method === method && path.test((request.url ?? '').split('?')[0] ?? '') ? answer : honest,
    )
    const module = operation.includes('/v3/') ? v3 : v1
    const results = await runIn(module, {
      ...reference.environment,
      BASE_URL: target.url,
      SAFETY: 'disposable',
      ...(OPTIONAL.includes(operation) ? { PUBLIC_TIER: 'auto' } : {}),
    })
    await target.close()
    await reference.close()
    const others = new Map(module.catalogue.map((one) => [one.id, one.operation]))
    const accused = results.filter(({ id, verdict }) => verdict === 'failed' && others.get(id) !== operation)
    expect(accused.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    const own = results.filter(({ id }) => others.get(id) === operation)
    expect(own.some(({ verdict }) => verdict === 'failed') || OPTIONAL.includes(operation)).toBe(true)
    const passed = own
      .filter(({ verdict }) => verdict === 'passed')
      .map(({ id }) => id.split('.').at(-1) ?? '')
    expect(passed.filter((slug) => CONTENTS.test(slug))).toEqual([])
  })
})

test('a list that shows other ids than everybody else, and numbers, is charged alone', async () => {
  const reference = await startReference()
  const target = await spoiling(reference.url, (request, honest) => {
    if (request.method !== 'GET' || request.url !== '/v3/users' || honest.status !== 200) return honest
    const list = JSON.parse(honest.body.toString())
    for (const user of list.data.users) user.id = Number.parseInt(user.id.slice(0, ID_DIGITS), 16)
    return { ...honest, body: Buffer.from(JSON.stringify(list)) }
  })
  const results = await runIn(v3, { ...reference.environment, BASE_URL: target.url, SAFETY: 'disposable' })
  await target.close()
  await reference.close()
  const failed = results.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
  expect(failed).toContain('v3.list.user-fields')
  expect(failed.filter((id) => !id.startsWith('v3.list.'))).toEqual([])
})
