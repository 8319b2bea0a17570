/** A wrong SELF_USER_ID costs nobody anything, and is never the target's fault. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'

const COLLEAGUES = ['dora.developer@acme.example', 'anton.admin@acme.example', 'ines.invited@acme.example']

type Row = { colleague: string; address: 'none' | 'own' | 'theirs'; safety: 'full' | 'disposable' }

const rows = COLLEAGUES.flatMap((colleague): Row[] => [
  { colleague, address: 'none', safety: 'full' },
  { colleague, address: 'own', safety: 'full' },
  { colleague, address: 'theirs', safety: 'full' },
  { colleague, address: 'none', safety: 'disposable' },
  { colleague, address: 'theirs', safety: 'disposable' },
])

const references: Reference[] = []
let before: string[] = []
let reports: Report[] = []

beforeAll(async () => {
  references.push(...(await Promise.all(rows.map(() => startReference()))))
  before = references.map(people)
  const targets = rows.map(({ colleague, address, safety }, index): [string, Record<string, string>] => {
    const { SELF_EMAIL = '', ...environment } = references[index]?.environment ?? {}
    const addresses = { none: {}, own: { SELF_EMAIL }, theirs: { SELF_EMAIL: colleague } }
    const SELF_USER_ID = references[index]?.v3.users().find(({ email }) => email === colleague)?.id ?? ''
    return [
      `row ${index}`,
      { ...environment, ...addresses[address], SELF_USER_ID, CONTRACTS: 'v3', SAFETY: safety },
    ]
  })
  const found = await judged(Object.fromEntries(targets))
  reports = targets.flatMap(([name]) => found[name] ?? [])
}, 60_000)

afterAll(async () => {
  for (const reference of references) await reference.close()
})

/** Everybody whom the reference has, with role and status. */
function people(reference: Reference): string {
  const shown = reference.v3.users().map(({ id, email, role, status }) => [id, email, role, status].join(' '))
  return shown.sort().join('\n')
}

describe.each(rows.map((row, index) => ({ ...row, index })))(
  'the id of $colleague with the address $address, under $safety',
  ({ index, address }) => {
    test('touches nobody and accuses nobody', () => {
      const [reference, report] = [references[index], reports[index]]
      expect(reference && people(reference)).toBe(before[index])
      expect(report?.requirements.filter(({ verdict }) => verdict === 'failed')).toEqual([])
      expect(report?.damages).toBeUndefined()
    })

    test('is proven before anything names it in a removal', () => {
      const risky = (reports[index]?.exchanges ?? []).filter(
        ({ risk, purpose }) => risk === true && purpose.includes('oneself'),
      )
      const inEarnest = risky.filter(({ request }) => !request.body?.includes('"sandbox":true'))
      expect(inEarnest).toEqual([])
      if (address !== 'theirs') expect(risky).toEqual([])
      const self = reports[index]?.requirements.find(({ id }) => id === 'v3.remove.self-rejected')
      expect(self?.verdict).toMatch(/untested|inconclusive/)
      expect(self?.reason).not.toContain('SAFETY=full')
    })
  },
)
