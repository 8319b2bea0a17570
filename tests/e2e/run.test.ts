/** A run of the real command: the embedded reference, the same one as a target, fewer credentials, faults. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterEach, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { type Reference, type ReferenceOptions, startReference } from '../../reference/index.ts'
import { command } from './command.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as object

const open: Reference[] = []

async function reference(options: ReferenceOptions = {}): Promise<Record<string, string>> {
  const started = await startReference(options)
  open.push(started)
  return started.environment
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

function idsWith(report: Report, verdict: string): string[] {
  return report.requirements.filter((one) => one.verdict === verdict).map(({ id }) => id)
}

function posts(report: Report): number {
  return report.exchanges.filter(
    ({ operation, response }) => operation === 'POST /v3/users' && (response?.status ?? 0) < 300,
  ).length
}

describe('the embedded reference', () => {
  test('is conformant in every observable requirement, within the request budget', async () => {
    const { code, stdout, stderr, report } = await command(['run'])
    const written = report()
    expect(stderr.replace(/^\d+ of \d+ judged.*\n/gm, '')).toBe('')
    expect(code).toBe(0)
    expect(written.verdict).toBe('conformant')
    expect(idsWith(written, 'failed')).toEqual([])
    expect(idsWith(written, 'warning')).toEqual([])
    expect(idsWith(written, 'inconclusive')).toEqual([])
    const { judged, observable } = written.summary.coverage
    expect(judged).toBe(observable)
    expect(stdout).toContain('conformant')
    const ajv = new Ajv2020({ allErrors: true })
    formats.default(ajv)
    expect(ajv.validate(schema, written), ajv.errorsText()).toBe(true)
  })

  test('costs at most 160 requests and 12 accepted invitations for v3', async () => {
    const { report } = await command(['run'], { CONTRACTS: 'v3' })
    expect(report().summary.requests.total).toBeLessThanOrEqual(160)
    expect(posts(report())).toBeLessThanOrEqual(12)
  })

  test('costs at most 150 requests for v1', async () => {
    const { report } = await command(['run'], { CONTRACTS: 'v1' })
    expect(report().summary.requests.total).toBeLessThanOrEqual(150)
  })
})

describe('another target', () => {
  test('with the first credential alone is incomplete, and every gap says what it needs', async () => {
    const { BASE_URL, API_KEY } = await reference()
    const { code, stdout, report } = await command(['run'], {
      BASE_URL: BASE_URL ?? '',
      API_KEY: API_KEY ?? '',
    })
    expect(code).toBe(3)
    expect(report().verdict).toBe('incomplete')
    expect(report().safety).toBe('disposable')
    const untested = report().requirements.filter((one) => one.verdict === 'untested' && !one.unobservable)
    expect(untested.length).toBeGreaterThan(0)
    for (const { reason } of untested)
      expect(reason).toMatch(/needs ([A-Z]|a 429, which no run provokes|a member )/)
    expect(stdout).toContain('DEVELOPER_API_KEY')
    expect(idsWith(report(), 'failed')).toEqual([])
  })

  test('may be incomplete where somebody wrote that down', async () => {
    const { BASE_URL, API_KEY } = await reference()
    const environment = { BASE_URL: BASE_URL ?? '', API_KEY: API_KEY ?? '', ALLOW_INCOMPLETE: 'true' }
    expect((await command(['run'], environment)).code).toBe(0)
  })

  test('fails with the promise, the deviation, the exchange and a curl line without the key', async () => {
    const environment = await reference({ faults: ['v3-list-role-member-in-last'] })
    const { code, stdout, report } = await command(['run'], { ...environment, CONTRACTS: 'v3' })
    expect(code).toBe(1)
    expect(idsWith(report(), 'failed')).toContain('v3.list.user-role')
    expect(stdout).toContain('A user has the role admin, billing or developer.')
    expect(stdout).toContain('"member"')
    expect(stdout).toMatch(/curl -i '.*\/v3\/users' -H "x-api-key: \$API_KEY"/)
    expect(stdout).not.toContain(environment.API_KEY)
  })

  test('leaves nobody behind and touches nobody', async () => {
    const environment = await reference()
    const [started] = open
    const before = [...(started?.v3.emails() ?? []), ...(started?.v1.emails() ?? [])].sort()
    await command(['run'], { ...environment, SAFETY: 'full' })
    expect([...(started?.v3.emails() ?? []), ...(started?.v1.emails() ?? [])].sort()).toEqual(before)
  })

  test('read-only sends nothing but GET', async () => {
    const environment = await reference()
    const { report } = await command(['run'], { ...environment, SAFETY: 'read-only' })
    expect(new Set(open[0]?.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect(idsWith(report(), 'failed')).toEqual([])
  })
})
