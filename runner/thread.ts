/**
 * The thread in which a run is judged. It loads the contracts that `workerData` names before it is asked for anything,
 * judges what it is asked for, and says what comes of it (worker/messages.ts).
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Contract } from '../model/contract.ts'
import { loadContracts } from '../suites/index.ts'
import { TARGETS_AT_ONCE } from './limits.ts'
import type { Target } from './target.ts'
import { judgeTarget } from './worker/judge-target.ts'
import type { FromWorker, ToWorker } from './worker/messages.ts'

if (parentPort === null) throw new Error('runner/thread is to be started as a worker thread')
const port = parentPort

function tell(message: FromWorker): void {
  port.postMessage(message)
}

function broke(error: unknown): void {
  tell({ kind: 'broke', message: error instanceof Error ? error.message : String(error) })
}

async function judgeIn(target: Target): Promise<void> {
  try {
    await judgeTarget(target, await loadContracts(target.contracts), tell)
  } catch (error) {
    broke(error)
  }
}

// What breaks where no check waits for it is told, and the others go on.
process.on('uncaughtException', broke)
port.once('message', async ({ targets }: ToWorker) => {
  for (let first = 0; first < targets.length; first += TARGETS_AT_ONCE) {
    await Promise.all(targets.slice(first, first + TARGETS_AT_ONCE).map(judgeIn))
  }
  tell({ kind: 'done' })
})
await loadContracts(workerData as Contract[])
