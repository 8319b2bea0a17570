/** A run ends whatever becomes of its worker, a thread of our own or one of Vitest's. */
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

const script = (name: string): URL => new URL(`entries/thread-${name}.mjs`, import.meta.url)

const THREAD = new URL('../../dist/runner/thread.js', import.meta.url)

/** What ends by time alone is given little of it, and what has to say something first enough for that on a busy machine. */
const BRIEF_MS = 2_000
const PLENTY_MS = 20_000

const OVERDUE = 'a worker went on after its time and was ended'

test.concurrent.each([
  ['loop', BRIEF_MS, OVERDUE],
  ['never', BRIEF_MS, OVERDUE],
  ['crash', PLENTY_MS, 'thrown outside of any test'],
  ['broken', PLENTY_MS, 'this module does not load'],
])('a worker of Vitest that does this ends the run with a message: %s', async (name, limitMs, message) => {
  const { errors, targets } = await runTargets([[target()]], { entry: entry(name), limitMs })
  expect(errors.join('\n')).toContain(message)
  expect(targets.size).toBe(0)
})

const THREADS: [name: string, limitMs: number, message: string][] = [
  ['loop', BRIEF_MS, OVERDUE],
  ['never', BRIEF_MS, OVERDUE],
  ['crash', PLENTY_MS, 'thrown outside of any check'],
  ['exit', PLENTY_MS, 'the worker ended before its time'],
  ['broken', PLENTY_MS, 'the thread did not come up'],
]

test.concurrent.each(THREADS)(
  'a thread that does this ends the run with one message: %s',
  async (name, limitMs, message) => {
    const { errors, targets } = await runTargets([[target()]], { thread: script(name), limitMs })
    expect(errors).toEqual([message])
    expect(targets.size).toBe(0)
  },
)

describe('a thread', () => {
  const only = ['v3.list.success-status']

  test.each(['ahead', 'when it is needed'])('that is started %s judges', async (when) => {
    const ahead = when === 'ahead' ? startWorkerAhead(['v3'], THREAD) : undefined
    const { errors, targets } = await runTargets([[target({ only })]], {
      thread: THREAD,
      ...(ahead === undefined ? {} : { ahead }),
    })
    expect(errors).toEqual([])
    expect(targets.get('target')).toMatchObject({ ended: true })
    expect(targets.get('target')?.results.get('v3.list.success-status')?.verdict).toBe('passed')
  })

  test('judges several targets, each by its name, one that cannot be opened among them', async () => {
    const named = ['one', 'two', 'three', 'four', 'five'].map((name) => target({ name, only }))
    const broken = target({ name: 'broken', embedded: { faults: ['no-such-fault'] } })
    const { errors, targets } = await runTargets([[...named, broken]], { thread: THREAD })
    expect(errors).toEqual([])
    expect([...targets.values()].map(({ ended }) => ended)).toEqual(Array(6).fill(true))
    expect(targets.get('broken')?.message).toMatch(/^the run could not begin: .*no-such-fault/)
    for (const { name } of named) expect(targets.get(name)?.results.size).toBe(1)
  })

  test('that has ended before it was needed is replaced', async () => {
    const ahead = startWorkerAhead(['v3'], THREAD)
    await ahead?.close()
    const { errors } = await runTargets([[target({ only })]], {
      thread: THREAD,
      ...(ahead === undefined ? {} : { ahead }),
    })
    expect(errors).toEqual([])
  })
})

test('a run that cannot be opened ends with one message', async () => {
  const { errors, targets } = await runTargets([[target({ embedded: { faults: ['no-such-fault'] } })]])
  expect(errors).toEqual([])
  expect(targets.get('target')).toMatchObject({ ended: true, exchanges: [] })
  expect(targets.get('target')?.message).toMatch(/^the run could not begin: .*no-such-fault/)
})
