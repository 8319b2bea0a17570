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

/** The same where nothing but a conflict shows it: what was made cannot be found. */
export class MadeHidden extends MadeUnseen {}

/** How a target refuses what is there already. */
export const CONFLICT = 409

/** How often one change is sent at most. */
const MOST_TRIES = 10
/** How often at most where it cannot be found what came of it. */
const MOST_HIDDEN = 2

/**
 * Sends a change; when its answer gets lost, looks whether it was made, and sends it again only if not.
 * @param wasMade asks the target; absent where sending twice is as good as once
 * @param tellsSo whether the answer to a change that was sent again says that the lost one was made
 * @throws MadeUnseen when it was made and its answer is lost for good
 */
export async function sendOnce(
  send: () => Promise<Answer>,
  wasMade?: () => Promise<boolean>,
  tellsSo?: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await send()
      if (tries > 1 && tellsSo?.(answer)) {
        throw new MadeHidden(
          `the answer got lost, and the same sent again is answered ${answer.status}: it was done`,
        )
      }
      return answer
    } catch (error) {
      if (!(error instanceof LostAnswer) || tries >= MOST_TRIES) throw error
      if (await wasMade?.()) throw new MadeUnseen(`${error.message}; the target shows that it was done`)
      await clock().delay(pauseMs(tries))
    }
  }
}

/**
 * Repeats a step of which the answer got lost although it was made; each time it must begin with something new. What
 * cannot be found cannot be removed either, so that it is not made over and over.
 */
export async function untilSeen<T>(step: (attempt: number) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await step(tries)
    } catch (error) {
      const most = error instanceof MadeHidden ? MOST_HIDDEN : MOST_TRIES
      if (!(error instanceof MadeUnseen) || tries >= most) throw error
    }
  }
}

/** A change; `note` is called where it was made and its answer is lost. @throws what the change throws */
export async function madeUnseen(change: Promise<Answer>, note: () => void): Promise<Answer> {
  try {
    return await change
  } catch (error) {
    if (error instanceof MadeUnseen) note()
    throw error
  }
}
