/** A run ends whatever becomes of its worker. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readConfig } from '../../helpers/config/config.ts'
import type { Target } from '../../helpers/run/target.ts'
import { newRunId } from '../../helpers/runner/conformance.ts'
import { runTargets } from '../../helpers/runner/run-targets.ts'

const target = (more: Partial<Target> = {}): Target => ({
  name: 'target',
  config: readConfig({}),
  embedded: {},
  runId: newRunId(),
  contracts: ['v3'],
  keepEvidence: true,
  ...more,
})

const entry = (name: string): string => fileURLToPath(new URL(`entries/${name}.ts`, import.meta.url))

test.concurrent.each([
  ['loop', 'a worker went on after its time and was ended'],
  ['never', 'a worker went on after its time and was ended'],
  ['crash', 'thrown outside of any test'],
  ['broken', 'this module does not load'],
])('a worker that does this ends the run with a message: %s', async (name, message) => {
  const { errors, targets } = await runTargets([[target()]], { entry: entry(name), limitMs: 2_000 })
  expect(errors.join('\n')).toContain(message)
  expect(targets.size).toBe(0)
})

test('a run that cannot be opened ends with one message', async () => {
  const { errors, targets } = await runTargets([[target({ embedded: { faults: ['no-such-fault'] } })]])
  expect(errors).toEqual([])
  expect(targets.get('target')).toMatchObject({ ended: true, exchanges: [] })
  expect(targets.get('target')?.message).toMatch(/^the run could not begin: .*no-such-fault/)
})
