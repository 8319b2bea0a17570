/** A run whose tests stand in several files starts all its checks at once. */
import { expect, test } from 'vitest'
import type { ContractModule } from '../../language/module.ts'
import type { Requirement } from '../../model/contract.ts'
import type { Target } from '../target.ts'
import { eagerStart } from './eager-start.ts'
import type { Judging } from './run.ts'

const ids = ['v1.list.one', 'v1.list.two', 'v1.get.one']
const catalogue = ids.map((id) => ({ id }) as Requirement)
const modules = [
  {
    contract: 'v1',
    catalogue,
    checks: ids.map((id) => ({ id, operation: 'GET /api/v1/users', phase: 'main' })),
  } as unknown as ContractModule,
]

function counting(): { run: Judging; started: string[] } {
  const started: string[] = []
  const judge: Judging['judge'] = async (_, { id }) => {
    started.push(id)
    return { id, verdict: 'passed', deviations: [], evidence: [] }
  }
  return { run: { judge } as Judging, started }
}

test('starts every check before it is asked for, and each of them once', async () => {
  const { run, started } = counting()
  const all = eagerStart(run, modules, {} as Target)
  expect(started).toEqual(ids)
  for (const requirement of [...catalogue, ...catalogue]) {
    expect(await all.judge('v1', requirement, 'main')).toMatchObject({ id: requirement.id })
  }
  expect(started).toEqual(ids)
})

test('starts those of its part alone', async () => {
  const { run, started } = counting()
  const part = { ids: ['v1.get.one'], last: false }
  const all = eagerStart(run, modules, { part } as Target)
  expect(started).toEqual(part.ids)
  await expect(all.judge('v1', { id: 'v1.list.one' } as Requirement, 'main')).rejects.toThrow(
    'the check of v1.list.one was not started',
  )
})
