/** Whoever a removal took away is known as gone, so that nobody looks for them in the end. */
import { type Answer, succeeded } from '../../model/answer.ts'
import { MadeUnseen } from '../http/ambiguous-write.ts'
import type { Guard } from './guard.ts'

/**
 * The answer to a removal in earnest of the user with this id; they are gone where it succeeded, and where it got lost
 * and the target shows that it was done.
 * @throws what the removal throws
 */
export async function knownAsGone(guard: Guard, id: string, removal: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await removal
    if (succeeded(answer)) guard.gone(id)
    return answer
  } catch (error) {
    if (error instanceof MadeUnseen) guard.gone(id)
    throw error
  }
}
