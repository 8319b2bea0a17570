/** Starts Vitest on the suites, once, for any number of targets; ends whatever the targets and the workers do. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CliOptions, createVitest, type Vitest } from 'vitest/node'
import { Collector, errorText } from './collect.ts'
import { closeInTime, withoutSignals } from './end.ts'
import type { Target } from './target.ts'
import { OVERDUE, startTime } from './time.ts'
import { type OpenUi, UI_OPTIONS, UI_SERVER, uiOf } from './ui.ts'
import { outliving } from './uncaught.ts'
import type { Judgement } from './worker/judge.ts'
import type { WorkerAhead } from './worker-ahead.ts'

/** Side by side means side by side: the HTTP client alone bounds what is in flight. */
const NO_LIMIT = 1_000_000

/** Options of `runTargets`. */
export interface RunTargetsOptions {
  /** Called with each judgement as it comes. */
  onResult?: (judgement: Judgement) => void
  /** Asks every run to stop, clean up and end; the reason of the abort says why. */
  signal?: AbortSignal
  /** The file that Vitest runs, for tests. */
  entry?: string
  /** Milliseconds after which workers that have not ended are ended; absent: what the targets' limits allow. */
  limitMs?: number
  /** The worker of the only group, where it has been asked to start already. */
  ahead?: WorkerAhead
  /** Shows the run in Vitest's own page. Called as soon as it can be opened; it is the caller's to close. */
  onUi?: (ui: OpenUi) => void
}

/**
 * Judges every target and returns what was collected. Always resolves: a worker that crashes, or goes on after
 * its time, leaves an error in the collector and its targets without an end.
 * @param groups targets that share a worker; each group gets a worker of its own
 */
export async function runTargets(groups: Target[][], options: RunTargetsOptions = {}): Promise<Collector> {
  const collector = new Collector(options.onResult)
  const exitCode = process.exitCode
  try {
    const vitest = await withoutSignals(() => startedVitest(groups, collector, options))
    options.onUi?.(uiOf(vitest))
    await outliving(
      (error) => collector.errors.push(errorText(error)),
      () => running(vitest, groups, collector, options),
    )
  } catch (error) {
    collector.errors.push(error instanceof Error ? error.message : String(error))
  }
  // Vitest sets it for failed tests; what a verdict means for the exit is not its business.
  process.exitCode = exitCode
  return collector
}

function startedVitest(
  groups: Target[][],
  collector: Collector,
  { entry = entryFile(), onUi, ahead }: RunTargetsOptions,
): Promise<Vitest> {
  const project = (targets: Target[], index: number) => ({
    // A project does not take over this limit; checks that wait for others would fill the default of 5.
    test: {
      name: `targets-${index}`,
      provide: { targets },
      maxConcurrency: NO_LIMIT,
      ...workerOptions(entry),
    },
  })
  const options: CliOptions = {
    config: false,
    root: fileURLToPath(new URL('../', import.meta.url)),
    ...(onUi === undefined ? { watch: false } : UI_OPTIONS),
    reporters: [collector],
    maxWorkers: groups.length,
    maxConcurrency: NO_LIMIT,
    ...(groups.length === 1
      ? {
          provide: { targets: groups[0] ?? [] },
          ...workerOptions(entry),
          ...(ahead === undefined ? {} : { pool: ahead.pool }),
        }
      : { projects: groups.map(project) }),
  }
  return createVitest('test', options, onUi === undefined ? {} : UI_SERVER)
}

/** Waits for the end of all tests, but no longer than their limits allow. */
async function running(
  vitest: Vitest,
  groups: Target[][],
  collector: Collector,
  { signal, limitMs, onUi }: RunTargetsOptions,
): Promise<void> {
  const time = startTime(groups, { signal, limitMs })
  const ended = vitest.start([]).then(() => 'ended' as const)
  try {
    if ((await Promise.race([ended, time.over])) === 'overdue') {
      collector.errors.push(OVERDUE)
    }
  } finally {
    time.dispose()
    if (onUi === undefined) await closeInTime(vitest, ended)
  }
}

/** How workers run: not isolated, and bounded by nothing but the runs' own limits. */
export function workerOptions(entry: string) {
  return {
    include: [entry],
    exclude: [],
    pool: 'threads' as const,
    isolate: false,
    fileParallelism: true,
    testTimeout: 0,
    hookTimeout: 0,
    // Compiled files need no transformation; loading them natively is most of a fast start.
    server: {
      deps: {
        external: [/\/dist\/(contracts|helpers|language|model|reference|report|runner|suites)\/(?!entry)/],
      },
    },
  }
}

/** The entry beside this tree: compiled in `dist/`, TypeScript otherwise. */
function entryFile(): string {
  const compiled = fileURLToPath(new URL('./entry.js', import.meta.url))
  return existsSync(compiled) ? compiled : fileURLToPath(new URL('./entry.ts', import.meta.url))
}
