/** Makes a Vitest that was started by its own command ready for a run, or for the merge of its shards. */
import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'vitest/config'
import { type TestProject, type Vitest, version } from 'vitest/node'
import type { Environment } from '../../helpers/config/environment.ts'
import { shown } from '../../helpers/config/problem.ts'
import { entriesOf } from '../../runner/entries.ts'
import type { GateChoice } from '../../runner/gate.ts'
import { prepareRun } from '../../runner/lifecycle.ts'
import { configured } from '../configured.ts'
import { USAGE_EXIT } from '../errors.ts'
import { openMerge } from '../merging.ts'
import { startupError, Told } from './exit.ts'
import { JudgingReporter } from './judging.ts'
import { MergingReporter } from './merging.ts'

/** What a configuration of one's own may choose, as the flags of `run` do. */
export type ConformanceOptions = Pick<GateChoice, 'only' | 'skip'>

/**
 * @param environment as it was before Vite has written its own variables into it, BASE_URL among them
 * @param ending of the files of a run, `.js` or `.ts`
 */
export function conformancePlugin(
  environment: Environment,
  ending: string,
  options: ConformanceOptions,
): Plugin {
  let exitCode: typeof process.exitCode
  return {
    name: 'users-api-conformance',
    config() {
      exitCode = process.exitCode
      // For what Vitest itself refuses until the run begins.
      process.exitCode = USAGE_EXIT
    },
    async configureVitest({ vitest, project }) {
      try {
        refuseOthers(vitest)
        const { mergeReports: blobs } = vitest.config
        const reporter = blobs
          ? await merging(blobs, environment)
          : await judging(vitest, project, environment, ending, options)
        // First, so that what it adds to the tests is there for those who write them down.
        vitest.config.reporters.unshift(reporter)
        process.exitCode = exitCode
        vitest.onClose(() => {
          if (reporter.exitCode !== undefined) process.exitCode = reporter.exitCode
        })
      } catch (error) {
        throw await startupError(error)
      }
    },
  }
}

async function merging(blobs: string, environment: Environment): Promise<MergingReporter> {
  const conclude = await openMerge({}, environment)
  const files = await readdir(resolve(blobs)).catch(() => [])
  if (files.length === 0) {
    throw new Told(
      `There are no blobs in ${shown(blobs)}. Give --merge-reports the directory that holds those of all shards, and nothing else.`,
    )
  }
  return new MergingReporter(conclude)
}

/** What flags of Vitest must not change: more workers would be more runs, and a run goes on to its end. */
const ALWAYS = { isolate: false, maxWorkers: 1, pool: 'threads', bail: 0, testTimeout: 0, retry: 0 }

/** Gives the worker its target. */
async function judging(
  { config: { shard } }: Vitest,
  project: TestProject,
  environment: Environment,
  ending: string,
  options: ConformanceOptions,
): Promise<JudgingReporter> {
  const config = await configured({}, environment)
  const run = await prepareRun(config, { ...options, ...(shard === undefined ? {} : { shard }) })
  run.target.name = run.target.runId
  const files = entriesOf(run.catalogue).map((name) => `${name}${ending}`)
  Object.assign(project.config, ALWAYS, { include: files })
  project.provide('targets', [run.target])
  return new JudgingReporter(run, files.length)
}

/** @throws Told for what cannot give a run */
function refuseOthers(vitest: Vitest): void {
  const { watch, testNamePattern } = vitest.config
  if (vitest.version !== version) {
    throw new Told(
      `This is Vitest ${vitest.version}, and the suite stands on ${version}, which npm has installed below node_modules/users-api-conformance. Start that one.`,
    )
  }
  if (watch) throw new Told('A run is not repeated when files change: leave out --watch and --ui.')
  if (testNamePattern !== undefined) {
    throw new Told(
      'A run has all its tests: they share users. To judge a part, use --only and --skip of the command users-api-conformance run.',
    )
  }
}
