/** Judges any number of targets: in threads of our own, or in Vitest where that is asked for. */
import { Collector } from './collect.ts'
import type { Target } from './target.ts'
import { runInThreads } from './threads.ts'
import type { OpenUi } from './vitest/ui.ts'
import type { Judgement } from './worker/judge.ts'
import { THREAD, type WorkerAhead } from './worker-ahead.ts'

/** Options of `runTargets`. */
export interface RunTargetsOptions {
  /** Called with each judgement as it comes. */
  onResult?: (judgement: Judgement) => void
  /** Asks every run to stop, clean up and end; the reason of the abort says why. */
  signal?: AbortSignal
  /** Milliseconds after which workers that have not ended are ended; absent: what the targets' limits allow. */
  limitMs?: number
  /** The worker of the only group, where it has been asked to start already. */
  ahead?: WorkerAhead
  /** What a thread runs, for tests. */
  thread?: URL
  /** The file that Vitest runs, for tests. */
  entry?: string
  /** Shows the run in Vitest's own page. Called as soon as it can be opened; it is the caller's to close. */
  onUi?: (ui: OpenUi) => void
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
