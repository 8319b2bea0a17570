/** A run ends whatever becomes of its worker. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../helpers/config/config.ts'
import { newRunId } from '../../runner/conformance.ts'
import { runTargets } from '../../runner/run-targets.ts'
import type { Target } from '../../runner/target.ts'
import { startWorkerAhead } from '../../runner/worker-ahead.ts'

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

const THREAD = new URL('../../dist/runner/thread.js', import.meta.url)

/** What ends by time alone is given little of it, and what has to say something first enough for that on a busy machine. */
const BRIEF_MS = 2_000
const PLENTY_MS = 20_000

/** A worker that was started before Vitest asked for it; not where Vitest is to start it. */
const aheadFor = (started: 'ahead' | 'by Vitest', script = THREAD) =>
  started === 'ahead' ? startWorkerAhead(['v3'], script) : undefined

const withAhead = (ahead: ReturnType<typeof startWorkerAhead>) => (ahead === undefined ? {} : { ahead })

test.concurrent.each(
  (['ahead', 'by Vitest'] as const).flatMap((started) => [
    [started, 'loop', 'a worker went on after its time and was ended'] as const,
    [started, 'never', 'a worker went on after its time and was ended'] as const,
    [started, 'crash', 'thrown outside of any test'] as const,
    [started, 'broken', 'this module does not load'] as const,
  ]),
)('a worker, started %s, that does this ends the run with a message: %s', async (started, name, message) => {
  const { errors, targets } = await runTargets([[target()]], {
    entry: entry(name),
    limitMs: name === 'loop' || name === 'never' ? BRIEF_MS : PLENTY_MS,
    ...withAhead(aheadFor(started)),
  })
  expect(errors.join('\n')).toContain(message)
  expect(targets.size).toBe(0)
})

describe('a worker that was started ahead', () => {
  test('judges', async () => {
    const { errors, targets } = await runTargets([[target({ only: ['v3.list.success-status'] })]], {
      ...withAhead(aheadFor('ahead')),
    })
    expect(errors).toEqual([])
    expect(targets.get('target')?.results.get('v3.list.success-status')?.verdict).toBe('passed')
  })

  test('and does not come up ends the run with a message', async () => {
    const script = new URL('entries/no-thread.mjs', import.meta.url)
    const { errors } = await runTargets([[target()]], {
      limitMs: PLENTY_MS,
      ...withAhead(aheadFor('ahead', script)),
    })
    expect(errors.join('\n')).toContain('the thread did not come up')
  })

  test('and is not taken can be ended', async () => {
    await aheadFor('ahead')?.close()
  })
})

test('a run that cannot be opened ends with one message', async () => {
  const { errors, targets } = await runTargets([[target({ embedded: { faults: ['no-such-fault'] } })]])
  expect(errors).toEqual([])
  expect(targets.get('target')).toMatchObject({ ended: true, exchanges: [] })
  expect(targets.get('target')?.message).toMatch(/^the run could not begin: .*no-such-fault/)
})
