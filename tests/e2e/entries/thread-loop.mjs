/** A thread that never lets go. */
import { parentPort } from 'node:worker_threads'

parentPort.once('message', () => {
  for (;;) performance.now()
})
