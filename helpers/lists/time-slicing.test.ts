import { describe, expect, test } from 'vitest'
import { inOneGo, inPieces, type Steps } from './time-slicing.ts'

/** Counts steps; each takes long enough that no other follows in the same piece. */
function* slow(steps: number, taken: number[]): Steps<string> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + 2
    while (performance.now() < until);
    taken.push(step)
    yield
  }
  return 'done'
}

describe('long work', () => {
  test('is done at once where nobody minds', () => {
    const taken: number[] = []
    expect(inOneGo(slow(2, taken))).toBe('done')
    expect(taken).toEqual([0, 1])
  })

  test('leaves room for other work between its pieces', async () => {
    const taken: number[] = []
    const seen: number[] = []
    const working = inPieces(slow(4, taken))
    const look = (): void => {
      seen.push(taken.length)
      if (taken.length < 4) setImmediate(look)
    }
    setImmediate(look)
    expect(await working).toBe('done')
    expect(seen.length).toBeGreaterThan(1)
  })

  test('hands on what is thrown', async () => {
    function* failing(): Steps<void> {
      yield
      throw new Error('no')
    }
    expect(() => inOneGo(failing())).toThrow('no')
    await expect(inPieces(failing())).rejects.toThrow('no')
  })
})
