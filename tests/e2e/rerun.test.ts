/** A violation is seen again: by the command that judges it once more, and by the lines that a person copies. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { startReference } from '../../reference/index.ts'
import { exchangesById } from '../../report/describe.ts'
import { reproduction } from '../../report/reproduce.ts'
import { command, type Finished } from './command.ts'

const VIOLATED = 'v3.get.removed-not-found'
const faults = ['v3-get-keeps-removed']

let faulty: Awaited<ReturnType<typeof startReference>>
let run: Finished
let report: Report
beforeAll(async () => {
  faulty = await startReference({ faults })
  run = await command(['run', '--only', VIOLATED], {
    ...faulty.environment,
    CONTRACTS: 'v3',
    SAFETY: 'disposable',
  })
  report = run.report()
}, 60_000)
afterAll(async () => {
  await faulty.close()
  await rm(run.folder, { recursive: true })
})

const again = (id: string, environment: Record<string, string>) =>
  command(['rerun', `${run.folder}/reports/latest`, id], environment)

test('what is still violated is 1, with what the report said and what is now', async () => {
  const { API_KEY = '' } = faulty.environment
  const { code, stdout } = await again(VIOLATED, { API_KEY })
  expect(stdout).toContain('FAILED v3.get.removed-not-found')
  expect(stdout).toMatch(/^report {2}failed: expected status 404[^\n]*\nnow {5}failed: expected status 404/m)
  expect(stdout).toContain('the same verdict')
  expect(stdout).not.toContain(API_KEY)
  expect(code).toBe(1)
})

test('what is mended is 0', async () => {
  const sound = await startReference({})
  try {
    const { code, stdout, stderr } = await again(VIOLATED, { ...sound.environment, CONTRACTS: 'v3' })
    expect(stdout).toContain('now     passed')
    expect(stdout).toContain('another verdict')
    expect(stderr).toContain(
      `The report is about ${faulty.environment.BASE_URL}; this asks ${sound.environment.BASE_URL}.`,
    )
    expect(code).toBe(0)
  } finally {
    await sound.close()
  }
})

test('an id that is none is bad input that names the nearest', async () => {
  const { code, stderr } = await again('v3.get.removed-not-fond', {})
  expect(stderr).toContain(`did you mean ${VIOLATED}?`)
  expect(code).toBe(2)
})

test('the lines for a fresh user show it again, and leave nobody', async () => {
  const result = report.requirements.find(({ id }) => id === VIOLATED)
  if (result === undefined) throw new Error(`no ${VIOLATED}`)
  const lines = reproduction(result, report, exchangesById(report)) ?? []
  const { stdout } = await promisify(execFile)('sh', ['-c', lines.join('\n')], {
    env: { ...process.env, ...faulty.environment },
  })
  expect([...stdout.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status)).toEqual([
    '204',
    '200',
    '404',
  ])
})
