/** What a clean-up did, in lines for a person. */
import { printable } from '../text/printable.ts'
import type { CleanedUp } from './cleanup.ts'

/** Longest address or reason that is shown, in characters. */
const LONGEST = 200

/** One line per user that was removed, stays, or was left alone; one line that sums up. */
export function cleanedUpText({ removed, left, unread, spared }: CleanedUp): string[] {
  return [
    ...removed.map(({ contract, email }) => `removed ${contract} ${printable(email, LONGEST)}`),
    ...spared.map(
      ({ contract, email, tag }) =>
        `left alone ${contract} ${printable(email, LONGEST)}: no journal here names it, or the run ${tag} may still be under way`,
    ),
    ...unread.map(
      ({ contract, reason }) => `the ${contract} users could not be looked at: ${printable(reason, LONGEST)}`,
    ),
    ...left.map(
      ({ contract, email, reason }) =>
        `NOT removed ${contract} ${printable(email, LONGEST)}: ${printable(reason, LONGEST)}`,
    ),
    `Clean-up: ${removed.length} removed, ${left.length} not removed.`,
  ]
}

/** Whom tags alone condemn, told before anything is sent. */
export function taggedText(users: readonly { contract: string; email: string; name: string }[]): string[] {
  return [
    'No journal here names these users, but their address and name carry the tag of a run; they are removed:',
    ...users.map(
      ({ contract, email, name }) =>
        `  ${contract} ${printable(email, LONGEST)} (${printable(name, LONGEST)})`,
    ),
  ]
}
