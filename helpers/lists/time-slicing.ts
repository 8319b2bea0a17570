/** Long work in pieces, so that requests go on beside it and a limit of time can end the wait for it. */
import { setImmediate } from 'node:timers/promises'

/** How long one piece takes, in milliseconds: little, because whatever a request waits for waits for a piece as well. */
const PIECE_MS = 1

/** Work that can be left after every step; it returns what it came to. */
export type Steps<T> = Generator<void, T>

/** Takes all steps, one behind another. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Takes the steps with room for other work between them. */
export async function inPieces<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    await setImmediate()
    const until = performance.now() + PIECE_MS
    do {
      const { done, value } = steps.next()
      if (done) return value
    } while (performance.now() < until)
  }
}
