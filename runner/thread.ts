/**
 * The thread in which Vitest runs the suites, when it is started before Vitest is there: it loads what a run needs
 * while the other thread loads Vitest, and then does what Vitest asks. `workerData` names the contracts.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { init, runBaseTests, setupEnvironment } from 'vitest/worker'
import type { Contract } from '../model/contract.ts'
import './worker/open.ts'
import { loadContracts } from '../suites/index.ts'

if (parentPort === null) throw new Error('runner/thread is to be started as a worker thread')
const port = parentPort

init({
  post: (response) => port.postMessage(response),
  on: (hear) => port.on('message', hear),
  off: (hear) => port.off('message', hear),
  teardown: () => port.removeAllListeners('message'),
  runTests: (state, traces) => runBaseTests('run', state, traces),
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
  setup: setupEnvironment,
})
await loadContracts(workerData as Contract[])
