/** What makes a report something that a stranger can check, with the real commands on one real run. */
import { createHash, createPublicKey } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { checkAttestation } from '../../report/attest/check.ts'
import { command, type Finished } from './command.ts'

const DIGEST = `sha256:${'0a'.repeat(32)}`

let run: Finished
let report: Report
beforeAll(async () => {
  const label = { TARGET_NAME: 'the reference', TARGET_VERSION: '1.0', TARGET_DIGEST: DIGEST }
  run = await command(['run', '--quiet'], { ...label })
  report = run.report()
}, 120_000)

const file = (name: string): string => readFileSync(join(run.folder, 'reports/latest', name), 'utf8')

describe('where a report comes from', () => {
  test('stands in it', () => {
    expect(run.code).toBe(0)
    expect(report.target).toMatchObject({ name: 'the reference', version: '1.0', digest: DIGEST })
    expect(report.provenance).toMatchObject({
      node: process.version,
      settings: { SAFETY: 'full', INVITATIONS: 'auto', CONCURRENCY: '16' },
    })
    expect(report.provenance?.requirements.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    const took = Date.parse(report.run.endedAt ?? '') - Date.parse(report.run.startedAt)
    expect(took).toBe(report.run.durationMs)
    for (const name of ['report.html', 'report.md']) expect(file(name)).toContain('the reference')
  })

  test('is refused with one message where it cannot be what it is said to be', async () => {
    const { code, stderr } = await command(['run'], { TARGET_DIGEST: 'latest' })
    expect(code).toBe(2)
    expect(stderr).toMatch(/TARGET_DIGEST[\s\S]*latest[\s\S]*sha256/)
  })
})

test('tells what of the documents was seen, and what the target does where they leave a choice', () => {
  const shown = (report.documented ?? []).filter(({ documented }) => documented)
  expect(shown.filter(({ seen }) => seen === 0).map(({ status }) => status)).toEqual([500, 500, 500])
  for (const { operation, status, members = {}, seen } of shown)
    for (const [member, count] of Object.entries(members))
      expect(count > 0 || seen === 0, `${operation} ${status} ${member}`).toBe(true)
  // Each depends on how a check asks: one that is not told any more is asked for in another way.
  expect(report.observations?.map(({ situation }) => situation)).toEqual(
    expect.arrayContaining([
      'an address that is listed already is invited',
      'the same, simulated',
      'somebody is removed',
      'the id is no UUID',
      'x-profile-id is no UUID',
      'x-profile-id names a foreign profile',
      'there is no key',
      'the key is unknown',
      'the limit where none is asked for',
      'a limit above 100',
      'a page past the end',
      'an unknown status is asked for',
      'an unknown parameter',
      'an address that is taken is created',
      'a creation has no name',
      'a creation is sent as text/plain',
      'last_login of a pending user',
      'there is no token',
    ]),
  )
})

describe('sets and profiles', () => {
  test('have a verdict and a badge each', () => {
    expect(report.profiles?.map(({ name, verdict }) => [name, verdict])).toEqual(
      ['v3-read', 'v3-core', 'v3-roles', 'v3-profiles', 'v3-sandbox', 'v3-full', 'v1'].map((name) => [
        name,
        'conformant',
      ]),
    )
    const digest = createHash('sha256').update(file('report.json')).digest('hex')
    for (const { name, coverage } of report.profiles ?? []) {
      expect(coverage.judged).toBe(coverage.observable)
      const { label, message } = JSON.parse(file(`badges/${name}.json`))
      expect(label).toBe(`users API ${name}`)
      expect(message).toContain(`${coverage.judged}/${coverage.observable}, suite ${report.suite.version}`)
      expect(message).toContain(digest.slice(0, 8))
      expect(file(`badges/${name}.svg`)).toContain(message)
    }
  })

  test('score an older set where one is asked for, and refuse one that there is not', async () => {
    const refused = await command(['run', '--set', '2019-01'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(/--set[\s\S]*2019-01[\s\S]*2026-11/)
    const part = await command(['run', '--quiet', '--set', '2026-11', '--only', 'v1.get.*'])
    expect(part.code).toBe(0)
    expect(part.report().provenance?.requirements.set).toBe('2026-11')
    const v1 = part.report().profiles?.find(({ name }) => name === 'v1')
    expect(v1).toMatchObject({ verdict: 'incomplete', partial: { selected: expect.any(Number) } })
  })
})

describe('an attestation', () => {
  const keys = mkdtempSync(join(tmpdir(), 'uac-keys-'))
  afterAll(() => rmSync(keys, { recursive: true }))
  const key = join(keys, 'attestation.key')

  test('is signed with keys that keygen has made, and says what the report says', async () => {
    const made = await command(['keygen', '--output', keys])
    expect(made.code).toBe(0)
    expect(made.stdout).not.toContain('PRIVATE')
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const again = await command(['keygen', '--output', keys])
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')])
    const directory = join(run.folder, 'reports/latest')
    const signed = await command(['attest', directory, '--key', key])
    expect(signed.stderr).toBe('')
    expect(signed.stdout).toContain('PASSED (conformant) attested of report.json and the reference 1.0')
    const check = () =>
      checkAttestation({
        attestation: file('attestation.intoto.json'),
        key: createPublicKey(readFileSync(join(keys, 'attestation.pub'), 'utf8')),
        report,
        digest: createHash('sha256').update(file('report.json')).digest('hex'),
      })
    expect(check().problems).toEqual([])
    const byVariable = await command(['attest', directory], { ATTESTATION_KEY: readFileSync(key, 'utf8') })
    expect(byVariable.code).toBe(0)
    expect(check().problems).toEqual([])
    const statement = await command(['attest', directory, '--statement'])
    expect(JSON.parse(statement.stdout)).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'report.json' }, { digest: { sha256: DIGEST.slice('sha256:'.length) } }],
      predicate: { result: 'PASSED' },
    })
  })

  test('is refused with one message that says what to do', async () => {
    const directory = join(run.folder, 'reports/latest')
    const other = join(keys, 'other.json')
    writeFileSync(other, JSON.stringify({ ...report, verdict: 'incomplete' }))
    const text = join(keys, 'text.pem')
    writeFileSync(text, 'no key')
    const cases: [string[], RegExp][] = [
      [['attest', join(keys, 'nowhere')], /nowhere: cannot be read \(ENOENT\); expected a report\.json/],
      [['attest', directory], /attest needs a key: --key FILE, or ATTESTATION_KEY/],
      [['attest', directory, '--key', text], /text\.pem: expected a private Ed25519 key as PEM.*keygen/],
      [['attest', directory, '--key', key, '--url', 'ftp://x'], /--url ftp:\/\/x: expected an address/],
      [['attest', other, '--key', key], /says incomplete, and conformant follows/],
      [['attest', text, '--key', key], /text\.pem: is not valid JSON/],
    ]
    for (const [args, message] of cases) {
      const { code, stderr } = await command(args)
      expect(stderr).toMatch(message)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(code).toBe(2)
    }
  })
})

describe('a submission', () => {
  const place = mkdtempSync(join(tmpdir(), 'uac-submissions-'))
  afterAll(() => rmSync(place, { recursive: true }))
  const ours = join(place, 'ours')
  const theirs = join(place, 'theirs')
  const output = join(place, 'results')

  let made: Finished
  beforeAll(async () => {
    const directory = join(run.folder, 'reports/latest')
    await command(['keygen', '--output', place])
    await command(['attest', directory, '--key', join(place, 'attestation.key')])
    made = await command(['submission', directory, '--output', ours])
    mkdirSync(theirs)
    const other = { ...report, target: { ...report.target, name: 'theirs' } }
    writeFileSync(join(theirs, 'report.json'), JSON.stringify(other))
    for (const name of ['report.html', 'traffic.har']) writeFileSync(join(theirs, name), file(name))
  }, 120_000)

  test('collects what belongs together, with the commands that check and repeat it', async () => {
    expect(made.stderr).toBe('')
    expect(made.code).toBe(0)
    const page = readFileSync(join(ours, 'README.md'), 'utf8')
    expect(page).toContain(`users-api-conformance@${report.suite.version} verify .`)
    for (const name of ['report.json', 'traffic.har', 'attestation.intoto.json', 'badges/v1.svg']) {
      const digest = createHash('sha256')
        .update(readFileSync(join(ours, name)))
        .digest('hex')
      expect(page).toContain(`| \`${name}\` | \`${digest}\` |`)
    }
    expect(readFileSync(join(ours, 'report.json'), 'utf8')).toBe(file('report.json'))
  })

  test('is verified with the key of whoever signed, and refused with any other', async () => {
    const attestation = join(ours, 'attestation.intoto.json')
    const verify = (...flags: string[]) => command(['verify', ours, ...flags])
    const signed = await verify('--attestation', attestation, '--key', join(place, 'attestation.pub'))
    expect(signed.stdout).toMatch(/^signed by the key [0-9a-f]{64}: PASSED\n/)
    expect(signed.stdout).toContain('consistent: the report agrees with itself')
    expect(signed.code).toBe(0)
    await command(['keygen', '--output', join(place, 'stranger')])
    const stranger = await verify(
      '--attestation',
      attestation,
      '--key',
      join(place, 'stranger/attestation.pub'),
    )
    expect([stranger.code, stranger.stdout]).toEqual([
      1,
      expect.stringContaining('has not signed this report'),
    ])
    const half = await verify('--attestation', attestation)
    expect([half.code, half.stderr]).toEqual([2, expect.stringContaining('--key FILE belong together')])
    const secret = await verify('--attestation', attestation, '--key', join(place, 'attestation.key'))
    expect([secret.code, secret.stderr]).toEqual([
      2,
      expect.stringContaining('expected a public Ed25519 key'),
    ])
  })

  test('is refused where files are missing, or the attestation is of another report', async () => {
    const bare = join(place, 'bare')
    mkdirSync(bare)
    writeFileSync(join(bare, 'report.json'), file('report.json'))
    const missing = await command(['submission', bare, '--output', join(place, 'no')])
    expect([missing.code, missing.stderr]).toEqual([
      2,
      expect.stringContaining('bare: report.html and traffic.har are missing; expected the directory'),
    ])
    writeFileSync(join(theirs, 'attestation.intoto.json'), file('attestation.intoto.json'))
    const foreign = await command(['submission', theirs, '--output', join(place, 'no')])
    expect([foreign.code, foreign.stderr]).toEqual([
      2,
      expect.stringContaining('is about another report.json'),
    ])
    rmSync(join(theirs, 'attestation.intoto.json'))
    const same = await command(['submission', theirs, '--output', theirs])
    expect([same.code, same.stderr]).toEqual([2, expect.stringContaining('choose another one')])
    const unsigned = await command(['submission', theirs, '--output', join(place, 'unsigned')])
    expect([unsigned.code, unsigned.stdout]).toEqual([0, expect.stringContaining('without an attestation')])
  })

  test('is a row of the results, which fail where they do not agree with the reports', async () => {
    const index = (...flags: string[]) => command(['index', ours, theirs, '--output', output, ...flags])
    const first = await index()
    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('2 reports by 7 profiles')])
    const results = JSON.parse(readFileSync(join(output, 'results.json'), 'utf8'))
    expect(
      results.rows.map(({ name, page, isAttested }: Record<string, unknown>) => [name, page, isAttested]),
    ).toEqual([
      ['the reference', '../ours/report.html', true],
      ['theirs', '../theirs/report.html', false],
    ])
    expect((await index('--check')).code).toBe(0)
    const page = join(output, 'index.html')
    writeFileSync(page, readFileSync(page, 'utf8').replace('conformant', 'nonconformant'))
    const checked = await index('--check')
    expect([checked.code, checked.stderr]).toEqual([
      1,
      expect.stringContaining('index.html: does not agree with the reports'),
    ])
    const honest = readFileSync(join(theirs, 'report.json'))
    const edited = {
      ...report,
      requirements: report.requirements.map((one) => ({ ...one, verdict: 'failed' })),
    }
    writeFileSync(join(theirs, 'report.json'), JSON.stringify(edited))
    const refused = await index()
    writeFileSync(join(theirs, 'report.json'), honest)
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('theirs: verdict is "conformant", and "nonconformant" follows'),
    ])
    const nothing = await command(['index', join(place, 'nowhere')])
    expect([nothing.code, nothing.stderr]).toEqual([
      2,
      expect.stringContaining('nowhere: cannot be read (ENOENT)'),
    ])
  })
})
