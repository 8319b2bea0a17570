/** How long runs may go on, and how they are asked to stop before that. */

import { CLEAN_UP_MS, OPENING_MS, TARGETS_AT_ONCE } from './limits.ts'
import { askToStop } from './stop.ts'
import type { Target } from './target.ts'

/** What is told of a worker that had to be ended. */
export const OVERDUE = 'a worker went on after its time and was ended'

/** How long loading and ending may take beside the runs themselves, in milliseconds. */
const AROUND_MS = 60_000

/** The time of runs that are under way. */
export interface RunTime {
  /** Resolves when a worker that is still busy has to be ended. */
  over: Promise<'overdue'>
  /** To be called when the runs have ended. */
  dispose(): void
}

/**
 * Starts the time of all targets, and passes on the wish to stop them.
 * @param limitMs milliseconds; absent: what the targets' own limits allow
 */
export function startTime(
  groups: Target[][],
  { signal, limitMs = limitOf(groups) }: { signal?: AbortSignal | undefined; limitMs?: number | undefined },
): RunTime {
  let timer: NodeJS.Timeout | undefined
  const stopAsking: (() => void)[] = []
  const over = new Promise<'overdue'>((resolve) => {
    const within = (ms: number): void => {
      clearTimeout(timer)
      timer = setTimeout(() => resolve('overdue'), ms)
    }
    within(limitMs)
    const stop = (): void => {
      for (const { runId } of groups.flat()) stopAsking.push(askToStop(runId, String(signal?.reason)))
      within(Math.min(limitMs, CLEAN_UP_MS + OPENING_MS))
    }
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
  return {
    over,
    dispose: () => {
      clearTimeout(timer)
      for (const stop of stopAsking) stop()
    },
  }
}

/** The longest that the targets' own limits allow, in milliseconds. */
function limitOf(groups: Target[][]): number {
  const longest = groups.map((targets) => {
    const each = Math.max(0, ...targets.map(({ config }) => config.runTimeoutMs))
    return Math.ceil(targets.length / TARGETS_AT_ONCE) * (each + CLEAN_UP_MS + OPENING_MS)
  })
  return Math.max(0, ...longest) + AROUND_MS
}
