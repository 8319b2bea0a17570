/** No command sends anything to a production host that was not named a second time. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { command } from './command.ts'

let reference: Reference
beforeAll(async () => {
  reference = await startReference()
})
afterAll(() => reference.close())

const PRODUCTION_HOSTS = 'users.example.com, 127.0.0.1'

test.each([[['run']], [['run', '--plan']], [['plan']], [['cleanup']]])('%j', async (args) => {
  for (const ALLOW_PRODUCTION of ['', 'true', 'users.example.com', '127.0.0.2']) {
    const environment = { ...reference.environment, PRODUCTION_HOSTS, ALLOW_PRODUCTION }
    const { code, stderr } = await command(args, environment)
    expect(code).toBe(2)
    expect(stderr).toMatch(/ALLOW_PRODUCTION: read .*expected 127\.0\.0\.1, because BASE_URL points at that/)
  }
  expect(reference.requests).toEqual([])
})

test('a flag that repeats the host lets the run go on', async () => {
  const { code, report } = await command(['run', '--allow-production', '127.0.0.1'], {
    ...reference.environment,
    PRODUCTION_HOSTS,
    CONTRACTS: 'v1',
    SAFETY: 'full',
  })
  expect([code, report().verdict]).toEqual([0, 'conformant'])
})
