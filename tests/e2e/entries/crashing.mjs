/**
 * To be loaded into a run (`NODE_OPTIONS=--import`): its worker comes to an end, as CRASH says, when it sends the
 * request number CRASH_AT. The main process is left alone.
 */
import { subscribe } from 'node:diagnostics_channel'
import { isMainThread } from 'node:worker_threads'

const { CRASH, CRASH_AT } = process.env
let count = 0

const crashes = {
  /** An error that nothing catches. */
  throws: () =>
    setImmediate(() => {
      throw new Error('thrown outside of any test')
    }),
  /** More memory than there is. */
  memory: () => {
    const all = []
    for (;;) all.push(Array.from({ length: 1_000 }, (_, index) => ({ index })))
  },
  /** The thread ends without a word. */
  exits: () => process.reallyExit(7),
}

if (!isMainThread) {
  subscribe('undici:request:create', () => {
    count++
    if (count === Number(CRASH_AT)) crashes[CRASH]?.()
  })
}
