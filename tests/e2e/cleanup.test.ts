/** Nothing stays behind, however a run ends. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newTag } from '../../helpers/safety/tag.ts'
import type { Report } from '../../model/report.ts'
import { startReference } from '../../reference/index.ts'
import { killAndCleanUp, residents, strangers } from './kills.ts'
import { started } from './started.ts'
import { spoiling } from './targets/proxy.ts'

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

  test('the tag is enough where the journal is lost, but for admins', async () => {
    const { before, ...rest } = await killAndCleanUp(40, true)
    expect(before).toBeGreaterThan(0)
    expect(rest.left.length).toBeLessThan(before)
    expect(rest).toMatchObject({ othersKept: true, code: rest.left.length === 0 ? 0 : 3 })
  })

  test('the next run says so and cleans up', async () => {
    const reference = await startReference({ delayMs: 5 })
    const environment = { ...reference.environment, ...directories('next'), SAFETY: 'disposable' }
    const run = started(['run'], environment)
    await vi.waitUntil(() => strangers(reference).length > 0, { interval: 1, timeout: 60_000 })
    run.child.kill('SIGKILL')
    await run.ended
    const { output } = await started(['run'], environment).ended
    expect(output).toMatch(/The run uac\w+ of .* may have left \d+ users on this target/)
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

test('a second signal ends the run at once; what it left is removed later', async () => {
  const reference = await startReference({ delayMs: 20 })
  const environment = { ...reference.environment, ...directories('twice'), SAFETY: 'full' }
  // From the first signal on nothing is answered any more, so that the clean-up cannot end by itself.
  let silent = false
  const target = await spoiling(reference.url, (_request, answer) => (silent ? 'silence' : answer))
  const run = started(['run'], { ...environment, BASE_URL: target.url })
  await vi.waitUntil(() => strangers(reference).length > 0, { interval: 1, timeout: 60_000 })
  silent = true
  run.child.kill('SIGINT')
  const again = setInterval(() => run.child.kill('SIGINT'), 200)
  const { code, output } = await run.ended
  clearInterval(again)
  expect(output).toContain('A second signal ends at once.')
  expect(code).toBe(3)
  expect(strangers(reference).length).toBeGreaterThan(0)
  silent = false
  const { output: told } = await started(['cleanup'], { ...environment, BASE_URL: target.url }).ended
  expect(told).toMatch(/Clean-up: \d+ removed, 0 not removed\./)
  expect(strangers(reference)).toEqual([])
  await target.close()
  await reference.close()
})

test('what a run could not remove is named, and removed by the next run', async () => {
  const reference = await startReference()
  let isDown = false
  const target = await spoiling(reference.url, (_request, answer, count) => {
    isDown ||= count === 45
    return isDown ? { status: 500, headers: {}, body: Buffer.from('') } : answer
  })
  const environment = {
    ...reference.environment,
    ...directories('down'),
    BASE_URL: target.url,
    SAFETY: 'disposable',
  }
  const others = residents(reference)
  const { code, output } = await started(['run'], environment).ended
  const left = strangers(reference)
  expect(code).not.toBe(0)
  expect(left.length).toBeGreaterThan(0)
  for (const email of left) expect(output.replace(/\s+/g, '')).toContain(email)
  const report = JSON.parse(readFileSync(join(environment.REPORT_DIR, 'report.json'), 'utf8')) as Report
  const named = report.leftovers.map(({ email }) => email)
  expect(left.filter((email) => !named.includes(email))).toEqual([])
  isDown = false
  const next = await started(['run'], { ...environment, BASE_URL: target.url }).ended
  expect(next.output).toContain('They are removed first.')
  expect(strangers(reference)).toEqual([])
  expect(residents(reference)).toBe(others)
  await target.close()
  await reference.close()
})

describe('users with the tag of a run that no journal here names', () => {
  /** Makes such users on both contracts; on v3 an active admin whose name and address carry the tag as well. */
  async function tagged(reference: Awaited<ReturnType<typeof startReference>>): Promise<string> {
    const tag = newTag()
    const made = { email: `${tag}-1-first@example.com`, name: `Conformance ${tag}` }
    for (const [path, headers, role] of [
      ['/v3/users', { 'x-api-key': reference.v3.keys.admin }, 'developer'],
      ['/api/v1/users', { authorization: `Bearer ${reference.environment.ACCESS_TOKEN}` }, 'member'],
    ] as const) {
      const answer = await fetch(reference.url + path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ ...made, role }),
      })
      expect(answer.status).toBe(201)
    }
    return tag
  }

  test('are left alone by a run, which tells of them', async () => {
    const reference = await startReference()
    const tag = await tagged(reference)
    const { output } = await started(['run'], {
      ...reference.environment,
      ...directories('strays'),
      SAFETY: 'disposable',
    }).ended
    expect(output).toContain(`Users with the tags of other runs are on this target (${tag})`)
    const address = `${tag}-1-first@example.com`
    expect(strangers(reference)).toEqual([address, address])
    await reference.close()
  })

  test('are removed by cleanup, which shows them first', async () => {
    const reference = await startReference()
    const tag = await tagged(reference)
    const { output, code } = await started(['cleanup'], { ...reference.environment, ...directories('asked') })
      .ended
    expect(output.indexOf(`Conformance ${tag}`)).toBeLessThan(output.indexOf('removed v3'))
    expect([strangers(reference), code]).toEqual([[], 0])
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
