/** `run`: judges the configured target and writes the report. */

import { ConfigError } from '../../helpers/config/config.ts'
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
import { Progress } from '../progress.ts'
import { isWatched } from '../terminal.ts'

/** Flags of `run` that are no variables. */
export interface RunFlags {
  only?: string[]
  skip?: string[]
  shard?: string
  updateBaseline?: boolean
  embedded?: boolean
}

/**
 * @returns the exit code that design and README promise
 * @throws ConfigError or UsageError for what is wrong before the run
 */
export async function runCommand(flags: RunFlags = {}): Promise<number> {
  const config = await configured({ embedded: flags.embedded ?? false })
  for (const notice of config.notices) say(notice)
  if (flags.updateBaseline && config.baseline === undefined) {
    throw new UsageError('--update-baseline needs --baseline FILE: the file that is to be written')
  }
  const options: RunOptions = {
    only: patternsOf(flags.only ?? []),
    skip: patternsOf(flags.skip ?? []),
    updateBaseline: flags.updateBaseline ?? false,
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
    const report = await watched(total, (hooks) =>
      runConformance(config, { ...whole, ...hooks, ...whileIdle(hooks.onResult) }),
    )
    const { publish } = await import('../publish.ts')
    return await publish(report, config)
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
  run: (hooks: Pick<RunOptions, 'onResult' | 'onActivity'>) => Promise<T>,
): Promise<T> {
  if (!isWatched(process.stderr)) return run({})
  const progress = new Progress(process.stderr, total)
  progress.start()
  try {
    return await run({
      onResult: (judgement) => progress.judged(judgement),
      onActivity: (activity) => progress.heard(activity),
    })
  } finally {
    progress.end()
  }
}

function shardOf(text: string): Shard {
  const shard = parseShard(text)
  if ('variable' in shard) throw new ConfigError([shard])
  return shard
}
