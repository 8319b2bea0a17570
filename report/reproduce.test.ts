import { expect, test } from 'vitest'
import type { Exchange } from '../model/exchange.ts'
import type { RequirementResult } from '../model/report.ts'
import { reproduction } from './reproduce.ts'
import { reportOf } from './testing/report.ts'

const LIST = 'https://users.example/v3/users'
const ID = '62f65ff2-7ca8-4959-9582-6328e2c2a097'
const EMAIL = 'uacabc-jane.doe1@example.com'

function exchange(
  id: string,
  method: string,
  url: string,
  change: Partial<Exchange['request']> = {},
  status = 200,
): Exchange {
  return {
    id,
    contract: 'v3',
    operation: 'GET /v3/users',
    caller: 'admin',
    purpose: 'a test',
    request: { method, url, headers: { 'x-api-key': '$API_KEY' }, ...change },
    response: { status, headers: [], body: { text: '', bytes: 0, sha256: '', truncated: false } },
    startedAt: `2026-03-10T12:00:0${id.slice(1)}.000Z`,
    durationMs: 1,
    attempts: 1,
    waitedMs: 0,
  }
}

const creation = exchange('x1', 'POST', LIST, { body: `{"email":"${EMAIL}","role":"admin"}` }, 201)
if (creation.response) creation.response.body.text = `{"data":{"id":"${ID}"},"meta":{"request_id":"r"}}`
const simulated = exchange('x2', 'DELETE', `${LIST}/${ID}`, { body: '{"sandbox":true}' }, 204)
const look = exchange('x3', 'GET', `${LIST}/${ID}`, {}, 404)
const removal = exchange('x4', 'DELETE', `${LIST}/other`, { body: '{}' }, 204)

function told(exchanges: Exchange[], evidence: string[], shows: string): string[] | undefined {
  const report = { ...reportOf({ 'v3.remove.a': 'failed' }), exchanges }
  const [first] = report.requirements
  const result: RequirementResult = {
    ...(first as RequirementResult),
    evidence,
    deviations: [{ level: 'must', expected: 'status 200', actual: 'status 404', exchange: shows }],
  }
  return reproduction(result, report, new Map(exchanges.map((one) => [one.id, one])))
}

test('create, act, look and remove, on a fresh user', () => {
  const lines = told([creation, simulated, look, removal], ['x2', 'x3'], 'x3')
  expect(lines?.map((line) => line.replace(/ -H .*/, ''))).toEqual([
    'EMAIL=again-$(date +%s)@example.com',
    `ANSWER=$(curl -s -X POST '${LIST}'`,
    `ID=$(printf '%s' "$ANSWER" | sed -n 's/.*"id": *"\\{0,1\\}\\([^",}]*\\).*/\\1/p' | head -n 1)`,
    `curl -i -X DELETE '${LIST}/'"$ID"`,
    `curl -i '${LIST}/'"$ID"`,
    `curl -i -X DELETE '${LIST}/'"$ID"`,
  ])
  expect(lines?.join('\n')).toContain(`--data-raw '{"email":"'"$EMAIL"'","role":"admin"}'`)
  expect(lines?.join('\n')).not.toContain(ID)
  expect(lines?.join('\n')).not.toContain(EMAIL)
})

test('a creation that should have been refused is what is repeated', () => {
  const lines = told([creation, removal], ['x1'], 'x1')
  expect(lines).toHaveLength(4)
  expect(lines?.[1]).toContain('-X POST')
})

test('nothing is made up where nobody of the run is concerned, or somebody else is as well', () => {
  expect(told([exchange('x1', 'GET', `${LIST}/nobody`)], ['x1'], 'x1')).toBeUndefined()
  const other = exchange('x5', 'GET', `${LIST}/somebody-else`)
  expect(told([creation, simulated, other, removal], ['x2', 'x5'], 'x5')).toBeUndefined()
})

test('whoever may harm is no example of a removal', () => {
  const lines = told([creation, simulated, look, { ...removal, risk: true }], ['x2', 'x3'], 'x3')
  expect(lines?.at(-1)).toContain('GET' === look.request.method ? `${LIST}/'"$ID"` : '')
  expect(lines?.join('\n')).not.toContain('whoever is left is removed')
})
