/** Whatever a target does on the wire, the run ends soon, with the right verdict, one message and a whole report. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { HOSTILE } from './targets/hostile.ts'
import { judged, SMALL_LIMITS } from './targets/judged.ts'
import { type HostileTarget, http } from './targets/servers.ts'

const CONTRACTS = ['v3', 'v1'] as const
const CREDENTIALS = { v3: 'key-that-nobody-may-see-4711', v1: 'token-that-nobody-may-see-4712' }

/** Whatever reached the host to which targets redirect. */
const elsewhere: unknown[] = []
const started: HostileTarget[] = []
let reports: Record<string, Report>

beforeAll(async () => {
  const other = await http((request, response) => {
    elsewhere.push([request.method, request.url, request.headers])
    response.end()
  })()
  started.push(other)
  const targets: Record<string, Record<string, string>> = {}
  for (const { name, start } of HOSTILE) {
    const target = await start(other.url)
    started.push(target)
    const common = { ...SMALL_LIMITS, BASE_URL: target.url, SAFETY: 'full' }
    targets[`v3 ${name}`] = { ...common, CONTRACTS: 'v3', API_KEY: CREDENTIALS.v3 }
    targets[`v1 ${name}`] = { ...common, CONTRACTS: 'v1', ACCESS_TOKEN: CREDENTIALS.v1 }
  }
  reports = await judged(targets)
}, 120_000)

afterAll(async () => {
  for (const target of started) await target.close()
})

describe.each(CONTRACTS)('a run of %s against a target that does this', (contract) => {
  test.each(HOSTILE)('$name', ({ name, message }) => {
    const report = reports[`${contract} ${name}`]
    expect(report?.verdict).toBe('inconclusive')
    expect(report?.message).toMatch(message)
    expect(report?.message).not.toContain('\n')
    expect(report?.requirements.map(({ id }) => id)).toEqual(catalogueOf([contract]).map(({ id }) => id))
    const verdicts = new Set(
      report?.requirements.filter((one) => !one.unobservable).map((one) => one.verdict),
    )
    expect([...verdicts]).toEqual(['inconclusive'])
    expect(report?.leftovers).toEqual([])
    expect(JSON.stringify(report)).not.toContain(CREDENTIALS[contract])
  })
})

test('nobody followed a redirect', () => {
  expect(elsewhere).toEqual([])
})
