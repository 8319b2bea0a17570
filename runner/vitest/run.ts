/** Judges targets in Vitest: for its own page, and where the tree is not compiled, which Vitest alone can load. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CliOptions, createVitest, type Vitest } from 'vitest/node'
import { errorText } from '../collect.ts'
import type { Target } from '../target.ts'
import { OVERDUE, startTime } from '../time.ts'
import type { Judgement } from '../worker/judge.ts'
import { closeInTime, withoutSignals } from './end.ts'
import { NO_LIMIT, workerOptions } from './options.ts'
import { CollectingReporter } from './reporter.ts'
import { type OpenUi, UI_OPTIONS, UI_SERVER, uiOf } from './ui.ts'
import { outliving } from './uncaught.ts'

/** How Vitest is run. */
export interface VitestOptions {
  /** Called with each judgement as it comes. */
  onResult?: ((judgement: Judgement) => void) | undefined
  /** Asks every run to stop, clean up and end; the reason of the abort says why. */
  signal?: AbortSignal | undefined
  /** The file that Vitest runs, for tests. */
  entry?: string | undefined
  /** Milliseconds after which workers that have not ended are ended; absent: what the targets' limits allow. */
  limitMs?: number | undefined
  /** Shows the run in Vitest's own page. Called as soon as it can be opened; it is the caller's to close. */
  onUi?: ((ui: OpenUi) => void) | undefined
}

/** Judges every group in a worker of its own. Always resolves. */
export async function runInVitest(
  groups: Target[][],
  options: VitestOptions = {},
): Promise<CollectingReporter> {
  const collector = new CollectingReporter(options.onResult)
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
  collector: CollectingReporter,
  { entry = entryFile(), onUi }: VitestOptions,
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
    root: fileURLToPath(new URL('../../', import.meta.url)),
    ...(onUi === undefined ? { watch: false } : UI_OPTIONS),
    reporters: [collector],
    maxWorkers: groups.length,
    maxConcurrency: NO_LIMIT,
    ...(groups.length === 1
      ? { provide: { targets: groups[0] ?? [] }, ...workerOptions(entry) }
      : { projects: groups.map(project) }),
  }
  return createVitest('test', options, onUi === undefined ? {} : UI_SERVER)
}

/** Waits for the end of all tests, but no longer than their limits allow. */
async function running(
  vitest: Vitest,
  groups: Target[][],
  collector: CollectingReporter,
  { signal, limitMs, onUi }: VitestOptions,
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

/** The entry beside this tree: compiled in `dist/`, TypeScript otherwise. */
function entryFile(): string {
  const compiled = fileURLToPath(new URL('../entry.js', import.meta.url))
  return existsSync(compiled) ? compiled : fileURLToPath(new URL('../entry.ts', import.meta.url))
}
