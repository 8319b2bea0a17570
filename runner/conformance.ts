/** A whole conformance run: from configuration to report. */

import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { type Config, ConfigError } from '../helpers/config/config.ts'
import type { FetchLike } from '../helpers/http/handlers.ts'
import { type Handler, serveInProcess } from '../helpers/http/in-process.ts'
import type { Activity } from '../model/activity.ts'
import type { Report } from '../model/report.ts'
import { listen } from './activity.ts'
import { clearEarlier } from './earlier.ts'
import { concludeRun, metadataOfRun, prepareRun } from './lifecycle.ts'
import { type ReferenceBeside, startBeside } from './reference-beside.ts'
import { runTargets } from './run-targets.ts'
import type { Shard } from './selection/shard.ts'
import type { EmbeddedOptions, Target } from './target.ts'
import type { OpenUi } from './vitest/ui.ts'
import type { Judgement } from './worker/judge.ts'
import type { WorkerAhead } from './worker-ahead.ts'

export { newRunId } from './lifecycle.ts'

/** Options of a run beside its configuration. */
export interface RunOptions {
  /** The target itself, inside this process and without a port: a function like `fetch`. `BASE_URL` only names it then. */
  fetch?: FetchLike
  /** The same as a listener of Node's `http`. */
  listener?: RequestListener
  /** What the embedded reference is told to do, where it is the target. */
  embedded?: EmbeddedOptions
  /** The embedded reference, where it has been asked to start already; closed at the end of the run. */
  beside?: ReferenceBeside
  /** The worker of the checks, where it has been asked to start already; closed at the end of the run. */
  ahead?: WorkerAhead
  /** Called with each judgement as it comes. */
  onResult?: (judgement: Judgement) => void
  /** Asks the run to stop, clean up and report what it has; the reason of the abort says why. */
  signal?: AbortSignal
  /** Called with a line about what earlier runs left, before and after that is removed. */
  onNotice?: (line: string) => void
  /** Called with what the run is doing. */
  onActivity?: (activity: Activity) => void
  /** Shows the run, with its evidence, in Vitest's own page; called once that can be opened. */
  onUi?: (ui: OpenUi) => void
  /** Patterns that name what is judged and what is left out (runner/selection/pattern.ts). */
  only?: string[]
  skip?: string[]
  /** Judges one part of the requirements; the reports of all parts are merged later. */
  shard?: Shard
  /** Writes the baseline of the configuration from what the run finds. */
  updateBaseline?: boolean
  /** Name of the frozen set that alone is scored, e.g. `2026-11`. */
  set?: string
}

/**
 * Judges one target; resolves with the report whatever the target does.
 * @throws ConfigError when the baseline cannot be used, or a pattern names nothing
 */
export async function runConformance(config: Config, options: RunOptions = {}): Promise<Report> {
  const handler = await handlerOf(config, options)
  if (handler !== undefined) return servedInside(config, handler, options)
  const { embedded = {} } = options
  const beside = config.baseUrl === undefined ? (options.beside ?? startBeside(embedded)) : undefined
  try {
    const environment = await beside?.environment
    return await judged(config, {
      ...options,
      embedded: { ...embedded, ...(environment ? { environment } : {}) },
    })
  } finally {
    await Promise.all([beside?.close(), options.ahead?.close()])
  }
}

/** @throws ConfigError for two targets, or one without a name */
async function handlerOf(config: Config, { fetch, listener }: RunOptions): Promise<Handler | undefined> {
  if (fetch === undefined && listener === undefined) return undefined
  const problem = fetch && listener ? 'one of fetch and listener' : config.baseUrl ? undefined : 'a name'
  if (problem !== undefined) {
    throw new ConfigError([
      {
        variable: 'BASE_URL',
        read: config.baseUrl ?? 'nothing',
        expected: `${problem} for the target inside this process, e.g. http://users.test`,
        fix: 'Give runConformance one of fetch and listener, and a configuration with BASE_URL and credentials.',
      },
    ])
  }
  const { handlerOfFetch, handlerOfListener } = await import('../helpers/http/handlers.ts')
  return fetch ? handlerOfFetch(fetch) : listener && handlerOfListener(listener, config.maxBodyBytes)
}

async function servedInside(config: Config, handler: Handler, options: RunOptions): Promise<Report> {
  const inProcess = `users-api-conformance target ${randomUUID()}`
  const close = serveInProcess(inProcess, handler)
  try {
    return await judged({ ...config, inProcess }, options)
  } finally {
    close()
    await options.ahead?.close()
  }
}

async function judged(config: Config, options: RunOptions): Promise<Report> {
  const run = await prepareRun(config, options)
  const tell = options.onNotice ?? (() => undefined)
  const earlier = await clearEarlier(config, tell)
  const { runId } = run.target
  const target: Target = {
    ...run.target,
    ...(options.onActivity === undefined ? {} : { activity: runId }),
    ...(options.onUi === undefined ? {} : { annotates: true }),
  }
  const stop = options.onActivity === undefined ? undefined : listen(runId, options.onActivity)
  const collector = await runTargets([[target]], {
    ...(options.onResult === undefined ? {} : { onResult: options.onResult }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.onUi === undefined ? {} : { onUi: options.onUi }),
    ...(options.ahead === undefined ? {} : { ahead: options.ahead }),
  })
  stop?.()
  return concludeRun(run, metadataOfRun(run, collector, options.signal), collector, tell, earlier)
}
