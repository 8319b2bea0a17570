/** What removals and reads say of who is there: nobody looks for whoever is known as gone. */
import { type Answer, succeeded } from '../../model/answer.ts'
import type { User } from '../../model/user.ts'
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

/**
 * Notes what a read by an id showed.
 * @param user whom the answer shows; undefined where it shows nobody
 * @param scope in which it was read
 */
export function noted(
  guard: Guard,
  id: string,
  answer: Answer,
  user: User | undefined,
  scope?: string,
): void {
  if (answer.status === 404) guard.notFound(id, scope)
  else if (user !== undefined) guard.read(id, user, scope)
}
