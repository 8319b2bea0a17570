/** Judges any number of targets: in threads of our own, or in Vitest where that is asked for. */
import { Collector } from './collect.ts'
import type { Target } from './target.ts'
import { runInThreads, type ThreadOptions } from './threads.ts'
import type { VitestOptions } from './vitest/run.ts'
import { THREAD } from './worker-ahead.ts'

/** Options of `runTargets`. */
export interface RunTargetsOptions extends VitestOptions, Omit<ThreadOptions, 'script'> {
  /** What a thread runs, for tests. */
  thread?: URL
}

/**
 * Judges every target and returns what was collected. Always resolves: a worker that crashes, or goes on after
 * its time, leaves an error in the collector and its targets without an end.
 * @param groups targets that share a worker; each group gets a worker of its own
 */
export async function runTargets(groups: Target[][], options: RunTargetsOptions = {}): Promise<Collector> {
  const { onResult, entry, onUi, thread = THREAD } = options
  if (thread === undefined || entry !== undefined || onUi !== undefined) {
    const { runInVitest } = await import('./vitest/run.ts')
    return runInVitest(groups, options)
  }
  const collector = new Collector(onResult)
  await runInThreads(groups, collector, { ...options, script: thread })
  return collector
}
