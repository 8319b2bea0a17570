/** An entry whose worker ends in the middle of a test. */
import { test } from 'vitest'

test('ends', async () => {
  setImmediate(() => {
    throw new Error('thrown outside of any test')
  })
  await new Promise(() => undefined)
})
