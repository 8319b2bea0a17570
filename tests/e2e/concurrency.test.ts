/** What a run says does not depend on how many requests are under way at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'

/** One at a time, few, and more than a run ever needs. */
const CONCURRENCIES = ['1', '3', '64']

/** Honest, and with faults that show as an effect rather than as an answer. */
const TARGETS: [name: string, faults: string[]][] = [
  ['an honest target', []],
  ['a simulation that removes', ['v3-remove-sandbox-is-real']],
  ['a refused removal that removes', ['v3-remove-developer-refused-but-done']],
  [
    'an invitation that is no simulation, and a page that loses somebody',
    ['v3-invite-sandbox-is-real', 'v1-list-last-page-drops-entry'],
  ],
]

const references: Reference[] = []
let reports: Record<string, Report>

beforeAll(async () => {
  const environments: Record<string, Record<string, string>> = {}
  for (const [name, faults] of TARGETS) {
    for (const CONCURRENCY of CONCURRENCIES) {
      const reference = await startReference({ faults })
      references.push(reference)
      const { environment } = reference
      environments[`${name} ${CONCURRENCY}`] = { ...environment, CONCURRENCY, SAFETY: 'full' }
    }
  }
  reports = await judged(environments)
}, 120_000)

afterAll(async () => {
  for (const reference of references) await reference.close()
})

describe.each(TARGETS)('%s', (name, faults) => {
  const verdicts = (concurrency: string | undefined): Record<string, string> =>
    Object.fromEntries(
      reports[`${name} ${concurrency}`]?.requirements.map(({ id, verdict }) => [id, verdict]) ?? [],
    )

  test('is judged alike with one request at a time and with many', () => {
    const [alone, ...others] = CONCURRENCIES.map(verdicts)
    expect(Object.values(alone ?? {}).includes('failed')).toBe(faults.length > 0)
    for (const other of others) expect(other).toEqual(alone)
  })
})
