/** An entry whose test waits for ever. */
import { test } from 'vitest'

test('waits', () => new Promise(() => undefined))
