/** The reporter of `vitest --merge-reports`: the shards' tests are replayed to it, and it writes the report of them all. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { suiteVersion } from '../../helpers/text/package-root.ts'
import type { Report } from '../../model/report.ts'
import { MergeError, mergeReports } from '../../report/merge/merge.ts'
import { settledTogether } from '../../runner/following.ts'
import { reportOfMetadata } from '../../runner/report-of.ts'
import type { RunMetadata } from '../../runner/run-metadata.ts'
import { CollectingReporter } from '../../runner/vitest/reporter.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { USAGE_EXIT } from '../errors.ts'
import type { Conclude } from '../merging.ts'
import { exitCodeOf } from './exit.ts'

export class MergingReporter extends CollectingReporter implements Reporter {
  /** What the process is to end with: blobs that cannot be read keep Vitest from coming further. */
  exitCode: number | undefined = USAGE_EXIT
  readonly #conclude: Conclude
  readonly #runs = new Map<string, RunMetadata>()
  readonly #met = new Set<string>()
  #repeated: RunMetadata | undefined

  constructor(conclude: Conclude) {
    super()
    this.#conclude = conclude
  }

  onTestModuleCollected(module: TestModule): void {
    const metadata = module.meta().conformanceRun
    if (metadata === undefined) return
    const file = `${metadata.runId} ${module.moduleId}`
    if (this.#met.has(file)) this.#repeated = metadata
    this.#met.add(file)
    this.#runs.set(metadata.runId, metadata)
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
    const runs = [...this.#runs.values()]
    if (this.#repeated) throw new MergeError(`there are two blobs of ${nameOf(this.#repeated)}`)
    const other = runs.find(({ version }) => version !== suiteVersion())
    if (other) {
      throw new MergeError(
        `${nameOf(other)} was judged by version ${other.version} of the suite, and this is ${suiteVersion()}. Merge with the version that judged.`,
      )
    }
    const reports = runs.map((metadata) => reportOfMetadata(metadata, this, catalogueOf(metadata.contracts)))
    const [only, ...more] = reports
    return only?.shard === undefined && only && more.length === 0
      ? only
      : mergeReports(reports, settledTogether)
  }
}

function nameOf({ shard, runId }: RunMetadata): string {
  return shard === undefined ? `run ${runId}` : `shard ${shard.index}`
}
