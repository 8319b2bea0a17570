/** The reference in a worker thread: started with `workerData` as its options, it tells how it is to be configured. */
import { parentPort, workerData } from 'node:worker_threads'
import { type ReferenceOptions, startReference } from './index.ts'

const { environment } = await startReference(workerData as ReferenceOptions)
parentPort?.postMessage(environment)
