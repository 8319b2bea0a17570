/** An honest target is never called nonconformant for a wrong configuration; the variable at fault is named. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIn } from '../../helpers/testing/needs-test.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { v3 } from '../../suites/v3/index.ts'

let reference: Reference
beforeAll(async () => {
  reference = await startReference()
})
afterAll(() => reference.close())

type Wrong = (right: Record<string, string>) => Record<string, string | undefined>

const swap =
  (one: string, other: string): Wrong =>
  (right) => ({ [one]: right[other], [other]: right[one] })

const WRONG: [name: string, names: RegExp, wrong: Wrong][] = [
  ['a developer key that nobody was given', /DEVELOPER_API_KEY/, () => ({ DEVELOPER_API_KEY: randomUUID() })],
  [
    'a restricted key that nobody was given',
    /RESTRICTED_API_KEY/,
    () => ({ RESTRICTED_API_KEY: randomUUID() }),
  ],
  ['the keys of admin and developer swapped', /API_KEY/, swap('API_KEY', 'DEVELOPER_API_KEY')],
  ['the keys of admin and restricted swapped', /API_KEY/, swap('API_KEY', 'RESTRICTED_API_KEY')],
  [
    'the keys of developer and restricted swapped',
    /DEVELOPER_API_KEY/,
    swap('DEVELOPER_API_KEY', 'RESTRICTED_API_KEY'),
  ],
  ['a profile that does not exist', /PROFILE_ID/, () => ({ PROFILE_ID: randomUUID() })],
  ['the profiles swapped', /PROFILE_ID/, swap('PROFILE_ID', 'FOREIGN_PROFILE_ID')],
  ['a profile in upper case', /.*/, ({ PROFILE_ID }) => ({ PROFILE_ID: PROFILE_ID?.toUpperCase() })],
  ['a foreign profile that does not exist', /.*/, () => ({ FOREIGN_PROFILE_ID: randomUUID() })],
  ['an own id that does not exist', /SELF_USER_ID/, () => ({ SELF_USER_ID: randomUUID() })],
  ['an own id in upper case', /.*/, ({ SELF_USER_ID }) => ({ SELF_USER_ID: SELF_USER_ID?.toUpperCase() })],
  ['an address of nobody', /SELF_EMAIL/, () => ({ SELF_EMAIL: 'nobody@acme.example' })],
]

describe.each(['full', 'disposable', 'read-only'])('under SAFETY=%s', (SAFETY) => {
  test.each(WRONG)('%s', async (_, names, wrong) => {
    const environment = { ...reference.environment, ...wrong(reference.environment), SAFETY }
    const results = await runIn(v3, environment)
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    const open = results.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'untested')
    if (open.length > 0 && SAFETY === 'full')
      expect(open.map(({ reason }) => reason).join('\n')).toMatch(names)
  })
})
