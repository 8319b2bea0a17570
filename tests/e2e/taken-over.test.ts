/** A target that gives the entries of people who are there to new users: nobody is removed who was there before. */
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { command } from './command.ts'

test.each([
  ['on the first page', 0],
  ['beyond the first page', 150],
])('%s', async (_, v1) => {
  const reference = await startReference({ faults: ['v1-create-id-of-somebody'], users: { v1 } })
  const there = new Set(reference.v1.users().map(({ id }) => id))
  const { report } = await command(['run', '--contracts', 'v1'], { ...reference.environment, SAFETY: 'full' })
  const removals = reference.requests.filter(({ method }) => method === 'DELETE')
  expect(removals.filter(({ path }) => there.has(path.split('/').at(-1) ?? ''))).toEqual([])
  expect(reference.v1.users().filter(({ id }) => there.has(id))).toHaveLength(there.size)
  expect(report().verdict).not.toBe('conformant')
  await reference.close()
})
