/** An honest target that breaks while it is judged: only what it really shows counts, and what may be left is named. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { startReference } from '../../reference/index.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { BREAKS } from './targets/breaking.ts'
import { judged, SMALL_LIMITS } from './targets/judged.ts'
import { spoiling } from './targets/proxy.ts'
import { type HostileTarget, http } from './targets/servers.ts'

const CONTRACTS = ['v3', 'v1'] as const

/** Whatever reached the host to which targets redirect. */
const elsewhere: unknown[] = []
const open: Pick<HostileTarget, 'close'>[] = []
/** Addresses that runs left on each target. */
const left: Record<string, string[]> = {}
let reports: Record<string, Report>

beforeAll(async () => {
  const other = await http((request, response) => {
    elsewhere.push([request.method, request.url, request.headers])
    response.end()
  })()
  open.push(other)
  const targets: Record<string, Record<string, string>> = {}
  const emails: Record<string, () => string[]> = {}
  for (const contract of CONTRACTS) {
    for (const { name, spoil, limits } of BREAKS) {
      const reference = await startReference()
      const target = await spoiling(reference.url, (request, answer, count) =>
        spoil(request, answer, count, other.url),
      )
      open.push(target, reference)
      const changes = {
        ...SMALL_LIMITS,
        REQUEST_TIMEOUT_MS: '5000',
        ...limits,
        BASE_URL: target.url,
        SAFETY: 'full',
      }
      targets[`${contract} ${name}`] = { ...reference.environment, ...changes, CONTRACTS: contract }
      emails[`${contract} ${name}`] = reference[contract].emails
    }
  }
  reports = await judged(targets)
  for (const name of Object.keys(targets)) left[name] = emails[name]?.().filter(isOfRun) ?? []
}, 300_000)

afterAll(async () => {
  for (const one of open) await one.close()
})

const isOfRun = (email: string): boolean => email.includes('uac')

describe.each(CONTRACTS)('a run of %s against an honest target that breaks', (contract) => {
  test.each(BREAKS)('$name', ({ name, verdict, fails, message, leaves }) => {
    const report = reports[`${contract} ${name}`]
    const failed = report?.requirements.filter((one) => one.verdict === 'failed').map(({ id }) => id)
    expect(report?.verdict).toBe(verdict)
    expect(report?.requirements.map(({ id }) => id)).toEqual(catalogueOf([contract]).map(({ id }) => id))
    if (fails) expect(failed).toContain(fails[contract])
    else expect(failed).toEqual([])
    if (message) expect(report?.message).toMatch(message)
    const named = report?.leftovers.map(({ email }) => email) ?? []
    const there = left[`${contract} ${name}`] ?? []
    expect(there.filter((email) => !named.includes(email))).toEqual([])
    if (leaves !== 'users') expect(there).toEqual([])
    if (leaves === 'nobody') expect(named).toEqual([])
  })
})

test('nobody followed a redirect', () => {
  expect(elsewhere).toEqual([])
})
