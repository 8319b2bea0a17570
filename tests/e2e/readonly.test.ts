/** `SAFETY=read-only` sends nothing but GET, whatever the target does and whatever was left on it. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { strangers } from './kills.ts'
import { started } from './started.ts'
import { judged } from './targets/judged.ts'

test.each([
  ['both contracts', []],
  [
    'a target with a broken sandbox and no guards',
    ['v3-remove-sandbox-is-real', 'v3-remove-self-allowed', 'v3-remove-last-admin-allowed'],
  ],
])('%s', async (_name, faults) => {
  const reference = await startReference({ faults })
  const users = JSON.stringify([reference.v3.emails(), reference.v1.emails()])
  const { target: report } = await judged({
    target: { ...reference.environment, CONTRACTS: 'v3,v1', SAFETY: 'read-only' },
  })
  const count = reference.requests.length
  expect(count).toBeGreaterThan(0)
  expect(reference.requests.filter(({ method }) => method === 'GET')).toHaveLength(count)
  expect(JSON.stringify([reference.v3.emails(), reference.v1.emails()])).toBe(users)
  const untested = report?.requirements.filter((one) => one.verdict === 'untested' && !one.unobservable) ?? []
  expect(untested.some(({ reason }) => reason === 'needs SAFETY=disposable')).toBe(true)
  await reference.close()
})

test('what a killed run left is told, by the next run and by cleanup, and stays', async () => {
  const reference = await startReference({ delayMs: 5 })
  const scratch = await mkdtemp(join(tmpdir(), 'uac-readonly-'))
  const environment = {
    ...reference.environment,
    REPORT_DIR: join(scratch, 'report'),
    JOURNAL_DIR: join(scratch, 'journal'),
  }
  const run = started(['run'], { ...environment, SAFETY: 'disposable' })
  await vi.waitUntil(() => strangers(reference).length > 0, { interval: 1, timeout: 60_000 })
  run.child.kill('SIGKILL')
  await run.ended
  const left = strangers(reference)
  reference.requests.length = 0
  const next = await started(['run'], { ...environment, SAFETY: 'read-only' }).ended
  expect(next.output).toMatch(/The run uac\w+ of .* may have left \d+ users on this target/)
  const cleanup = await started(['cleanup'], { ...environment, SAFETY: 'read-only' }).ended
  for (const email of left) {
    expect(cleanup.output).toContain(`${email}: SAFETY=read-only allows no removal`)
  }
  expect(cleanup.code).toBe(3)
  expect(new Set(reference.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
  expect(strangers(reference)).toEqual(left)
  await reference.close()
  rmSync(scratch, { recursive: true })
})
