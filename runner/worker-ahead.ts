/**
 * The worker of a run, started before it is asked for anything: it loads the suites while this thread loads the rest
 * (docs/decisions/threads.md).
 */
import { Worker } from 'node:worker_threads'
import type { Contract } from '../model/contract.ts'
import { compiledFile } from './compiled.ts'

/** The script of a worker; undefined in the source tree, whose TypeScript no bare thread can load. */
export const THREAD = compiledFile('runner/thread.js')

/** A worker that has been asked to start. */
export interface WorkerAhead {
  /** The worker, unless it has ended meanwhile. */
  take(): Worker | undefined
  /** Ends the worker if nobody has taken it. */
  close(): Promise<void>
}

/**
 * Asks a worker for these contracts to start; undefined in the source tree.
 * @param script what the worker runs, for tests
 */
export function startWorkerAhead(
  contracts: readonly Contract[],
  script: URL | undefined = THREAD,
): WorkerAhead | undefined {
  if (script === undefined) return undefined
  let worker: Worker | undefined = startWorker(contracts, script)
  // It keeps no process alive, and its failure shows in whoever takes its place.
  worker.unref()
  worker.once('error', () => undefined)
  worker.once('exit', () => {
    worker = undefined
  })
  return {
    take() {
      const taken = worker
      worker = undefined
      taken?.ref()
      return taken
    },
    async close() {
      await worker?.terminate()
    },
  }
}

/** A worker that has these contracts loaded when it is asked to judge. */
export function startWorker(contracts: readonly Contract[], script: URL): Worker {
  return new Worker(script, { workerData: contracts })
}
