/** `SAFETY=read-only` sends nothing but GET, whatever the target does and whatever was left on it. */
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'

test.each([
  ['both contracts', [], 'v3,v1'],
  [
    'a target with a broken sandbox and no guards',
    ['v3-remove-sandbox-is-real', 'v3-remove-self-allowed'],
    'v3',
  ],
])('%s', async (_name, faults, CONTRACTS) => {
  const reference = await startReference({ faults })
  const users = JSON.stringify([reference.v3.emails(), reference.v1.emails()])
  const { target: report } = await judged({
    target: { ...reference.environment, CONTRACTS, SAFETY: 'read-only' },
  })
  expect(new Set(reference.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
  expect(JSON.stringify([reference.v3.emails(), reference.v1.emails()])).toBe(users)
  const untested = report?.requirements.filter((one) => one.verdict === 'untested' && !one.unobservable) ?? []
  expect(untested.some(({ reason }) => reason === 'needs SAFETY=disposable')).toBe(true)
  await reference.close()
})
