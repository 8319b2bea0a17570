/** `run`: judges the configured target and writes the report. */

import { join } from 'node:path'
import { ConfigError } from '../../helpers/config/config.ts'
import { printable } from '../../helpers/text/printable.ts'
import type { Detail } from '../../report/terminal.ts'
import type { RunOptions } from '../../runner/conformance.ts'
import { onInterruption } from '../../runner/interruption.ts'
import { startBeside } from '../../runner/reference-beside.ts'
import { patternsOf } from '../../runner/selection/pattern.ts'
import { select } from '../../runner/selection/selection.ts'
import { idsOfShard, parseShard, type Shard } from '../../runner/selection/shard.ts'
import { startWorkerAhead } from '../../runner/worker-ahead.ts'
import { CONTRACT_NAMES, catalogueOf } from '../../suites/catalogues.ts'
import { configured } from '../configured.ts'
import { UNSETTLED_EXIT, UsageError } from '../errors.ts'
import { openFile } from '../open.ts'
import { Progress } from '../progress.ts'
import type { Showing } from '../publish.ts'
import { isWatched } from '../terminal.ts'

/** Milliseconds between two lines about a run that nobody watches. */
const LOG_INTERVAL_MS = 10_000

/** Flags of `run` that are no variables. */
export interface RunFlags {
  only?: string[]
  skip?: string[]
  shard?: string
  updateBaseline?: boolean
  set?: string
  embedded?: boolean
  verbose?: boolean
  quiet?: boolean
  format?: string
  open?: boolean
}

/**
 * @returns the exit code that design and README promise
 * @throws ConfigError or UsageError for what is wrong before the run
 */
export async function runCommand(flags: RunFlags = {}): Promise<number> {
  const showing = showingOf(flags)
  const config = await configured({ embedded: flags.embedded ?? false })
  for (const notice of config.notices) say(notice)
  if (flags.updateBaseline && config.baseline === undefined) {
    throw new UsageError('--update-baseline needs --baseline FILE: the file that is to be written')
  }
  const options: RunOptions = {
    only: patternsOf(flags.only ?? []),
    skip: patternsOf(flags.skip ?? []),
    updateBaseline: flags.updateBaseline ?? false,
    ...(flags.set === undefined ? {} : { set: flags.set }),
    ...(flags.shard === undefined ? {} : { shard: shardOf(flags.shard) }),
  }
  const contracts = config.contracts ?? [...CONTRACT_NAMES]
  const catalogue = catalogueOf(contracts)
  const { selected } = select(catalogue, { only: options.only ?? [], skip: options.skip ?? [] })
  const part = options.shard === undefined ? selected : idsOfShard(catalogue, options.shard)
  const total = [...selected].filter((id) => part.has(id)).length
  // All of them take their time to load, so they do it side by side.
  const beside = config.baseUrl === undefined ? startBeside({}) : undefined
  const ahead = startWorkerAhead(contracts)
  const { runConformance } = await import('../../runner/conformance.ts')
  const interruption = onInterruption(say, () => process.exit(UNSETTLED_EXIT))
  try {
    const { signal } = interruption
    const whole = {
      ...options,
      signal,
      onNotice: say,
      ...(beside ? { beside } : {}),
      ...(ahead ? { ahead } : {}),
    }
    const report = await watched(total, showing.detail === 'short', (hooks) =>
      runConformance(config, { ...whole, ...hooks, ...whileIdle(hooks.onResult) }),
    )
    const { publish } = await import('../publish.ts')
    const code = await publish(report, config, showing)
    if (flags.open) openFile(join(config.reportDir, 'report.html'))
    return code
  } finally {
    interruption.dispose()
  }
}

/** What comes after the run is loaded while the worker is busy with it, and this process has nothing to do. */
function whileIdle(onResult: RunOptions['onResult']): Pick<RunOptions, 'onResult'> {
  let begun = false
  return {
    onResult(judgement) {
      onResult?.(judgement)
      if (begun) return
      begun = true
      import('../publish.ts').then(({ preload }) => preload()).catch(() => undefined)
    },
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Shows progress while `run` is under way, where somebody watches. */
async function watched<T>(
  total: number,
  isQuiet: boolean,
  run: (hooks: Pick<RunOptions, 'onResult' | 'onActivity'>) => Promise<T>,
): Promise<T> {
  if (isQuiet) return run({})
  const isScreen = isWatched(process.stderr)
  const progress = new Progress(process.stderr, total)
  if (isScreen) progress.start()
  else progress.startLog(LOG_INTERVAL_MS)
  try {
    return await run({
      onResult: (judgement) => progress.judged(judgement),
      onActivity: (activity) => progress.heard(activity),
    })
  } finally {
    if (isScreen) progress.end()
    else progress.endLog()
  }
}

/** @throws UsageError for a format that there is not, and for flags that contradict each other */
function showingOf({ verbose, quiet, format = 'text' }: RunFlags): Showing & { detail: Detail } {
  if (verbose && quiet) throw new UsageError('--verbose and --quiet contradict each other: leave one out')
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`--format ${printable(format, 20)}: there are text and json`)
  return { format, detail: quiet ? 'short' : verbose ? 'whole' : 'usual' }
}

function shardOf(text: string): Shard {
  const shard = parseShard(text)
  if ('variable' in shard) throw new ConfigError([shard])
  return shard
}
