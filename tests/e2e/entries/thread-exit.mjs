/** A thread that leaves without a word. */
import { parentPort } from 'node:worker_threads'

parentPort.once('message', () => process.exit(0))
