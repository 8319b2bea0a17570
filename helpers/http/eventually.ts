/**
 * An answer can be late: no document says when a change shows. What is missing at first is looked at again until it
 * shows or the time for it is over; a target that is never late is asked once and pays nothing.
 *
 * How long that took is what the pauses and the recorded looks took, and not what a clock says: whoever judges the run
 * again from its exchanges has to look as often, and to tell the same delay.
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

/** What is made of a delay. */
export interface Telling {
  /** Whether it is noted with the answers, as that of a change; default true. */
  isTold?: boolean
}

/**
 * Reads until it is right.
 * @param read asks once more each time it is called
 * @param answersOf the answers of a read: they tell how long it took, and are noted with how late they were
 * @param limitMs after which what was read last has to do
 */
export async function eventually<T>(
  read: () => Promise<T>,
  isRight: (seen: T) => boolean,
  answersOf: (seen: T) => readonly Answer[],
  limitMs: number,
  { isTold = true }: Telling = {},
): Promise<T> {
  let seen = await read()
  // How long the first look took says nothing of how late the change is.
  let passedMs = 0
  for (let pauseMs = FIRST_PAUSE_MS; !isRight(seen) && passedMs < limitMs; pauseMs *= 2) {
    const nextMs = Math.min(pauseMs, limitMs - passedMs)
    await clock().delay(nextMs)
    seen = await read()
    const answers = answersOf(seen)
    passedMs += nextMs + tookMs(answers)
    if (isTold && isRight(seen)) for (const answer of answers) late.set(answer, passedMs)
  }
  return seen
}

/** From the first request of a look to its last answer. */
function tookMs(answers: readonly Answer[]): number {
  const began = answers.map(({ exchange }) => Date.parse(exchange.startedAt))
  const ended = answers.map(({ receivedAt }) => receivedAt)
  // A computer's clock may be set back in the middle of a run.
  return answers.length === 0 ? 0 : Math.max(0, Math.max(...ended) - Math.min(...began))
}
