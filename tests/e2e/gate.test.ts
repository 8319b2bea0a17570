/**
 * A vendor's way to a passing gate, with the second implementation of tests/vendors: its first try is judged,
 * written down, corrected and compared; in CI; and divided among three machines.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parse } from 'dotenv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import type { Comparison } from '../../report/compare/compare.ts'
import { command, type Finished } from './cli-command.ts'

const KIOSK = fileURLToPath(new URL('../vendors/kiosk.mjs', import.meta.url))
const VARIABLES = 8
/** Not tried against the first try, whose simulated removals have an effect. */
const UNSETTLED = 'v3.remove.self-*,v3.remove.last-admin-*'

const kiosks: ChildProcess[] = []
let folder: string
let firstTry: Record<string, string>
let corrected: Record<string, string>

async function kiosk(...args: string[]): Promise<Record<string, string>> {
  const child = spawn(process.execPath, [KIOSK, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  kiosks.push(child)
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) if (lines.push(line) === VARIABLES) break
  return { ...parse(lines.join('\n')), CONTRACTS: 'v3', SAFETY: 'full' }
}

/** Runs the command against a kiosk; the report goes below the folder of this file. */
function judge(target: Record<string, string>, name: string, ...args: string[]): Promise<Finished> {
  return command(args, { ...target, REPORT_DIR: join(folder, name) })
}

function reportOf(name: string): Report {
  return JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as Report
}

function verdictsOf({ requirements }: Report): [id: string, verdict: string][] {
  return requirements.map(({ id, verdict }) => [id, verdict])
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uac-gate-'))
  ;[firstTry, corrected] = await Promise.all([kiosk('--first-try'), kiosk()])
})

afterAll(async () => {
  for (const child of kiosks) {
    child.kill()
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true })
})

describe('an implementation that is not finished', () => {
  test('fails; what is known is written down; then only what is new would stop it', async () => {
    const known = join(folder, 'known.json')
    const first = await judge(
      firstTry,
      'first',
      '--baseline',
      known,
      '--update-baseline',
      '--skip',
      UNSETTLED,
    )
    expect(first.code).toBe(0)
    const report = reportOf('first')
    expect(report.verdict).toBe('nonconformant')
    expect(report.gate).toMatchObject({ passed: true, violations: [], outdated: [] })
    const failed = report.requirements.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id }) => id)).toContain('v3.remove.sandbox-no-effect')
    expect(failed.every((one) => one.known !== undefined)).toBe(true)
    for (const name of ['report.md', 'report.html', 'junit.xml']) {
      expect(readFileSync(join(folder, 'first', name), 'utf8'), name).toMatch(/known/i)
    }
    expect(first.stdout).toContain('KNOWN  v3.remove.sandbox-no-effect')

    const { known: entries } = JSON.parse(readFileSync(known, 'utf8')) as { known: object[] }
    writeFileSync(known, JSON.stringify({ baselineVersion: 1, known: entries.slice(1) }))
    const second = await judge(firstTry, 'second', '--baseline', known, '--skip', UNSETTLED)
    expect(second.code).toBe(1)
    expect(reportOf('second').gate?.violations).toHaveLength(1)
  })

  test('passes once it is corrected, when the entries are taken out; the comparison shows what was fixed', async () => {
    const known = join(folder, 'known.json')
    const outdated = await judge(corrected, 'corrected', '--baseline', known)
    expect(outdated.code).toBe(1)
    expect(outdated.stdout).toContain('take out v3.remove.sandbox-no-effect: it passes now')
    expect(reportOf('corrected').verdict).toBe('conformant')

    const output = join(folder, 'comparison')
    const paths = [join(folder, 'first'), join(folder, 'corrected')]
    const forward = await command(['compare', '--gate', '--output', output, ...paths])
    expect(forward.code).toBe(0)
    const backward = await command(['compare', '--gate', '--output', output, ...paths.reverse()])
    expect(backward.code).toBe(1)
    const comparison = JSON.parse(readFileSync(join(output, 'compare.json'), 'utf8')) as Comparison
    expect(comparison.regressed).toContain('v3.remove.sandbox-no-effect')
    expect(comparison.rows[0]?.change).toBe('regression')
    expect(readFileSync(join(output, 'compare.md'), 'utf8')).toContain('## Regressions, newest first')
    expect(readFileSync(join(output, 'compare.html'), 'utf8')).toContain('v3.remove.sandbox-no-effect')
  })
})

describe('a part of the requirements', () => {
  test('is judged alone and passes the gate; the report says that it is a part and what was left out', async () => {
    const { code, stdout } = await judge(corrected, 'part', '--only', 'v3.list.*', '--skip', '*.meta,v1')
    expect(code).toBe(0)
    const { requirements, verdict, gate, summary } = reportOf('part')
    expect([verdict, gate?.only, gate?.skip]).toEqual(['incomplete', ['v3.list.*'], ['*.meta', 'v1']])
    const left = requirements.filter(({ deselected }) => deselected === 'selection')
    expect(left.filter(({ tier }) => tier !== 'public').length).toBe(summary.untested)
    expect(left.every(({ reason }) => reason === 'deselected by --only/--skip')).toBe(true)
    expect(
      requirements
        .filter(({ verdict: one }) => one === 'passed')
        .every(({ id }) => id.startsWith('v3.list.')),
    ).toBe(true)
    expect(stdout).toContain(`${left.length} requirements left out`)
    expect(stdout).toMatch(/verdict +incomplete, partial \d+ of \d+/)
    expect(readFileSync(join(folder, 'part', 'badge.svg'), 'utf8')).toContain('partial')
  })
})

describe('three shards', () => {
  test.each(['first try', 'corrected'])('of the %s give, merged, the verdicts of one run', async (which) => {
    const target = which === 'corrected' ? corrected : firstTry
    // One after another: each invites an admin into the profile for a while, who would not leave the others a last one.
    const parts: Finished[] = []
    for (const part of [1, 2, 3]) parts.push(await judge(target, `${which} ${part}`, '--shard', `${part}/3`))
    const whole = await judge(target, `${which} whole`)
    const paths = [3, 1, 2].map((part) => join(folder, `${which} ${part}`))
    const merged = await command(['merge', ...paths], { REPORT_DIR: join(folder, `${which} merged`) })
    expect(merged.code).toBe(whole.code)
    expect(Math.max(...parts.map(({ code }) => code))).toBe(whole.code)
    const report = reportOf(`${which} merged`)
    expect(verdictsOf(report)).toEqual(verdictsOf(reportOf(`${which} whole`)))
    const exchanges = new Set(report.exchanges.map(({ id }) => id))
    expect(exchanges.size).toBe(report.exchanges.length)
    expect(report.requirements.flatMap(({ evidence }) => evidence).every((id) => exchanges.has(id))).toBe(
      true,
    )
  })

  test('are not settled when one is missing', async () => {
    const paths = [1, 3].map((part) => join(folder, `corrected ${part}`))
    const { code, stdout } = await command(['merge', ...paths], { REPORT_DIR: join(folder, 'missing') })
    expect(code).toBe(3)
    expect(stdout).toContain('no report of shard 2 of 3')
  })
})

describe('GitHub Actions', () => {
  test('gets annotations and a summary, and nothing of the target is a command', async () => {
    const summary = join(folder, 'summary.md')
    const { code, stdout } = await command(['--only', 'v3.get.unknown-user'], {
      ...firstTry,
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::error title=v3\.get\.unknown-user::GET \/v3\/users/m)
    const [, token = ''] = /^::stop-commands::(\S+)\n/.exec(stdout) ?? []
    expect(token).not.toBe('')
    expect(stdout.indexOf(`\n::${token}::\n`)).toBeLessThan(stdout.indexOf('::error '))
    expect(readFileSync(summary, 'utf8')).toContain('nonconformant')
  })
})
