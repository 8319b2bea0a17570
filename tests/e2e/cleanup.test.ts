/** Nothing stays behind, however a run ends. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Report } from '../../helpers/report/report.ts'
import { startReference } from '../../reference/index.ts'
import { killAndCleanUp, residents, strangers } from './kills.ts'
import { started } from './started.ts'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'uac-clean-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const directories = (name: string) => ({
  REPORT_DIR: join(scratch, name, 'report'),
  JOURNAL_DIR: join(scratch, name, 'journal'),
})

describe('after SIGKILL', () => {
  test.each([12, 40, 75])('when the target has seen %i requests, cleanup removes what is left', async (n) => {
    expect(await killAndCleanUp(n)).toMatchObject({ left: [], othersKept: true, code: 0 })
  })

  test('the tag alone is enough where the journal is lost', async () => {
    const { before, ...rest } = await killAndCleanUp(40, true)
    expect(before).toBeGreaterThan(0)
    expect(rest).toEqual({ left: [], othersKept: true, code: 0 })
  })

  test('the next run says so and cleans up', async () => {
    const reference = await startReference({ delayMs: 5 })
    const environment = { ...reference.environment, ...directories('next'), SAFETY: 'disposable' }
    const run = started(['run'], environment)
    await vi.waitUntil(() => strangers(reference).length > 0, { interval: 1, timeout: 60_000 })
    run.child.kill('SIGKILL')
    await run.ended
    const { output } = await started(['run'], environment).ended
    expect(output).toMatch(/The run uac-\w+ of .* may have left \d+ users on this target/)
    expect(strangers(reference)).toEqual([])
    await reference.close()
  })
})

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('ends the run in good order', async () => {
    const reference = await startReference({ delayMs: 20 })
    const others = residents(reference)
    const environment = { ...reference.environment, ...directories(signal), SAFETY: 'full' }
    const run = started(['run'], environment)
    await vi.waitUntil(() => strangers(reference).length > 0, { interval: 1, timeout: 60_000 })
    run.child.kill(signal)
    const { code, output } = await run.ended
    expect(output).toContain(`Interrupted (${signal})`)
    expect(code).toBe(3)
    const report = JSON.parse(readFileSync(join(environment.REPORT_DIR, 'report.json'), 'utf8')) as Report
    expect(report).toMatchObject({ verdict: 'inconclusive', leftovers: [] })
    expect(report.message).toBe(`the run was interrupted (${signal})`)
    expect(report.requirements.some(({ reason }) => reason?.includes('interrupted'))).toBe(true)
    expect(strangers(reference)).toEqual([])
    expect(residents(reference)).toBe(others)
    await reference.close()
  })
})

test('users who merely resemble those of a run are left alone', async () => {
  const reference = await startReference()
  const invited = await fetch(`${reference.url}/v3/users`, {
    method: 'POST',
    headers: { 'x-api-key': reference.v3.keys.admin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'uac-team@acme.example', name: 'Team uac', role: 'developer' }),
  })
  expect(invited.ok).toBe(true)
  const { code, output } = await started(['cleanup'], { ...reference.environment, ...directories('alike') })
    .ended
  expect(output).toContain('Clean-up: 0 removed, 0 not removed.')
  expect(code).toBe(0)
  expect(strangers(reference)).toEqual(['uac-team@acme.example'])
  await reference.close()
})
