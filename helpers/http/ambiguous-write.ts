/**
 * A change whose answer was lost may have been made or not. It is never simply sent again: first the target is
 * asked what became of it.
 */

import type { Answer } from '../../model/answer.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { clock } from './clock.ts'
import { pauseMs } from './retry.ts'

/** Thrown when the answer to a change got lost on the way, so that it is unknown whether it was made. */
export class LostAnswer extends Inconclusive {}

/** Thrown when the answer got lost, but the target shows that the change was made. */
export class MadeUnseen extends Inconclusive {}

/** How often one change is sent at most. */
const MOST_TRIES = 10

/**
 * Sends a change; when its answer gets lost, looks whether it was made, and sends it again only if not.
 * @param wasMade asks the target; absent where sending twice is as good as once
 * @throws MadeUnseen when it was made and its answer is lost for good
 */
export async function sendOnce(
  send: () => Promise<Answer>,
  wasMade?: () => Promise<boolean>,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof LostAnswer) || tries >= MOST_TRIES) throw error
      if (await wasMade?.()) throw new MadeUnseen(`${error.message}; the target shows that it was done`)
      await clock().delay(pauseMs(tries))
    }
  }
}

/** Repeats a step of which the answer got lost although it was made; each time it must begin with something new. */
export async function untilSeen<T>(step: (attempt: number) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await step(tries)
    } catch (error) {
      if (!(error instanceof MadeUnseen) || tries >= MOST_TRIES) throw error
    }
  }
}
