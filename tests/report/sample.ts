/** Reports that look like those of real runs: one that passes, one with every verdict, and a very large one. */
import type { Requirement } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Report } from '../../model/report.ts'
import { buildReport, type ReportInput, type Result } from '../../report/build.ts'
import { SAMPLE_CATALOGUE } from './sample-catalogue.ts'
import { BASE_URL, exchangeFor, recorded } from './sample-exchanges.ts'

interface Run {
  results: Map<string, Result>
  exchanges: Map<string, Exchange>
}

function everythingPassed(catalogue: readonly Requirement[]): Run {
  const run: Run = { results: new Map(), exchanges: new Map() }
  for (const requirement of catalogue) {
    if (requirement.unobservable !== undefined) continue
    const exchange = exchangeFor(requirement, `x${run.exchanges.size + 1}`)
    run.exchanges.set(requirement.id, exchange)
    run.results.set(requirement.id, { verdict: 'passed', deviations: [], evidence: [exchange.id] })
  }
  return run
}

function reportOf(run: Run, more: Partial<ReportInput> = {}): Report {
  return buildReport({
    catalogue: SAMPLE_CATALOGUE,
    results: run.results,
    exchanges: [...run.exchanges.values()],
    leftovers: [],
    target: { baseUrl: BASE_URL, embedded: false },
    contracts: ['v3', 'v1'],
    safety: 'full',
    run: { id: 'k3f9', startedAt: '2026-03-11T09:00:00.000Z', durationMs: 4210 },
    suite: { name: 'users-api-conformance', version: '0.1.0' },
    ...more,
  })
}

/** A conformant run. */
export function passingReport(): Report {
  return reportOf(everythingPassed(SAMPLE_CATALOGUE))
}

/** A run against a target that could not be reached. */
export function unreachableReport(): Report {
  return reportOf(
    { results: new Map(), exchanges: new Map() },
    { message: `${BASE_URL} cannot be reached: connection refused.` },
  )
}

/** A nonconformant run that has every verdict, a leftover, and an exchange without an answer. */
export function failingReport(): Report {
  const run = everythingPassed(SAMPLE_CATALOGUE)
  const judge = (id: string, result: Partial<Result>): void => {
    const before = run.results.get(id)
    if (before === undefined) throw new Error(`the sample has no ${id}`)
    run.results.set(id, { ...before, ...result })
  }
  const answer = (id: string, status: number, body: unknown): string => {
    const exchange = run.exchanges.get(id)
    if (exchange?.response === undefined) throw new Error(`the sample has no exchange for ${id}`)
    exchange.response = {
      ...exchange.response,
      status,
      body: recorded(body === undefined ? '' : JSON.stringify(body)),
    }
    return exchange.id
  }

  const self = answer('v3.remove.self-rejected', 204, undefined)
  judge('v3.remove.self-rejected', {
    verdict: 'failed',
    reason: 'expected status 400, got status 204',
    deviations: [{ level: 'must', expected: 'status 400', actual: 'status 204', exchange: self }],
  })
  const listed = run.exchanges.get('v3.list.user-fields')
  const users = JSON.parse(listed?.response?.body.text ?? '{}')
  users.data.users[1].role = 'owner'
  users.data.users[1].last_login_at = 'yesterday'
  const list = answer('v3.list.user-fields', 200, users)
  judge('v3.list.user-fields', {
    verdict: 'failed',
    reason: 'expected admin, billing or developer at /data/users/1/role, got "owner"',
    deviations: [
      {
        level: 'must',
        expected: 'admin, billing or developer',
        actual: '"owner"',
        pointer: '/data/users/1/role',
        exchange: list,
      },
      {
        level: 'must',
        expected: 'null or an RFC 3339 date-time',
        actual: '"yesterday"',
        pointer: '/data/users/1/last_login_at',
        exchange: list,
      },
    ],
  })
  const many = answer('v1.list.limit-at-most-100', 200, {
    data: Array.from({ length: 101 }, (_, index) => ({
      id: `usr_${index}`,
      email: `p${index}@example.com`,
      name: `Person ${index}`,
      status: 'active',
      created_at: '2026-03-11T09:00:00Z',
    })),
    meta: { page: 1, limit: 101, total: 240 },
  })
  judge('v1.list.limit-at-most-100', {
    verdict: 'failed',
    reason: 'expected at most 100 at /meta/limit, got 101',
    deviations: [
      { level: 'must', expected: 'at most 100', actual: '101', pointer: '/meta/limit', exchange: many },
    ],
  })
  for (const operation of ['list', 'get']) {
    judge(`v3.${operation}.response-headers`, {
      verdict: 'warning',
      reason: 'expected header X-Request-Id, got none',
      deviations: [{ level: 'should', expected: 'header X-Request-Id', actual: 'none', exchange: 'x6' }],
    })
  }
  judge('v1.list.pages-disjoint', {
    verdict: 'warning',
    reason: 'expected no user on two pages, got usr_20 on pages 1 and 2',
    deviations: [{ level: 'should', expected: 'no user on two pages', actual: 'usr_20 on pages 1 and 2' }],
  })
  const late = run.exchanges.get('v1.create.conflict')
  if (late !== undefined) {
    delete late.response
    late.failure = { kind: 'timeout', message: 'no answer within 30 s' }
    late.durationMs = 30_000
  }
  judge('v1.create.conflict', {
    verdict: 'inconclusive',
    reason: 'POST /api/v1/users: no answer within 30 s',
  })
  for (const id of ['v3.list.developer-allowed', 'v3.remove.developer-refused', 'v3.invite.requires-admin']) {
    judge(id, { verdict: 'untested', reason: 'needs DEVELOPER_API_KEY', evidence: [] })
  }
  judge('v3.remove.last-admin-rejected', { verdict: 'untested', reason: 'needs PROFILE_ID', evidence: [] })
  judge('v1.delete.forbidden', { verdict: 'untested', reason: 'needs RESTRICTED_ACCESS_TOKEN', evidence: [] })
  return reportOf(run, {
    leftovers: [
      {
        contract: 'v1',
        email: 'run-k3f9-04@example.com',
        id: 'usr_9f2',
        reason: 'removal was answered with 500',
      },
    ],
  })
}

/** A report of the given size: the sample catalogue over and over, each exchange used somewhere. */
export function largeReport(requirements: number, exchanges: number): Report {
  const observable = SAMPLE_CATALOGUE.filter(({ unobservable }) => unobservable === undefined)
  const catalogue = Array.from({ length: requirements }, (_, index): Requirement => {
    const model = observable[index % observable.length] as Requirement
    return { ...model, id: `${model.id}-${index}` }
  })
  const all = Array.from({ length: exchanges }, (_, index) =>
    exchangeFor(catalogue[index % requirements] as Requirement, `x${index + 1}`),
  )
  const results = new Map<string, Result>(
    catalogue.map(({ id }, index) => [
      id,
      {
        verdict: index % 40 === 7 ? 'failed' : 'passed',
        ...(index % 40 === 7 ? { reason: 'expected status 200, got status 500' } : {}),
        deviations: [],
        evidence: all.filter((_, at) => at % requirements === index).map((exchange) => exchange.id),
      },
    ]),
  )
  const run: Run = { results, exchanges: new Map(all.map((exchange) => [exchange.id, exchange])) }
  return reportOf(run, { catalogue })
}
