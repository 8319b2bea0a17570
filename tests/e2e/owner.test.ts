/** An owner's key has no entry in the list: what is about one's own entry does not apply, and the run is whole all the same. */
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'

test.each(['full', 'disposable'])('an owner without an entry under SAFETY=%s', async (SAFETY) => {
  const reference = await startReference({ book: true })
  const { target: report } = await judged({
    target: {
      ...reference.environment,
      API_KEY: reference.v3.keys.owner,
      SELF_USER_ID: 'none',
      SELF_EMAIL: 'olga.owner@acme.example',
      CONTRACTS: 'v3',
      SAFETY,
    },
  })
  const page = reference.book()
  await reference.close()
  const open = report?.requirements.filter(
    ({ level, tier, verdict, unobservable, notApplicable }) =>
      level === 'must' && tier !== 'public' && verdict !== 'passed' && !unobservable && !notApplicable,
  )
  expect(open?.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
  expect(report?.verdict).toBe('conformant')
  expect(report?.requirements.find(({ id }) => id === 'v3.remove.self-rejected')?.notApplicable).toMatch(
    /SELF_USER_ID=none declares/,
  )
  expect(report?.summary.notApplicable).toBeGreaterThan(0)
  expect(page).toEqual({ losses: [], created: [] })
})
