/** Everybody whom a run creates is removed or named, whatever the target makes of ids and addresses. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { started } from './started.ts'
import { KEY, type Oddities, startSmall } from './targets/small.ts'

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
  const named = new Set(leftovers.map(({ email }) => email.toLowerCase()))
  const left = target
    .emails()
    .filter((email) => email !== 'owner@acme.example' && email !== 'OWNER@ACME.EXAMPLE')
  expect(left.filter((email) => !named.has(email.toLowerCase()))).toEqual([])
  expect(target.emails()[0]?.toLowerCase()).toBe('owner@acme.example')
  await target.close()
})
