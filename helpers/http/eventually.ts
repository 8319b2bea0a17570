/**
 * An answer can be late: no document says when a change shows. What is missing at first is looked at again until it
 * shows or the time for it is over; a target that is never late is asked once and pays nothing.
 */
import type { Answer } from '../../model/answer.ts'
import { clock } from './clock.ts'

/** The first pause before another look, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE_MS = 25

const late = new WeakMap<Answer, number>()

/** How late an answer showed what it should, in milliseconds; undefined where it did at once, or nobody waited. */
export function lateOf(answer: Answer): number | undefined {
  return late.get(answer)
}

/**
 * Reads until it is right.
 * @param read asks once more each time it is called
 * @param answersOf the answers of a read, to note with how late they were
 * @param limitMs after which what was read last has to do
 */
export async function eventually<T>(
  read: () => Promise<T>,
  isRight: (seen: T) => boolean,
  answersOf: (seen: T) => readonly Answer[],
  limitMs: number,
): Promise<T> {
  let seen = await read()
  // How long the first look took says nothing of how late the change is.
  const began = clock().now()
  for (let pauseMs = FIRST_PAUSE_MS; !isRight(seen); pauseMs *= 2) {
    const leftMs = limitMs - (clock().now() - began)
    if (leftMs <= 0) return seen
    await clock().delay(Math.min(pauseMs, leftMs))
    seen = await read()
    if (isRight(seen)) {
      const lateMs = Math.round(clock().now() - began)
      for (const answer of answersOf(seen)) late.set(answer, lateMs)
      return seen
    }
  }
  return seen
}
