/** `vitest --shard=i/n --reporter=blob` on three machines and `--merge-reports` give the report of one run. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Report } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { residents, strangers } from './kills.ts'
import { type Ended, started, startedVitest } from './started.ts'

/** In operations of both contracts; two of them are seen by what judges every answer of a run. */
const FAULTS = [
  'v3-get-foreign-profile-500',
  'v3-remove-sandbox-202',
  'v1-list-page-0-crash',
  'v1-list-limit-clamped-at-500',
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uac-vitest-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs Vitest in a folder of its own, in which its blobs and its report are left. */
function vitest(name: string, args: string[], environment: Record<string, string> = {}): Promise<Ended> {
  const cwd = join(folder, name)
  mkdirSync(cwd, { recursive: true })
  return startedVitest(args, environment, cwd).ended
}

function reportIn(name: string): Report {
  const path = join(folder, name, 'reports', 'latest', 'report.json')
  return JSON.parse(readFileSync(path, 'utf8')) as Report
}

/** Brings blobs together as a pipeline does, from one folder for each machine. */
function gather(into: string, ...shards: string[]): void {
  const blobs = join(folder, into, '.vitest-reports')
  mkdirSync(blobs, { recursive: true })
  for (const [place, shard] of shards.entries())
    for (const blob of readdirSync(join(folder, shard, '.vitest-reports')))
      copyFileSync(join(folder, shard, '.vitest-reports', blob), join(blobs, `${place}-${blob}`))
}

function verdictsOf({ requirements }: Report): Record<string, string> {
  return Object.fromEntries(requirements.map(({ id, verdict }) => [id, verdict]))
}

/** Ids of requirements with evidence, which has to be in the report. */
function proven({ requirements, exchanges }: Report): string[] {
  const ids = new Set(exchanges.map(({ id }) => id))
  expect(ids.size).toBe(exchanges.length)
  expect(requirements.flatMap(({ evidence }) => evidence).filter((id) => !ids.has(id))).toEqual([])
  return requirements.filter(({ evidence }) => evidence.length > 0).map(({ id }) => id)
}

describe.each([
  ['honest', [], 0],
  ['faulty', FAULTS, 1],
] as const)('against an implementation that is %s', (kind, faults, code) => {
  let reference: Reference
  let environment: Record<string, string>
  const shard = (index: number): string => `${kind} ${index}`

  beforeAll(async () => {
    reference = await startReference({ faults: [...faults] })
    environment = { ...reference.environment, SAFETY: 'full', CONTRACTS: 'v3,v1' }
    const whole = started(['run'], { ...environment, REPORT_DIR: join(folder, kind, 'reports', 'latest') })
    expect((await whole.ended).code).toBe(code)
  })
  afterAll(() => reference.close())

  test('one run by Vitest gives the verdicts of the command, on the same requests', async () => {
    const name = `${kind} by Vitest`
    const { code: ended, output } = await vitest(name, [], environment)
    expect(output).toContain(`report    ${join('reports', 'latest')}`)
    expect(ended).toBe(code)
    const [report, whole] = [reportIn(name), reportIn(kind)]
    expect(verdictsOf(report)).toEqual(verdictsOf(whole))
    expect(report.summary.coverage).toEqual(whole.summary.coverage)
    // Checks of all operations share their users, though there is a file for each operation.
    const invitations = 'POST /v3/users'
    expect(report.summary.requests.byOperation[invitations]).toBe(
      whole.summary.requests.byOperation[invitations],
    )
    expect(proven(report)).toEqual(proven(whole))
  })

  test('three shards give, merged, the report of one run; the merge needs neither target nor credentials', async () => {
    // One after another: each invites an admin into the profile for a while, who would not leave the others a last one.
    const parts: Awaited<ReturnType<typeof vitest>>[] = []
    for (const index of [1, 2, 3]) {
      parts.push(await vitest(shard(index), [`--shard=${index}/3`, '--reporter=blob'], environment))
    }
    expect(Math.max(...parts.map(({ code: ended }) => Number(ended)))).toBe(code)
    const merged = `${kind} merged`
    gather(merged, shard(3), shard(1), shard(2))
    const { code: ended } = await vitest(merged, ['--merge-reports'])
    expect(ended).toBe(code)
    const [report, whole] = [reportIn(merged), reportIn(kind)]
    expect(verdictsOf(report)).toEqual(verdictsOf(whole))
    expect(report.summary.coverage).toEqual(whole.summary.coverage)
    expect(proven(report)).toEqual(proven(whole))
    expect(report.verdict).toBe(whole.verdict)
    expect(report.shard).toBeUndefined()
    expect(readdirSync(join(folder, merged, 'reports', 'latest'))).toEqual(
      readdirSync(join(folder, kind, 'reports', 'latest')),
    )
  })

  test('each shard leaves the report that run --shard would leave', async () => {
    const paths = [1, 2, 3].map((index) => join(folder, shard(index), 'reports', 'latest'))
    const REPORT_DIR = join(folder, kind, 'merged by the command')
    expect((await started(['merge', ...paths], { REPORT_DIR }).ended).code).toBe(code)
    const merged = JSON.parse(readFileSync(join(REPORT_DIR, 'report.json'), 'utf8')) as Report
    expect({ ...merged, gate: undefined }).toEqual({ ...reportIn(`${kind} merged`), gate: undefined })
  })
})

describe('a merge', () => {
  test('is not settled where a shard is missing', async () => {
    gather('missing', 'honest 1', 'honest 3')
    const { code, output } = await vitest('missing', ['--merge-reports'])
    expect(output).toContain('no report of shard 2 of 3')
    expect(code).toBe(3)
    const lost = reportIn('missing').requirements.filter(({ verdict }) => verdict === 'inconclusive')
    expect(lost.length).toBeGreaterThan(0)
    expect(new Set(lost.map(({ reason }) => reason))).toEqual(
      new Set(['the shard that judges it left no report (missing: 2)']),
    )
  })

  test.each([
    ['the same blob twice', ['honest 1', 'honest 2', 'honest 2'], 'there are two blobs of shard 2'],
    ['a shard that was judged twice', ['honest 1', 'honest 3', 'again'], 'there are two reports of shard 3'],
    ['shards of different targets', ['honest 1', 'faulty 2'], 'the shards differ in their target'],
    ['a shard and a whole run', ['honest 1', 'all'], 'is not of a shard'],
  ])('refuses %s', async (name, shards, message) => {
    const more = { again: ['--shard=3/3'], all: [] }
    for (const [which, args] of Object.entries(more))
      if (shards.includes(which)) await vitest(which, ['--reporter=blob', ...args], { CONTRACTS: 'v1' })
    gather(name, ...shards)
    const { code, output } = await vitest(name, ['--merge-reports'])
    expect(output).toContain(message)
    expect(code).toBe(2)
  })

  test('is refused where there is no blob', async () => {
    const { code, output } = await vitest('nothing', ['--merge-reports=elsewhere'])
    expect(output).toContain('There are no blobs in "elsewhere".')
    expect(code).toBe(2)
  })

  test('holds the gate, as merge does', async () => {
    gather('gated', 'faulty 1', 'faulty 2', 'faulty 3')
    const known = reportIn('faulty merged')
      .requirements.filter(({ verdict }) => verdict === 'failed')
      .map(({ id }) => ({ id, reason: 'known' }))
    const BASELINE = join(folder, 'known.json')
    writeFileSync(BASELINE, JSON.stringify({ baselineVersion: 1, known }))
    expect((await vitest('gated', ['--merge-reports'], { BASELINE })).code).toBe(0)
    expect(reportIn('gated')).toMatchObject({ verdict: 'nonconformant', gate: { passed: true } })
    expect((await vitest('gated', ['--merge-reports'], { FAIL_ON: 'often' })).code).toBe(2)
  })
})

describe('Vitest', () => {
  test.each([
    ['a wrong configuration', [], { BASE_URL: 'nonsense' }, 'BASE_URL: read'],
    ['more shards than operations', ['--shard=1/5'], { CONTRACTS: 'v1' }, 'at most 4 parts'],
    ['a shard that cannot be', ['--shard=4/3'], {}, '--shard <index>'],
    ['a part of the files', ['v3-list'], {}, 'A run has all its files'],
    ['a part of the tests', ['-t', 'v3.list'], {}, 'A run has all its tests'],
    ['watching', ['--watch'], {}, 'leave out --watch'],
  ])('refuses %s with exit code 2', async (_, args, environment: Record<string, string>, message) => {
    const { code, output } = await vitest('refused', args, environment)
    expect(output).toContain(message)
    expect(output).not.toContain('verdict')
    expect(code).toBe(2)
  })

  test('ends with 3 where nothing can be judged, and leaves a blob that says why', async () => {
    const environment = { BASE_URL: 'http://127.0.0.1:9', ACCESS_TOKEN: 'a token of nobody' }
    const { code, output } = await vitest('down', ['--shard=1/1', '--reporter=blob'], environment)
    expect(output).toContain('connection refused')
    expect(code).toBe(3)
    expect((await vitest('down', ['--merge-reports'])).code).toBe(3)
    expect(reportIn('down').message).toMatch(/^shard 1: .*connection refused/)
  })

  test('cannot be told to make several runs of one, or to cut it short', async () => {
    const workers = ['--isolate', '--maxWorkers=4', '--pool=forks', '--sequence.shuffle']
    const cuts = ['--bail=1', '--testTimeout=1', '--maxConcurrency=1', '--reporter=default']
    const environment = { CONTRACTS: 'v1', VITEST_MAX_WORKERS: '3' }
    const { code } = await vitest('workers', [...workers, ...cuts], environment)
    expect(code).toBe(0)
    expect(reportIn('workers').summary.requests.byOperation['POST /api/v1/users']).toBe(
      reportIn('honest').summary.requests.byOperation['POST /api/v1/users'],
    )
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('ends in good order on %s', async (signal) => {
    const reference = await startReference({ delayMs: 20 })
    const others = residents(reference)
    mkdirSync(join(folder, signal))
    const run = startedVitest(
      ['--reporter=blob'],
      { ...reference.environment, SAFETY: 'full' },
      join(folder, signal),
    )
    await vi.waitUntil(() => strangers(reference).length > 0, { interval: 1, timeout: 60_000 })
    run.child.kill(signal)
    const { code, output } = await run.ended
    expect(output).toContain(`Interrupted (${signal})`)
    expect(code).toBe(3)
    expect(reportIn(signal)).toMatchObject({
      verdict: 'inconclusive',
      leftovers: [],
      message: `the run was interrupted (${signal})`,
    })
    expect(strangers(reference)).toEqual([])
    expect(residents(reference)).toBe(others)
    await reference.close()
  })
})
