/** The command that believes nobody: an honest report passes, an edited one is refused with the place. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../helpers/config/config.ts'
import type { Report } from '../../model/report.ts'
import { startReference } from '../../reference/index.ts'
import { sealed } from '../../report/seal.ts'
import { runConformance } from '../../runner/conformance.ts'
import { contradictionsIn } from '../../runner/verify/consistency.ts'
import { followedIn } from '../../runner/verify/follows.ts'
import { judgeAgain } from '../../runner/verify/judge-again.ts'
import { command } from './command.ts'
import { lagging } from './targets/lagging.ts'

let scratch: string
let honest: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'uac-verify-'))
  honest = join(scratch, 'honest')
  await command(['run', '--embedded', '--contracts', 'v1'], { REPORT_DIR: honest })
}, 60_000)
afterAll(() => rm(scratch, { recursive: true }))

/** A copy of the honest report after an edit, which leaves sums and digests right. */
async function edited(edit: (report: Report) => void): Promise<string> {
  const folder = await mkdtemp(join(scratch, 'edited-'))
  await cp(honest, folder, { recursive: true })
  const file = join(folder, 'report.json')
  const report = JSON.parse(await readFile(file, 'utf8')) as Report
  edit(report)
  await writeFile(file, JSON.stringify(sealed(report)))
  await rm(join(folder, 'traffic.har'))
  return folder
}

/** Turns one verdict, with everything that is worked out from it. */
function turned(report: Report): void {
  const result = report.requirements.find(({ id }) => id === 'v1.get.status-200')
  Object.assign(result ?? {}, { verdict: 'inconclusive', reason: 'it was not so' })
  report.summary.passed--
  report.summary.inconclusive++
  report.summary.coverage.judged--
  report.verdict = 'inconclusive'
  delete report.gate
  delete report.profiles
}

function verify(folder: string) {
  return command(['verify', folder])
}

test('an honest report follows whole', async () => {
  const { code, stdout } = await verify(honest)
  expect(stdout).toContain('the report agrees with itself and with traffic.har')
  expect(stdout).toMatch(/judged again: (\d+) of \1 verdicts follow/)
  expect(code).toBe(0)
})

test('no credential is asked for, and none is in what judging again takes', async () => {
  const report = JSON.parse(await readFile(join(honest, 'report.json'), 'utf8')) as Report
  expect(report.recordings).toHaveLength(1)
  expect(report.recordings?.[0]?.credentials).toMatchObject({ ACCESS_TOKEN: 'usual' })
})

describe('what does not follow is refused by name', () => {
  test('a verdict that was turned, with its sums', async () => {
    const folder = await edited(turned)
    const { code, stdout } = await verify(folder)
    expect(stdout).toContain('(v1.get.status-200): it says inconclusive, and from the traffic follows passed')
    expect(code).toBe(1)
  })

  test('a body that was changed, with its digest', async () => {
    const folder = await edited((report) => {
      const answer = report.exchanges.find(
        ({ operation, response }) => operation === 'GET /api/v1/users' && response?.status === 200,
      )
      const body = answer?.response?.body
      if (body) Object.assign(body, { text: body.text.replace('"page":1', '"page":2'), altered: true })
    })
    const { code, stdout } = await verify(folder)
    expect(stdout).toContain('v1.list.')
    expect(stdout).toContain('does not follow')
    expect(code).toBe(1)
  })

  test('a body that was cut is no witness of anything', async () => {
    const folder = await edited((report) => {
      const body = report.exchanges.find(({ purpose }) => purpose === 'list before the run')?.response?.body
      if (body) Object.assign(body, { text: body.text.slice(0, 40), truncated: true })
    })
    const { code, stdout } = await verify(folder)
    expect(stdout).toMatch(/not re-judgeable {2}v1\.list\.[a-z-]+: the recorded bodies of x\d+ are cut/)
    expect(stdout).not.toContain('does not follow')
    expect(code).toBe(3)
  })
})

test('what another commit of the same version judged otherwise is told, and not refused', async () => {
  const folder = await edited((report) => {
    report.suite.commit = 'a'.repeat(40)
    turned(report)
  })
  const { code, stdout } = await verify(folder)
  expect(stdout).toContain('differs  report.json/requirements/')
  expect(stdout).toContain('not settled: commit aaaaaaaaaa of the suite judged, and this is')
  expect(code).toBe(3)
})

test('a report that contradicts itself is not even judged again', async () => {
  const folder = await edited((report) => {
    report.summary.passed++
  })
  const { code, stdout } = await verify(folder)
  expect(stdout).toContain('report.json/summary/passed: it says')
  expect(stdout).not.toContain('judged again')
  expect(code).toBe(1)
})

test('a traffic file that tells otherwise is refused', async () => {
  const folder = await mkdtemp(join(scratch, 'har-'))
  await cp(honest, folder, { recursive: true })
  const file = join(folder, 'traffic.har')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"status": 404', '"status": 200'))
  const { code, stdout } = await verify(folder)
  expect(stdout).toMatch(/traffic\.har\/log\/entries\/\d+\/response\/status: it says 200, and 404 follows/)
  expect(code).toBe(1)
})

test.each<[string, string, string]>([
  ['nothing', '', 'ENOENT'],
  ['no JSON', '{', 'not valid JSON'],
  ['another format', '{"schemaVersion":"2.0"}', 'reads 1.x'],
])('%s is bad input, with one error', async (_, text, message) => {
  const folder = await mkdtemp(join(scratch, 'bad-'))
  if (text !== '') await writeFile(join(folder, 'report.json'), text)
  const { code, stderr, stdout } = await verify(folder)
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

describe('every verdict of a failing run follows, too', () => {
  test.each(['v3-invite-sandbox-is-real', 'v1-list-filter-inverted'])('%s', async (fault) => {
    const contracts = fault.slice(0, 2)
    const config = { ...readConfig({}, { embedded: true }), contracts: [contracts] }
    const report = sealed(await runConformance(config, { embedded: { faults: [fault] } }))
    expect(report.verdict).toBe('nonconformant')
    expect(contradictionsIn(report)).toEqual([])
    const { contradictions, open } = followedIn(report, await judgeAgain(report))
    expect([...contradictions, ...open]).toEqual([])
  })
})

describe('a report of changes that showed late', () => {
  const LAG_MS = 300

  /** The report on the reference behind reads that lag. */
  async function late(contract: string): Promise<Report> {
    const reference = await startReference()
    try {
      const { BASE_URL, ...credentials } = reference.environment
      const config = readConfig({
        ...credentials,
        BASE_URL: 'http://users.test',
        CONTRACTS: contract,
        SAFETY: 'full',
      })
      return sealed(await runConformance(config, { fetch: lagging(BASE_URL ?? '', LAG_MS) }))
    } finally {
      await reference.close()
    }
  }

  const delaysOf = ({ requirements }: Report) =>
    requirements
      .flatMap(({ deviations }) => deviations)
      .filter(({ expected }) => expected === 'a change to show at once')

  test.each(['v3', 'v1'])('follows whole, and is refused with other delays: %s', async (contract) => {
    const report = await late(contract)
    expect(report.requirements.filter(({ verdict }) => verdict === 'failed')).toEqual([])
    const delays = delaysOf(report)
    expect(delays.length).toBeGreaterThan(0)
    const again = await judgeAgain(report)
    const { contradictions, open } = followedIn(report, again)
    expect([...contradictions, ...open]).toEqual([])
    for (const delay of delays) delay.actual = 'it showed after 1 ms'
    expect(followedIn(report, again).contradictions.map(({ says }) => says)).toEqual(
      delays.map(() => expect.stringContaining('it showed after 1 ms')),
    )
  })
})
