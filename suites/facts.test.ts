import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Exchange } from '../model/exchange.ts'
import { CONTRACT_NAMES } from './catalogues.ts'
import { factsOf } from './facts.ts'

interface Shape {
  allOf?: { $ref: string }[]
  $ref?: string
  properties?: Record<string, Shape>
  items?: Shape
}

/** Whether a schema of a documented shape knows a member. */
function knows(folder: string, shape: Shape, [step, ...rest]: string[]): boolean {
  if (step === undefined) return true
  const name = step.replace('[]', '')
  const parts = [
    shape,
    ...[shape, ...(shape.allOf ?? [])].flatMap(({ $ref }) => ($ref ? [read(folder, $ref)] : [])),
  ]
  return parts.some((part) => {
    if (part !== shape && part.allOf !== undefined && knows(folder, part, [step, ...rest])) return true
    const member = part.properties?.[name]
    if (member === undefined) return false
    return knows(folder, step.endsWith('[]') ? (member.items ?? {}) : member, rest)
  })
}

function read(folder: string, file: string): Shape {
  return JSON.parse(readFileSync(new URL(`../schemas/${folder}/${file}`, import.meta.url), 'utf8')) as Shape
}

/** The schema of each documented answer that has members. */
const SHAPES: Record<string, string> = {
  'GET /v3/users 200': 'list-users.200',
  'GET /v3/users/{userId} 200': 'get-user.200',
  'POST /v3/users 201': 'invite-user.success',
  'GET /api/v1/users 200': 'list-users.200',
  'POST /api/v1/users 201': 'create-user.201',
  'GET /api/v1/users/{id} 200': 'get-user.200',
}

describe('facts', () => {
  test('are known of every contract, and name members that its schemas know', async () => {
    const { documented } = await factsOf(CONTRACT_NAMES, [])
    for (const contract of CONTRACT_NAMES) {
      const own = documented.filter(({ operation }) => operation.includes(contract))
      expect(own.length).toBeGreaterThan(5)
      for (const { operation, status, members = {} } of own) {
        const file = SHAPES[`${operation} ${status}`] ?? (contract === 'v3' ? 'error-answer' : 'error')
        const shape = read(contract, `${file}.schema.json`)
        for (const member of Object.keys(members))
          expect(knows(contract, shape, member.split('.')), `${operation} ${status} ${member}`).toBe(true)
      }
    }
  })

  test('are told in our words, whatever a target sends', async () => {
    const hostile = '{"error":{"code":"<img src=x>"},"meta":{"limit":"<b>"}}'
    const exchanges = [
      exchange('v3', 'GET /v3/users', 'nobody (no key)', hostile),
      exchange('v1', 'GET /api/v1/users', 'manager', hostile),
      exchange('v1', 'GET /api/v1/users', 'nobody (no token)', '{"error":"<script>"}'),
    ]
    const { observations } = await factsOf(CONTRACT_NAMES, exchanges)
    expect(JSON.stringify(observations)).not.toContain('<')
    expect(observations.map(({ answers }) => answers[0]?.answer)).toContain(
      'status 401, without a documented code',
    )
  })

  test('of a contract that tells none are none', async () => {
    expect(await factsOf(['toy'], [])).toEqual({ documented: [], observations: [] })
  })
})

function exchange(contract: string, operation: string, caller: string, text: string): Exchange {
  return {
    id: 'x1',
    contract,
    operation,
    caller,
    purpose: 'a test',
    request: { method: 'GET', url: 'http://target/?limit=500', headers: {} },
    response: { status: 401, headers: [], body: { text, bytes: text.length, sha256: '', truncated: false } },
    startedAt: '2026-03-10T12:00:00.000Z',
    durationMs: 1,
    attempts: 1,
    waitedMs: 0,
  }
}
