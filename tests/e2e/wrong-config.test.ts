/** An honest target is never called nonconformant for a wrong configuration; the variable at fault is named. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outcomeIn } from '../../helpers/testing/needs-test.ts'
import type { ContractModule } from '../../language/module.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { v1 } from '../../suites/v1/index.ts'
import { v3 } from '../../suites/v3/index.ts'
import { spoiling } from './targets/proxy.ts'

let reference: Reference
beforeEach(async () => {
  reference = await startReference({ book: true })
})
afterEach(() => reference.close())

/** Judges with a configuration; nobody is touched, and whom the run created is gone or named. */
async function judgedWith(module: ContractModule, environment: Record<string, string | undefined>) {
  const { results, leftovers } = await outcomeIn(module, environment)
  const named = new Set(leftovers.map(({ email }) => email))
  const page = reference.book()
  expect(page?.losses).toEqual([])
  expect(page?.created.filter(({ email }) => !named.has(email))).toEqual([])
  return results
}

const listedAs = (address: string): string | undefined =>
  reference.v3.users().find(({ email }) => email === address)?.id

type Wrong = (right: Record<string, string>) => Record<string, string | undefined>

const swap =
  (one: string, other: string): Wrong =>
  (right) => ({ [one]: right[other], [other]: right[one] })

/** The other letter case of a value: of one that the target compares by letters, somebody else's. */
const otherCase =
  (variable: string): Wrong =>
  ({ [variable]: value = '' }) => ({
    [variable]: value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase(),
  })

const KEYS = ['API_KEY', 'DEVELOPER_API_KEY', 'RESTRICTED_API_KEY', 'BILLING_API_KEY']

const WRONG: [name: string, names: RegExp, wrong: Wrong][] = [
  ['a key that nobody was given', /API_KEY/, () => ({ API_KEY: randomUUID() })],
  ['a key of another organization', /./, () => ({ API_KEY: reference.v3.keys.foreignAdmin })],
  ...KEYS.map((name): [string, RegExp, Wrong] => [`${name} in another letter case`, /./, otherCase(name)]),
  [
    'a developer key of another organization',
    /DEVELOPER_API_KEY/,
    () => ({ DEVELOPER_API_KEY: reference.v3.keys.foreignAdmin }),
  ],
  [
    'a key without a role for a developer',
    /DEVELOPER_API_KEY/,
    ({ RESTRICTED_API_KEY }) => ({ DEVELOPER_API_KEY: RESTRICTED_API_KEY, RESTRICTED_API_KEY: undefined }),
  ],
  [
    'a key of another organization for one without a role',
    /./,
    () => ({ RESTRICTED_API_KEY: reference.v3.keys.foreignAdmin }),
  ],
  [
    "a developer's key for one without a role",
    /RESTRICTED_API_KEY/,
    ({ DEVELOPER_API_KEY }) => ({ RESTRICTED_API_KEY: DEVELOPER_API_KEY, DEVELOPER_API_KEY: undefined }),
  ],
  [
    'an address of nobody for the developer',
    /DEVELOPER_EMAIL/,
    () => ({ DEVELOPER_EMAIL: 'nobody@acme.example' }),
  ],
  [
    'the address of an admin for the developer',
    /DEVELOPER_EMAIL/,
    ({ SELF_EMAIL }) => ({ DEVELOPER_EMAIL: SELF_EMAIL }),
  ],
  ["the developer's address in upper case", /.*/, () => ({ DEVELOPER_EMAIL: 'DORA.DEVELOPER@ACME.EXAMPLE' })],
  [
    'the addresses swapped',
    /_EMAIL/,
    ({ SELF_EMAIL }) => ({
      SELF_EMAIL: 'dora.developer@acme.example',
      DEVELOPER_EMAIL: SELF_EMAIL,
    }),
  ],
  ['a foreign profile in upper case', /.*/, otherCase('FOREIGN_PROFILE_ID')],
  ['a foreigner in upper case', /.*/, otherCase('FOREIGN_USER_ID')],
  [
    'an id of somebody for a profile',
    /PROFILE_ID/,
    () => ({ PROFILE_ID: listedAs('anton.admin@acme.example') }),
  ],
  [
    'an id of somebody for a foreign profile',
    /.*/,
    () => ({ FOREIGN_PROFILE_ID: listedAs('anton.admin@acme.example') }),
  ],
  [
    'the id of somebody who is still invited',
    /SELF_/,
    () => ({ SELF_USER_ID: listedAs('ines.invited@acme.example') }),
  ],
  ['the profile for oneself', /SELF_USER_ID/, ({ PROFILE_ID }) => ({ SELF_USER_ID: PROFILE_ID })],
  ['nobody for oneself, who is listed', /SELF_USER_ID/, () => ({ SELF_USER_ID: 'none' })],
  ['a billing key that nobody was given', /BILLING_API_KEY/, () => ({ BILLING_API_KEY: randomUUID() })],
  [
    'a billing key of another organization',
    /BILLING_API_KEY/,
    () => ({ BILLING_API_KEY: reference.v3.keys.foreignAdmin }),
  ],
  ["an owner's key for billing", /BILLING_API_KEY/, () => ({ BILLING_API_KEY: reference.v3.keys.owner })],
  ['the keys of admin and billing swapped', /API_KEY/, swap('API_KEY', 'BILLING_API_KEY')],
  ['the keys of developer and billing swapped', /./, swap('DEVELOPER_API_KEY', 'BILLING_API_KEY')],
  ['the keys of billing and restricted swapped', /API_KEY/, swap('BILLING_API_KEY', 'RESTRICTED_API_KEY')],
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
  [
    'somebody of the own organization for a foreigner',
    /FOREIGN_USER_ID/,
    () => ({ FOREIGN_USER_ID: listedAs('dora.developer@acme.example') }),
  ],
  [
    'somebody of the own profile for a foreigner',
    /FOREIGN_USER_ID/,
    () => ({ FOREIGN_USER_ID: listedAs('paul.developer@brand.example') }),
  ],
  ['an address for a foreigner', /FOREIGN_USER_ID/, () => ({ FOREIGN_USER_ID: 'ada@elsewhere.example' })],
  ['a foreigner whom nobody knows', /./, () => ({ FOREIGN_USER_ID: randomUUID() })],
  ['a foreign profile that does not exist', /.*/, () => ({ FOREIGN_PROFILE_ID: randomUUID() })],
  [
    'the own profile for a foreign one',
    /FOREIGN_PROFILE_ID is served to API_KEY .*either it is a profile of this organization/,
    ({ PROFILE_ID }) => ({ PROFILE_ID: undefined, FOREIGN_PROFILE_ID: PROFILE_ID }),
  ],
  ['an own id that does not exist', /SELF_USER_ID/, () => ({ SELF_USER_ID: randomUUID() })],
  ['an own id in upper case', /.*/, ({ SELF_USER_ID }) => ({ SELF_USER_ID: SELF_USER_ID?.toUpperCase() })],
  ['an address of nobody', /SELF_EMAIL/, () => ({ SELF_EMAIL: 'nobody@acme.example' })],
  ['an address in upper case', /.*/, ({ SELF_EMAIL }) => ({ SELF_EMAIL: SELF_EMAIL?.toUpperCase() })],
  ['the address of somebody else', /SELF_EMAIL/, () => ({ SELF_EMAIL: 'anton.admin@acme.example' })],
  ['the own id for the profile', /PROFILE_ID/, swap('SELF_USER_ID', 'PROFILE_ID')],
]

describe.each(['full', 'disposable', 'read-only'])('under SAFETY=%s', (SAFETY) => {
  test.each(WRONG)('%s', async (_, names, wrong) => {
    const environment = { ...reference.environment, ...wrong(reference.environment), SAFETY }
    const results = await judgedWith(v3, environment)
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    const open = results.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'untested')
    if (open.length > 0 && SAFETY === 'full')
      expect(open.map(({ reason }) => reason).join('\n')).toMatch(names)
  })
})

const WRONG_V1: [name: string, names: RegExp, wrong: Wrong][] = [
  [
    'a restricted token that nobody was given',
    /RESTRICTED_ACCESS_TOKEN/,
    () => ({ RESTRICTED_ACCESS_TOKEN: 'nobody-was-given-this-one' }),
  ],
  ['a token that nobody was given', /\bACCESS_TOKEN/, () => ({ ACCESS_TOKEN: 'nobody-was-given-this-one' })],
  ['a token in another letter case', /\bACCESS_TOKEN/, otherCase('ACCESS_TOKEN')],
  [
    'a restricted token in another letter case',
    /RESTRICTED_ACCESS_TOKEN/,
    otherCase('RESTRICTED_ACCESS_TOKEN'),
  ],
  ['the tokens swapped', /\bACCESS_TOKEN/, swap('ACCESS_TOKEN', 'RESTRICTED_ACCESS_TOKEN')],
  [
    'a token that may not remove',
    /\bACCESS_TOKEN may remove nobody/,
    ({ RESTRICTED_ACCESS_TOKEN }) => ({
      ACCESS_TOKEN: RESTRICTED_ACCESS_TOKEN,
      RESTRICTED_ACCESS_TOKEN: undefined,
    }),
  ],
]

describe.each(['disposable', 'read-only'])('v1 under SAFETY=%s', (SAFETY) => {
  test.each(WRONG_V1)('%s', async (_, names, wrong) => {
    const environment = { ...reference.environment, ...wrong(reference.environment), SAFETY }
    const results = await judgedWith(v1, environment)
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    const open = results.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'untested')
    if (SAFETY !== 'read-only') expect(open.map(({ reason }) => reason).join('\n')).toMatch(names)
  })
})

describe.each([
  ['v1-weak-token-unknown-id-404', /\bACCESS_TOKEN may remove nobody/],
  ['v1-weak-token-cannot-create', /\bACCESS_TOKEN may create nobody/],
])('on a target with %s', (variant, names) => {
  beforeEach(async () => {
    await reference.close()
    reference = await startReference({ book: true, variant })
  })

  test.each(WRONG_V1.slice(WRONG_V1.length - 2))('%s', async (_, __, wrong) => {
    const results = await judgedWith(v1, { ...reference.environment, ...wrong(reference.environment) })
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    expect(results.map(({ reason }) => reason).join('\n')).toMatch(names)
  })
})

describe('a credential that expires in the middle of a run', () => {
  test.each([
    ['API_KEY', v3, 25],
    ['API_KEY', v3, 40],
    ['DEVELOPER_API_KEY', v3, 3],
    ['DEVELOPER_API_KEY', v3, 8],
    ['BILLING_API_KEY', v3, 2],
    ['RESTRICTED_API_KEY', v3, 1],
    ['RESTRICTED_API_KEY', v3, 3],
    ['RESTRICTED_ACCESS_TOKEN', v1, 1],
    ['RESTRICTED_ACCESS_TOKEN', v1, 2],
    ['ACCESS_TOKEN', v1, 25],
    ['ACCESS_TOKEN', v1, 60],
  ] as const)('%s accuses nobody', async (variable, module, after) => {
    const secret = reference.environment[variable] ?? ''
    let uses = 0
    const target = await spoiling(reference.url, (request, honest) => {
      const sent = [request.headers['x-api-key'], request.headers.authorization].join()
      if (!sent.includes(secret)) return honest
      uses++
      return uses > after ? { status: 401, headers: {}, body: Buffer.from('') } : honest
    })
    const results = await judgedWith(module, {
      ...reference.environment,
      BASE_URL: target.url,
      SAFETY: 'disposable',
    })
    await target.close()
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    // Of what was never answered otherwise nobody can tell that it worked before.
    expect(results.map(({ reason }) => reason).join()).toMatch(
      new RegExp(`${variable} (has stopped working|is answered like a token that nobody was given)`),
    )
  })
})

describe('a role that somebody changes in the middle of a run', () => {
  test.each([
    ['API_KEY', 'SELF_EMAIL', 'developer', 'DELETE'],
    ['DEVELOPER_API_KEY', 'DEVELOPER_EMAIL', 'admin', 'POST'],
  ] as const)('%s accuses nobody', async (variable, address, role, first) => {
    const DEVELOPER_EMAIL = 'dora.developer@acme.example'
    const environment: Record<string, string> = {
      ...reference.environment,
      DEVELOPER_EMAIL,
      SAFETY: 'disposable',
    }
    const path = `/v3/users/${listedAs(environment[address] ?? '')}`
    let changed: Promise<unknown> | undefined
    const target = await spoiling(reference.url, (request, honest) => {
      if (request.method !== first) return honest
      changed ??= fetch(reference.url + path, {
        method: 'PATCH',
        headers: { 'x-api-key': reference.v3.keys.owner, 'content-type': 'application/json' },
        body: JSON.stringify({ role }),
      })
      return honest
    })
    const { results } = await outcomeIn(v3, { ...environment, BASE_URL: target.url })
    await changed
    await target.close()
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    expect(results.map(({ reason }) => reason).join()).toContain(
      `${variable} is the key of ${address}, who was`,
    )
  })
})

const JSON_HEADERS = { 'content-type': 'application/json' }

/** A refusal as the v1 document shows it. */
const refusal = (status: number, error: string, message: string) => ({
  status,
  headers: JSON_HEADERS,
  body: Buffer.from(JSON.stringify({ error, message })),
})
const forbidden = (message: string) => refusal(403, 'forbidden', message)
const notFound = () => refusal(404, 'not_found', 'User not found')

/** A refusal as the v3 documents show it. */
const refused = () => ({
  status: 403,
  headers: JSON_HEADERS,
  body: Buffer.from(
    JSON.stringify({
      success: false,
      data: null,
      error: { code: 'AUTH_004', message: 'You have no access', details: null },
      meta: { request_id: 'req_taken', timestamp: new Date().toISOString(), version: 'v3' },
    }),
  ),
})

test('a developer key of another organization creates nobody there, nor in its profile', async () => {
  // The book of the reference does not tell organizations apart.
  const own = await startReference({})
  const { FOREIGN_PROFILE_ID, API_KEY } = own.environment
  const target = await spoiling(own.url, (request, honest) => {
    const { 'x-api-key': key, 'x-profile-id': profile } = request.headers
    return key === API_KEY && profile === FOREIGN_PROFILE_ID ? refused() : honest
  })
  const { leftovers } = await outcomeIn(v3, {
    ...own.environment,
    BASE_URL: target.url,
    DEVELOPER_API_KEY: own.v3.keys.foreignAdmin,
    SAFETY: 'disposable',
    INVITATIONS: 'many',
  })
  const asked = {
    headers: { 'x-api-key': own.v3.keys.foreignAdmin, 'x-profile-id': FOREIGN_PROFILE_ID ?? '' },
  }
  const list = (await (await fetch(`${own.url}/v3/users`, asked)).json()) as {
    data: { users: { email: string }[] }
  }
  await Promise.all([target.close(), own.close()])
  const made = list.data.users.filter(({ email }) => email.endsWith('@example.com'))
  expect([made, leftovers]).toEqual([[], []])
})

describe('what somebody takes away in the middle of a run, and the list does not tell', () => {
  test.each([
    ['the rights of API_KEY', 60, 'API_KEY', /API_KEY is refused/],
    ['the rights of API_KEY', 100, 'API_KEY', /API_KEY is refused/],
    ['the role of the developer', 140, 'DEVELOPER_API_KEY', /DEVELOPER_API_KEY is refused/],
    ['the profile', 70, 'PROFILE_ID', /not shown the profile PROFILE_ID any more/],
    ['the profile', 150, 'PROFILE_ID', /not shown the profile PROFILE_ID any more/],
  ] as const)('%s after %i requests accuses nobody', async (_what, after, variable, named) => {
    // Whoever may remove nobody any more leaves people behind, which is told.
    const own = await startReference({})
    const given = own.environment[variable]
    let requests = 0
    const target = await spoiling(own.url, (request, honest) => {
      if (++requests <= after) return honest
      const { 'x-api-key': key, 'x-profile-id': profile } = request.headers
      const isTheirs =
        variable === 'PROFILE_ID'
          ? profile === given && key === own.environment.API_KEY
          : key === given && (variable !== 'API_KEY' || request.method !== 'GET')
      return isTheirs ? refused() : honest
    })
    const environment = { ...own.environment, BASE_URL: target.url, SAFETY: 'disposable' }
    const { results } = await outcomeIn(v3, environment)
    await Promise.all([target.close(), own.close()])
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    const told = results.filter(({ verdict }) => verdict === 'inconclusive').map(({ reason }) => reason)
    if (told.length > 0) expect(told.join('\n')).toMatch(named)
  })
})

describe('the v1 manager who is demoted in the middle of a run', () => {
  test.each([8, 20, 60, 100])('accuses nobody after %i requests', async (after) => {
    // Whoever may remove nobody any more leaves people behind, which is told.
    const own = await startReference({})
    let uses = 0
    const target = await spoiling(own.url, (request, honest) => {
      const isTheirs = request.headers.authorization === `Bearer ${own.environment.ACCESS_TOKEN}`
      if (!isTheirs || ++uses <= after || request.method === 'GET') return honest
      return forbidden('You do not have permission to manage users')
    })
    const results = await judgedWith(v1, { ...own.environment, BASE_URL: target.url, SAFETY: 'disposable' })
    await target.close()
    await own.close()
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    expect(results.map(({ reason }) => reason).join()).toMatch(/ACCESS_TOKEN (is refused|may remove nobody)/)
  })
})

test('a restricted token of another organization accuses nobody', async () => {
  const target = await spoiling(reference.url, (request, honest) => {
    const token = request.headers.authorization
    if (token !== `Bearer ${reference.environment.RESTRICTED_ACCESS_TOKEN}`) return honest
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path !== '/api/v1/users') return notFound()
    const body = { data: [], meta: { page: 1, limit: 20, total: 0 } }
    return { status: 200, headers: JSON_HEADERS, body: Buffer.from(JSON.stringify(body)) }
  })
  const environment = { ...reference.environment, BASE_URL: target.url, SAFETY: 'disposable' }
  const results = await judgedWith(v1, environment)
  await target.close()
  const failed = results.filter(({ verdict }) => verdict === 'failed')
  expect(failed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
  expect(results.map(({ reason }) => reason).join()).toContain('RESTRICTED_ACCESS_TOKEN finds nobody whom')
})

describe('a developer who is promoted in the middle of a run, and whose address nobody has named', () => {
  /** Promotes the developer once the target has answered so many changes of theirs. */
  async function promotedAfter(changes: number, faults: string[] = []) {
    const target = await startReference({ faults })
    const { DEVELOPER_API_KEY, DEVELOPER_EMAIL: _, ...others } = target.environment
    const id = target.v3.users().find(({ email }) => email === 'dora.developer@acme.example')?.id
    let seen = 0
    const front = await spoiling(target.url, async (request, honest) => {
      const isTheirs = request.headers['x-api-key'] === DEVELOPER_API_KEY && request.method !== 'GET'
      if (isTheirs && ++seen === changes) {
        await fetch(`${target.url}/v3/users/${id}`, {
          method: 'PATCH',
          headers: { 'x-api-key': target.v3.keys.owner, 'content-type': 'application/json' },
          body: JSON.stringify({ role: 'admin' }),
        })
      }
      return honest
    })
    const { results } = await outcomeIn(v3, {
      ...others,
      ...(DEVELOPER_API_KEY === undefined ? {} : { DEVELOPER_API_KEY }),
      BASE_URL: front.url,
      SAFETY: 'disposable',
    })
    await Promise.all([front.close(), target.close()])
    return results
  }

  /** So early others of theirs are sure to follow; later ones come in any order, and the last may have been answered. */
  const SURELY_EARLY = 2

  test.each([1, SURELY_EARLY, 4, 6])(
    'after %i refusals accuses nobody, and is no reason for a warning',
    async (changes) => {
      const results = await promotedAfter(changes)
      const told = results.filter(({ verdict }) => verdict === 'failed' || verdict === 'warning')
      expect(told.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
      const open = results.filter(({ verdict }) => verdict === 'inconclusive')
      // Who has been refused everything by then is no question any more.
      if (changes <= SURELY_EARLY) {
        const named = /^DEVELOPER_API_KEY is served what it was refused before .*DEVELOPER_EMAIL/
        expect(open.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(named))
      }
    },
  )
})

/** Gates that are open in one place, or after a while, and the requirement that says so. */
const GATES: [fault: string, id: string][] = [
  ['v3-invite-open-to-developers', 'v3.invite.requires-admin'],
  ['v3-invite-sandbox-opens-gate-for-real', 'v3.invite.requires-admin-in-sandbox'],
  ['v3-remove-open-to-developers', 'v3.remove.developer-refused'],
  ['v3-remove-developer-204', 'v3.remove.developer-refused'],
  ['v3-remove-sandbox-opens-gate', 'v3.remove.developer-refused-in-sandbox'],
  ['v3-remove-gate-open-with-without-body', 'v3.remove.developer-refused'],
  ['v3-remove-second-try-open', 'v3.remove.developer-refused'],
  ['v3-update-open-to-developers', 'v3.update.developer-refused'],
]

describe('a gate that is missing in one place alone is no changed role', () => {
  test.each(GATES)('%s', async (fault, id) => {
    const open = await startReference({ faults: [fault] })
    const { results } = await outcomeIn(v3, {
      ...open.environment,
      SAFETY: 'disposable',
      PUBLIC_TIER: 'auto',
    })
    await open.close()
    expect(results.find((one) => one.id === id)?.verdict).toMatch(/^(failed|warning)$/)
  })
})

describe('a second key that may do everything an admin may', () => {
  const FAULTS = {
    DEVELOPER_API_KEY: ['v3-invite-open-to-developers', 'v3-remove-open-to-developers'],
    RESTRICTED_API_KEY: ['list', 'get', 'invite', 'remove'].map((one) => `v3-${one}-open-to-non-members`),
  }

  test.each(Object.entries(FAULTS))('%s fails, and both readings stand first', async (variable, faults) => {
    const open = await startReference({ faults })
    const { results } = await outcomeIn(v3, { ...open.environment, SAFETY: 'disposable' })
    await open.close()
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.length).toBeGreaterThan(0)
    for (const { id, reason } of failed)
      expect(reason, id).toMatch(new RegExp(`^either the target has no gate.*${variable}`))
  })

  test('the key of an owner for somebody without a role violates nothing but the gates', async () => {
    const RESTRICTED_API_KEY = reference.v3.keys.owner
    const { results } = await outcomeIn(v3, { ...reference.environment, RESTRICTED_API_KEY, SAFETY: 'full' })
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id }) => id)).toContain('v3.remove.no-access-refused')
    for (const { id } of failed) expect(id).toMatch(/\.(no-access-refused|requires-admin)$/)
    for (const { id, reason } of failed) expect(reason, id).toMatch(/^either .*RESTRICTED_API_KEY/)
  })

  test('RESTRICTED_ACCESS_TOKEN fails, and both readings stand first', async () => {
    const open = await startReference({ faults: ['v1-delete-restricted-may'] })
    const { results } = await outcomeIn(v1, { ...open.environment, SAFETY: 'disposable' })
    await open.close()
    const failed = results.filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id }) => id)).toEqual(['v1.delete.forbidden-403'])
    for (const { reason } of failed)
      expect(reason).toMatch(/^either the target has no gate.*RESTRICTED_ACCESS_TOKEN/)
  })

  test('BILLING_API_KEY accuses nobody, and both readings are told', async () => {
    const open = await startReference({ faults: ['v3-invite-open-to-billing', 'v3-remove-open-to-billing'] })
    const { results } = await outcomeIn(v3, { ...open.environment, SAFETY: 'disposable' })
    await open.close()
    expect(results.filter(({ verdict }) => verdict === 'failed')).toEqual([])
    const gate = results.find(({ id }) => id === 'v3.remove.developer-refused')
    expect([gate?.verdict, gate?.reason]).toEqual([
      'inconclusive',
      expect.stringMatching(/^BILLING_API_KEY may do what only an admin may: either the target has no gate/),
    ])
  })

  test('what DEVELOPER_EMAIL is listed as is held against the key, and does not prove whose it is', async () => {
    const open = await startReference({ faults: FAULTS.DEVELOPER_API_KEY })
    const ask = async (DEVELOPER_EMAIL: string | undefined) =>
      (await outcomeIn(v3, { ...open.environment, SAFETY: 'disposable', DEVELOPER_EMAIL })).results
    const [right, wrong] = [await ask('dora.developer@acme.example'), await ask(open.environment.SELF_EMAIL)]
    await open.close()
    expect(right.find(({ id }) => id === 'v3.remove.developer-refused')?.reason).toMatch(
      /^either the target has no gate for developers, .*DEVELOPER_EMAIL is listed as developer.*: expected status 403/,
    )
    expect(wrong.filter(({ verdict }) => verdict === 'failed')).toEqual([])
    expect(wrong.map(({ reason }) => reason).join()).toMatch(/DEVELOPER_EMAIL, who is listed as admin/)
  })
})
