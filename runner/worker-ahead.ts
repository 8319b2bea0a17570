/**
 * The worker of a run, started before Vitest is there: it loads the suites while this thread loads Vitest, which
 * takes as long. Vitest gets it as a pool of its own (docs/decisions/worker-ahead.md).
 */
import { Worker } from 'node:worker_threads'
import type { PoolOptions, PoolRunnerInitializer, PoolWorker } from 'vitest/node'
import type { Contract } from '../model/contract.ts'
import { compiledFile } from './compiled.ts'

const NAME = 'conformance'

/** A worker that has been asked to start. */
export interface WorkerAhead {
  pool: PoolRunnerInitializer
  /** Ends the worker if Vitest has not taken it. */
  close(): Promise<void>
}

const THREAD = compiledFile('runner/thread.js')

/**
 * Asks a worker for these contracts to start; undefined in the source tree, where Vitest has to start it.
 * @param script what the worker runs, for tests
 */
export function startWorkerAhead(
  contracts: readonly Contract[],
  script: URL | undefined = THREAD,
): WorkerAhead | undefined {
  if (script === undefined) return undefined
  const start = () => new Thread(script, contracts)
  let ahead: Thread | undefined = start()
  return {
    pool: {
      name: NAME,
      createPoolWorker(options) {
        const thread = ahead?.isOver === false ? ahead : start()
        ahead = undefined
        return new TakenWorker(thread.worker, options)
      },
    },
    async close() {
      await ahead?.worker.terminate()
    },
  }
}

/** A thread that nobody has taken yet. It keeps no process alive, and its failure shows in whoever takes it. */
class Thread {
  readonly worker: Worker
  isOver = false

  constructor(script: URL, contracts: readonly Contract[]) {
    // Vitest sets these in the workers that it starts itself.
    const env = { ...process.env, NODE_ENV: 'test', TEST: 'true', VITEST: 'true' }
    this.worker = new Worker(script, { workerData: contracts, env, stdout: true, stderr: true })
    this.worker.unref()
    this.worker.once('error', () => undefined)
    this.worker.once('exit', () => {
      this.isOver = true
    })
  }
}

/** What Vitest asks of a worker. */
class TakenWorker implements PoolWorker {
  readonly name = NAME
  readonly #worker: Worker
  readonly #logger: PoolOptions['project']['vitest']['logger']

  constructor(worker: Worker, { project }: PoolOptions) {
    this.#worker = worker
    this.#logger = project.vitest.logger
  }

  on(event: string, hear: (argument: unknown) => void): void {
    this.#worker.on(event, hear)
  }

  off(event: string, hear: (argument: unknown) => void): void {
    this.#worker.off(event, hear)
  }

  send(message: unknown): void {
    this.#worker.postMessage(message)
  }

  deserialize(data: unknown): unknown {
    return data
  }

  async start(): Promise<void> {
    this.#worker.ref()
    this.#worker.stdout.pipe(this.#logger.outputStream, { end: false })
    this.#worker.stderr.pipe(this.#logger.errorStream, { end: false })
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
