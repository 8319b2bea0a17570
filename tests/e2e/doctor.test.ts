/** The doctor tells what is wrong with each variable, and changes nobody. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../helpers/config/config.ts'
import type { Examination } from '../../model/examination.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { examine } from '../../runner/examine.ts'
import { command } from './cli-command.ts'

let reference: Reference
beforeAll(async () => {
  reference = await startReference({ book: true })
})
afterAll(() => reference.close())

/** Examines the reference with variables changed; nobody is touched. */
async function examined(changes: Record<string, string | undefined> = {}): Promise<Examination> {
  const given = { ...reference.environment, CONTRACTS: 'v3,v1', ...changes }
  const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const examination = await examine(readConfig(environment))
  const page = reference.book()
  expect([page?.created, page?.losses]).toEqual([[], []])
  return examination
}

const stateOf = ({ variables }: Examination, name: string): string | undefined =>
  variables.find(({ variable }) => variable === name)?.state

test('everything right is proven, by reads and removals of nobody alone', async () => {
  const examination = await examined()
  expect(examination.variables.map(({ variable, state }) => `${variable} ${state}`)).toEqual(
    examination.variables.map(({ variable }) => `${variable} proven`),
  )
  expect([examination.ok, examination.variables.length]).toEqual([true, 11])
  expect(examination.requests.changing).toBeLessThanOrEqual(6)
})

test('under SAFETY=read-only nothing but reads is sent, and the role of a key stays open', async () => {
  const examination = await examined({ SAFETY: 'read-only' })
  expect([examination.requests.changing, examination.ok, stateOf(examination, 'API_KEY')]).toEqual([
    0,
    false,
    'unproven',
  ])
})

const other = (name: string) => () => reference.environment[name]
const WRONG: [what: string, name: string, changes: Record<string, () => string | undefined>][] = [
  ['an unknown developer key', 'DEVELOPER_API_KEY', { DEVELOPER_API_KEY: randomUUID }],
  ['an unknown restricted key', 'RESTRICTED_API_KEY', { RESTRICTED_API_KEY: randomUUID }],
  ['an unknown billing key', 'BILLING_API_KEY', { BILLING_API_KEY: randomUUID }],
  [
    'a billing key of another organization',
    'BILLING_API_KEY',
    { BILLING_API_KEY: () => reference.v3.keys.foreignAdmin },
  ],
  ["an owner's key for billing", 'BILLING_API_KEY', { BILLING_API_KEY: () => reference.v3.keys.owner }],
  [
    'admin and developer swapped',
    'API_KEY',
    { API_KEY: other('DEVELOPER_API_KEY'), DEVELOPER_API_KEY: other('API_KEY') },
  ],
  [
    'developer and restricted swapped',
    'RESTRICTED_API_KEY',
    { DEVELOPER_API_KEY: other('RESTRICTED_API_KEY'), RESTRICTED_API_KEY: other('DEVELOPER_API_KEY') },
  ],
  [
    "an admin's key for the developer's",
    'DEVELOPER_API_KEY',
    { DEVELOPER_API_KEY: other('API_KEY'), API_KEY: other('DEVELOPER_API_KEY') },
  ],
  ['a profile of nobody', 'PROFILE_ID', { PROFILE_ID: randomUUID }],
  [
    'the profiles swapped',
    'FOREIGN_PROFILE_ID',
    { PROFILE_ID: other('FOREIGN_PROFILE_ID'), FOREIGN_PROFILE_ID: other('PROFILE_ID') },
  ],
  [
    'oneself for a foreigner',
    'FOREIGN_USER_ID',
    { FOREIGN_USER_ID: other('SELF_USER_ID'), SELF_USER_ID: () => undefined },
  ],
  ['an own id of nobody', 'SELF_USER_ID', { SELF_USER_ID: randomUUID }],
  ['an own id without the address', 'SELF_USER_ID', { SELF_EMAIL: () => undefined }],
  ['an owner without an entry who has one', 'SELF_USER_ID', { SELF_USER_ID: () => 'none' }],
  ['an address of nobody', 'SELF_EMAIL', { SELF_EMAIL: () => 'nobody@acme.example' }],
  ['an unknown token', 'RESTRICTED_ACCESS_TOKEN', { RESTRICTED_ACCESS_TOKEN: randomUUID }],
  [
    'the tokens swapped',
    'ACCESS_TOKEN',
    { ACCESS_TOKEN: other('RESTRICTED_ACCESS_TOKEN'), RESTRICTED_ACCESS_TOKEN: other('ACCESS_TOKEN') },
  ],
]

describe('what is wrong is named', () => {
  test.each(WRONG)('%s', async (_, name, changes) => {
    const changed = Object.fromEntries(
      Object.entries(changes).map(([variable, value]) => [variable, value()]),
    )
    const examination = await examined(changed)
    expect(examination.ok).toBe(false)
    expect(['unproven', 'contradicted']).toContain(stateOf(examination, name))
  })

  test.each(['SELF_USER_ID', 'SELF_EMAIL', 'PROFILE_ID'])(
    '%s in other letter case is right',
    async (name) => {
      expect(stateOf(await examined({ [name]: reference.environment[name]?.toUpperCase() }), name)).toBe(
        'proven',
      )
    },
  )

  test('an unknown first credential is a problem of its contract alone', async () => {
    const { ok, problems, variables } = await examined({ API_KEY: randomUUID() })
    expect([ok, Object.keys(problems)]).toEqual([false, ['v3']])
    expect(problems.v3).toMatch(/API_KEY/)
    expect(variables.every(({ contract }) => contract === 'v1')).toBe(true)
  })
})

test('what is missing says what it unlocks, and the own id is suggested', async () => {
  const { ok, variables } = await examined({ SELF_USER_ID: undefined, PROFILE_ID: undefined })
  expect(ok).toBe(true)
  const [self, profile] = ['SELF_USER_ID', 'PROFILE_ID'].map((name) =>
    variables.find(({ variable }) => variable === name),
  )
  expect(self?.remedy).toContain(`SELF_USER_ID=${reference.environment.SELF_USER_ID}`)
  expect(self?.unlocks).toContain('v3.remove.self-rejected')
  expect([profile?.state, profile?.unlocks.includes('v3.list.scope-own-profile')]).toEqual(['missing', true])
})

test('the command tells people and programs, without a secret, and ends with 0 or 3', async () => {
  const right = { ...reference.environment, CONTRACTS: 'v3,v1' }
  const [text, json, wrong] = await Promise.all([
    command(['doctor'], right),
    command(['doctor', '--format', 'json'], right),
    command(['doctor'], { ...right, PROFILE_ID: randomUUID() }),
  ])
  expect([text.code, json.code, wrong.code]).toEqual([0, 0, 3])
  expect(text.stdout).toMatch(/Everything that is configured is proven/)
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, contracts: ['v3', 'v1'] })
  expect(wrong.stdout).toMatch(/PROFILE_ID +contradicted[\s\S]*-> Take the UUID/)
  for (const { stdout } of [text, json, wrong]) expect(stdout).not.toContain(reference.environment.API_KEY)
})
