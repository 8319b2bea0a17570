/** A thread that ends in the middle of its work. */
import { parentPort } from 'node:worker_threads'

parentPort.once('message', () => {
  setImmediate(() => {
    throw new Error('thrown outside of any check')
  })
})
