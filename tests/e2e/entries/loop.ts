/** An entry whose test never lets go of its thread. */
import { test } from 'vitest'

test('loops', () => {
  for (;;) performance.now()
})
