/** Small reports for the tests of gate, shards and comparison. */
import type { Level, Operation, Requirement, Verdict } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Report } from '../../model/report.ts'
import { buildReport, type Result } from '../build.ts'

const OPERATIONS: Record<string, Operation> = {
  list: 'GET /v3/users',
  get: 'GET /v3/users/{userId}',
  invite: 'POST /v3/users',
  remove: 'DELETE /v3/users/{userId}',
}

/**
 * A requirement by its id alone; an id that ends in `-should` is a recommendation, one with `-secure` keeps people
 * apart, one with `-public` is of the public tier.
 */
export function requirement(id: string): Requirement {
  const level: Level = id.endsWith('-should') ? 'should' : 'must'
  const operation = OPERATIONS[id.split('.')[1] ?? ''] ?? 'GET /v3/users'
  const source = { page: 'v3: a page', kind: 'stated' as const, statements: ['L-01'] }
  const security = id.includes('-secure') ? { security: true as const } : {}
  const tier = id.includes('-public') ? { tier: 'public' as const, group: 'headers' as const } : {}
  return {
    id,
    contract: 'v3',
    operation,
    level,
    title: `The promise of ${id}.`,
    source,
    ...security,
    ...tier,
  }
}

/** A report with these verdicts; what is violated has a reason and an exchange. */
export function reportOf(verdicts: Record<string, Verdict>, change: Partial<Report> = {}): Report {
  const ids = Object.keys(verdicts)
  const report = buildReport({
    catalogue: ids.map(requirement),
    results: new Map(ids.map((id, index) => [id, resultOf(verdicts[id] ?? 'untested', index)])),
    exchanges: ids.map((id, index) => exchange(`x${index + 1}`, requirement(id).operation)),
    leftovers: [],
    target: { baseUrl: 'https://users.example', embedded: false },
    contracts: ['v3'],
    safety: 'full',
    run: { id: 'uac-1', startedAt: '2026-03-10T12:00:00.000Z', durationMs: 1000 },
    suite: { name: 'users-api-conformance', version: '0.1.0' },
  })
  return { ...report, ...change }
}

function resultOf(verdict: Verdict, index: number): Result {
  const violated = verdict === 'failed' || verdict === 'warning'
  const id = `x${index + 1}`
  return {
    verdict,
    ...(verdict === 'passed' ? {} : { reason: `the reason of ${verdict}` }),
    deviations: violated
      ? [{ level: 'must', expected: 'status 200', actual: 'status 201', exchange: id }]
      : [],
    evidence: [id],
  }
}

function exchange(id: string, operation: Operation): Exchange {
  return {
    id,
    contract: 'v3',
    operation,
    caller: 'admin',
    purpose: 'a test',
    request: { method: 'GET', url: 'https://users.example/v3/users', headers: {} },
    startedAt: '2026-03-10T12:00:00.000Z',
    durationMs: 1,
    attempts: 1,
    waitedMs: 0,
  }
}
