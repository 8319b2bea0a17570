/** The reporter of a run, or of a shard of one, that Vitest's own command has started. */
import type { Reporter, SerializedError, TestModule, TestSpecification, Vitest } from 'vitest/node'
import { secretsOf } from '../../helpers/config/config.ts'
import type { Mask } from '../../helpers/secrets/mask.ts'
import { maskOf } from '../../helpers/secrets/mask-of.ts'
import { clearEarlier } from '../../runner/earlier.ts'
import type { Interruption } from '../../runner/interruption.ts'
import { concludeRun, metadataOfRun, type PreparedRun } from '../../runner/lifecycle.ts'
import { OVERDUE, type RunTime, startTime } from '../../runner/time.ts'
import { closeInTime } from '../../runner/vitest/end.ts'
import { CollectingReporter } from '../../runner/vitest/reporter.ts'
import { USAGE_EXIT } from '../errors.ts'
import { publish } from '../publish.ts'
import { exitCodeOf, Told } from './exit.ts'
import { hideSecrets } from './hide.ts'
import { takeSignals } from './signals.ts'

export class JudgingReporter extends CollectingReporter implements Reporter {
  /** What the process is to end with; undefined until Vitest has begun. */
  exitCode: number | undefined
  readonly #run: PreparedRun
  readonly #files: number
  readonly #mask: Mask
  #vitest: Vitest | undefined
  #interruption: Interruption | undefined
  #time: RunTime | undefined

  /** @param files how many files a whole run has */
  constructor(run: PreparedRun, files: number) {
    super()
    this.#run = run
    this.#files = files
    this.#mask = maskOf(secretsOf(run.config))
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
    // Until there is a report, nothing but a failure of Vitest or of ours can end the run.
    this.exitCode = USAGE_EXIT
  }

  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    if (specifications.length !== this.#files) {
      this.exitCode = USAGE_EXIT
      throw new Told(
        'A run has all its files: they share users, and one of them clears up. To judge a part, use --shard, or --only and --skip of the command users-api-conformance run.',
      )
    }
    await clearEarlier(this.#run.config, say)
    this.#interruption = takeSignals(say)
    this.#time = startTime([[this.#run.target]], { signal: this.#interruption.signal })
    this.#time.over.then(() => this.#endOverdue())
  }

  override async onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
  ): Promise<void> {
    super.onTestRunEnd(modules, unhandled)
    this.#time?.dispose()
    // Before the first wait: other reporters, the one that writes blobs among them, are called side by side.
    const metadata = metadataOfRun(this.#run, this, this.#interruption?.signal)
    for (const module of modules) module.meta().conformanceRun = metadata
    hideSecrets(modules, unhandled, this.#mask)
    this.exitCode = await exitCodeOf(async () => {
      const report = await concludeRun(this.#run, metadata, this, say)
      return publish(report, this.#run.config)
    })
    this.#interruption?.dispose()
    process.exitCode = this.exitCode
  }

  async #endOverdue(): Promise<void> {
    this.errors.push(OVERDUE)
    if (this.#vitest) await closeInTime(this.#vitest, Promise.resolve())
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
