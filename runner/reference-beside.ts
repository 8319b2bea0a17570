/**
 * The embedded reference beside a run, in a thread of its own: it loads while Vitest does, and answers while the
 * checks go on. In the worker of the checks, the two would take turns.
 */
import { Worker } from 'node:worker_threads'
import { compiledFile } from './compiled.ts'
import type { EmbeddedOptions } from './target.ts'

/** A reference that has been asked to start. */
export interface ReferenceBeside {
  /** How it is to be configured; undefined where it could not be started. */
  environment: Promise<Record<string, string> | undefined>
  close(): Promise<void>
}

const THREAD = compiledFile('reference/thread.js')

/** Asks the reference to start; whatever goes wrong with it shows in `environment` alone. */
export function startBeside({ faults, variant }: EmbeddedOptions): ReferenceBeside {
  if (THREAD === undefined) return { environment: Promise.resolve(undefined), close: async () => undefined }
  const workerData = { ...(faults ? { faults } : {}), ...(variant ? { variant } : {}) }
  const worker = new Worker(THREAD, { workerData })
  const environment = new Promise<Record<string, string> | undefined>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
  return {
    environment,
    close: async () => {
      await worker.terminate()
    },
  }
}
