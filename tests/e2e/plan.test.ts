/** `plan` tells what a run would do, and sends the target nothing. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { command } from './command.ts'

const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url))

let reference: Reference
beforeAll(async () => {
  reference = await startReference()
})
afterAll(() => reference.close())

/** The configuration of the reference, with these variables alone. */
const variables = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, reference.environment[name] ?? '']))

describe('the plan', () => {
  test('of a read-only run has nothing but GET', async () => {
    const environment = { ...reference.environment, SAFETY: 'read-only' }
    const { code, stdout } = await command(['plan'], environment)
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing but GET would be sent.')
    expect(stdout).toContain('No user would be created.')
    expect(stdout).not.toContain('state-changing')
    expect(stdout).toMatch(/ {2}needs SAFETY=disposable \(\d+\)\n {4}v3\./)
  })

  test('with the first credential alone says what each further one would unlock', async () => {
    const { code, stdout } = await command(['run', '--plan'], variables('BASE_URL', 'API_KEY'))
    expect(code).toBe(0)
    expect(stdout).toContain(`Plan of a run against ${reference.url} with SAFETY=disposable.`)
    for (const name of ['DEVELOPER_API_KEY', 'SELF_USER_ID', 'PROFILE_ID']) {
      expect(stdout).toMatch(new RegExp(`needs .*${name}`))
    }
    expect(stdout).not.toContain('v1.')
  })

  test.each([
    [
      'v3 with two of its variables',
      () => ({ ...variables('BASE_URL', 'API_KEY', 'SELF_USER_ID'), CONTRACTS: 'v3' }),
    ],
    ['v1 alone, reading', () => ({ ...variables('BASE_URL', 'ACCESS_TOKEN'), SAFETY: 'read-only' })],
    ['both contracts with everything', () => ({ ...reference.environment, SAFETY: 'full' })],
  ])('agrees with the run that follows it: %s', async (_name, chosen) => {
    const environment = chosen()
    const [plan, run] = [await command(['plan'], environment), await command(['run'], environment)]
    const { summary, requirements } = run.report()
    expect(plan.stdout).toContain(`${summary.coverage.judged} requirements would be judged:`)
    expect(plan.stdout).toContain(`About ${summary.requests.total} requests would be sent:`)
    for (const { id, unobservable } of requirements) {
      if (unobservable === undefined) expect(plan.stdout).toContain(id)
    }
    for (const [operation, count] of Object.entries(summary.requests.byOperation)) {
      const kind = operation.startsWith('GET') ? 'reading' : 'state-changing'
      expect(plan.stdout.replace(/ +/g, ' ')).toContain(` ${operation} ${count} ${kind}`)
    }
  })

  test.each([[['plan']], [['run', '--plan']]])(
    'sends nothing to the target and shows no credential: %j',
    async (args) => {
      const before = reference.requests.length
      const { stdout, stderr } = await command(args, { ...reference.environment, SAFETY: 'full' })
      expect(reference.requests.length).toBe(before)
      expect(stdout).toContain('No observable requirement would stay open.')
      for (const key of Object.values(reference.v3.keys)) expect(stdout + stderr).not.toContain(key)
    },
  )

  test('is of the part that would be judged', async () => {
    const environment = { ...reference.environment, CONTRACTS: 'v1' }
    const { stdout } = await command(['run', '--plan', '--only', 'v1.get.*'], environment)
    const { report } = await command(['run', '--only', 'v1.get.*'], environment)
    expect(stdout).toContain(`${report().summary.coverage.judged} requirements would be judged:`)
    expect(stdout).toContain(`About ${report().summary.requests.total} requests would be sent:`)
    const shard = await command(['run', '--plan', '--shard', '2/3'], environment)
    expect(shard.stdout).toMatch(/left to another shard than 2\/3/)
    expect((await command(['plan', '--skip', 'v9.*'], environment)).stderr).toMatch(/names no requirement/)
  })

  test('is what npm run conformance -- --plan runs', async () => {
    const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8'))
    expect(scripts.conformance).toMatch(/ dist\/cli\/main\.js run$/)
  })

  test('is not made for a configuration that is at fault', async () => {
    const { code, stderr } = await command(['plan'], { BASE_URL: 'https://api.sent.dm', API_KEY: 'key-4711' })
    expect(code).toBe(2)
    expect(stderr).toContain('ALLOW_PRODUCTION')
  })

  test('names whose removal SAFETY=full asks for, and looks only when it is told to', async () => {
    const environment: Record<string, string> = { ...reference.environment, SAFETY: 'full' }
    const before = reference.requests.length
    const plain = await command(['plan'], environment)
    expect(reference.requests.length).toBe(before)
    expect(plain.stdout).toContain(
      `- oneself, ${environment.SELF_EMAIL} (SELF_USER_ID ${environment.SELF_USER_ID})`,
    )
    expect(plain.stdout).toContain(
      `- the only admin of profile ${environment.PROFILE_ID}, if there is just one`,
    )
    const looked = await command(['plan', '--look'], environment)
    expect(looked.stdout).toContain('Petra Admin <petra.admin@brand.example>, admin, id')
    const sent = reference.requests.slice(before)
    expect(sent.every(({ method }) => method === 'GET')).toBe(true)
  })

  test('names nobody where the list shows more than one admin, or oneself is not proven', async () => {
    const { SELF_EMAIL: _, PROFILE_ID: __, ...environment } = reference.environment
    const { stdout } = await command(['plan', '--look'], { ...environment, SAFETY: 'full' })
    expect(stdout).toContain('not without SELF_EMAIL, so nobody is named in a removal')
    expect(stdout).not.toContain('petra.admin')
  })
})
