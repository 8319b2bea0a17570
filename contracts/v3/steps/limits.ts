/** Limits of a target's own, which no document names: a refusal for one of them settles nothing. */
import { isForExamples } from '../../../helpers/safety/example-domains.ts'
import type { Answer } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { errorCode } from '../client/user.ts'

/**
 * Looks at the answer to a sound invitation.
 * @param email the address that was invited
 * @throws Inconclusive where it may be refused for the domain of its address, or because there is no room
 */
export function withinLimits(answer: Answer, email: string): void {
  hasRoom(answer)
  if (
    (answer.status === 400 || answer.status === 422) &&
    isForExamples(email.slice(email.lastIndexOf('@') + 1))
  ) {
    throw new Inconclusive(
      `data like those of the documents are refused (${answer.status}), perhaps for the domain of the address: set EMAIL_DOMAIN to one that this target takes`,
    )
  }
}

/** @throws Inconclusive where an invitation is refused because there are as many users as there may be */
export function hasRoom(answer: Answer): void {
  if (answer.status !== 422 || errorCode(answer) !== 'BUSINESS_008') return
  throw new Inconclusive('the target has no room for another user (422 BUSINESS_008)')
}
