/** One scope of a target as a clean-up sees it. Each contract makes its own; the clean-ups know nothing else of it. */

import { type Answer, isRefusal, succeeded } from '../../model/answer.ts'
import type { Contract } from '../../model/contract.ts'
import { Inconclusive } from '../../model/outcome.ts'
import type { User } from '../../model/user.ts'
import { MadeUnseen } from '../http/ambiguous-write.ts'

/** What was found in a scope. */
export interface Found {
  users: User[]
  /** Whether these are all users of the scope. */
  whole: boolean
  /** Set where the scope itself is not shown: whoever was created in it all the same may be there unseen. */
  hidden?: true
}

/** One scope of a target. Every method throws Inconclusive when no answer can be had. */
export interface CleanUpScope {
  contract: Contract
  /** The child profile; absent: the organization. */
  profileId?: string
  find(): Promise<Found>
  /** Undefined when there is no such user. @throws NotShown where the target refuses to show them */
  get(id: string): Promise<User | undefined>
  /** @returns why the removal was refused; undefined when it was not, whether or not anything came of it */
  remove(id: string): Promise<string | undefined>
}

/** The target refuses to show a user: there may be nobody to be shown. */
export class NotShown extends Inconclusive {}

/** Who an answer shows; undefined where it says that there is nobody. @throws Inconclusive where it says neither */
export function shownBy(answer: Answer, userOf: (answer: Answer) => User | undefined): User | undefined {
  const user = userOf(answer)
  if (user !== undefined || answer.status === 404 || answer.status === 410) return user
  const Kind = isRefusal(answer) && answer.status !== 401 ? NotShown : Inconclusive
  throw new Kind(`the user could not be read (status ${answer.status})`)
}

/** @throws Inconclusive always: the answer is not the list that was asked for */
export function noList({ status, exchange }: Answer): never {
  throw new Inconclusive(`${exchange.operation} gave no list (status ${status})`)
}

/**
 * Removed by the first who may: where credentials were mixed up, another one than usual may have created somebody.
 * @param makers everybody who created somebody, the first caller perhaps among them
 */
export async function removedBy<Caller extends { name: string }>(
  first: Caller,
  makers: readonly Caller[],
  remove: (caller: Caller) => Promise<Answer>,
): Promise<Answer> {
  let answer = await remove(first)
  for (const maker of makers) {
    if (answer.status !== 403) break
    if (maker.name !== first.name) answer = await remove(maker)
  }
  return answer
}

/** Why a removal was refused. A lost answer counts as given where the target shows that the removal was made. */
export async function refusalOf(removal: () => Promise<Answer>): Promise<string | undefined> {
  try {
    const answer = await removal()
    return succeeded(answer) || answer.status === 404
      ? undefined
      : `the removal was answered ${answer.status}`
  } catch (error) {
    if (error instanceof MadeUnseen) return undefined
    throw error
  }
}
