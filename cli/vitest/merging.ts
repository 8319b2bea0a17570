/** The reporter of `vitest --merge-reports`: the shards' tests are replayed to it, and it writes the report of them all. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { suiteVersion } from '../../helpers/text/package-root.ts'
import type { Report } from '../../model/report.ts'
import { MergeError, mergeReports } from '../../report/merge/merge.ts'
import { Collector } from '../../runner/collect.ts'
import { framedReport } from '../../runner/report-of.ts'
import type { RunFrame } from '../../runner/run-metadata.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { USAGE_EXIT } from '../errors.ts'
import type { Conclude } from '../merging.ts'
import { exitCodeOf } from './exit.ts'

export class MergingReporter extends Collector implements Reporter {
  /** What the process is to end with: blobs that cannot be read keep Vitest from coming further. */
  exitCode: number | undefined = USAGE_EXIT
  readonly #conclude: Conclude
  readonly #frames = new Map<string, RunFrame>()
  readonly #met = new Set<string>()
  #repeated: RunFrame | undefined

  constructor(conclude: Conclude) {
    super()
    this.#conclude = conclude
  }

  onTestModuleCollected(module: TestModule): void {
    const frame = module.meta().conformanceRun
    if (frame === undefined) return
    const file = `${frame.runId} ${module.moduleId}`
    if (this.#met.has(file)) this.#repeated = frame
    this.#met.add(file)
    this.#frames.set(frame.runId, frame)
  }

  override async onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
  ): Promise<void> {
    super.onTestRunEnd(modules, unhandled)
    this.exitCode = await exitCodeOf(() => this.#conclude(this.#merged()))
    process.exitCode = this.exitCode
  }

  /** @throws MergeError when the blobs are not those of the shards of one run */
  #merged(): Report {
    const frames = [...this.#frames.values()]
    if (this.#repeated) throw new MergeError(`there are two blobs of ${nameOf(this.#repeated)}`)
    const other = frames.find(({ version }) => version !== suiteVersion())
    if (other) {
      throw new MergeError(
        `${nameOf(other)} was judged by version ${other.version} of the suite, and this is ${suiteVersion()}. Merge with the version that judged.`,
      )
    }
    const reports = frames.map((frame) => framedReport(frame, this, catalogueOf(frame.contracts)))
    const [only, ...more] = reports
    return only?.shard === undefined && only && more.length === 0 ? only : mergeReports(reports)
  }
}

function nameOf({ shard, runId }: RunFrame): string {
  return shard === undefined ? `run ${runId}` : `shard ${shard.index}`
}
