/** Everybody whom a run creates is removed or named, whatever the target makes of ids and addresses. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { started } from './started.ts'
import { KEY, type Oddities, type Person, startSmall } from './targets/small.ts'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'uac-accounted-'))
})
afterAll(() => rmSync(scratch, { recursive: true }))

const ODDITIES: [name: string, oddities: Oddities][] = [
  ['ids are numbers', { idOf: (nth) => nth }],
  ['ids hold a slash, a blank and a percent sign', { idOf: (nth) => `user/ ${nth}%` }],
  ['ids hold letters of other scripts', { idOf: (nth) => `пользователь-${nth}` }],
  ['ids are short', { idOf: (nth) => `usr_${nth}a` }],
  ['a creation answers no id', { hidesId: true }],
  ['addresses are put in upper case', { stores: (email) => email.toUpperCase() }],
  ['whatever is asked for is created', { takesAnything: true }],
  [
    'whatever is asked for is created, with numbers and without a word',
    { takesAnything: true, hidesId: true, idOf: (nth) => nth },
  ],
]

test.each(
  (['v3', 'v1'] as const).flatMap((contract) =>
    ODDITIES.map(([name, oddities]) => [contract, name, oddities] as const),
  ),
)('on a %s target where %s', async (contract, name, oddities) => {
  const { leftovers, people } = await runAgainst(contract, name, oddities)
  // Whom the run never asked for is named by the id alone.
  const named = new Set(leftovers.flatMap(({ email, id }) => [email.toLowerCase(), ...(id ? [id] : [])]))
  const [owner, ...left] = people
  const isNamed = ({ id, email }: Person): boolean =>
    named.has(String(email).toLowerCase()) || named.has(String(id))
  expect(left.filter((one) => !isNamed(one))).toEqual([])
  expect(owner?.email.toLowerCase()).toBe('owner@acme.example')
})

const OTHERS: [name: string, email: string, oddities: Oddities][] = [
  [
    'somebody with the run’s tag in the name',
    'zoe@acme.example',
    { companion: ({ name }) => ({ email: 'zoe@acme.example', name }) },
  ],
  [
    'an active admin with the run’s tag in the address',
    'other@',
    {
      companion: ({ email }) => ({
        email: `${tagIn(email)}-other@acme.example`,
        name: 'Z',
        status: 'active',
        role: 'admin',
      }),
    },
  ],
  ['a colleague whose id every creation answers', 'colleague@acme.example', { lendsId: true }],
]

test.each(
  (['v3', 'v1'] as const).flatMap((contract) =>
    OTHERS.map(([name, email, oddities]) => [contract, name, email, oddities] as const),
  ),
)('on a %s target nobody removes %s', async (contract, name, email, oddities) => {
  const { leftovers, people } = await runAgainst(contract, name, oddities)
  const other = people.find((person) => person.email.includes(email))
  expect(other).toBeDefined()
  expect(leftovers.map(({ id }) => id)).toContain(String(other?.id))
})

/** What stands before the words of an address of a run. */
function tagIn(email: string): string {
  return email.slice(0, email.indexOf('-'))
}

/** Runs a contract against a small target. @returns what the report says is left, and who is there */
async function runAgainst(
  contract: 'v3' | 'v1',
  name: string,
  oddities: Oddities,
): Promise<{ leftovers: Report['leftovers']; people: Person[] }> {
  const target = await startSmall(contract, oddities)
  const reportDir = join(scratch, `${contract} ${name}`)
  const credential = contract === 'v3' ? { API_KEY: KEY } : { ACCESS_TOKEN: KEY }
  await started(['run'], {
    BASE_URL: target.url,
    ...credential,
    REPORT_DIR: reportDir,
    JOURNAL_DIR: join(reportDir, 'journal'),
    SAFETY: 'full',
    INVITATIONS: 'many',
  }).ended
  const { leftovers } = JSON.parse(readFileSync(join(reportDir, 'report.json'), 'utf8')) as Report
  const people = target.people()
  await target.close()
  return { leftovers, people }
}
