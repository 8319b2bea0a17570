/** Which parts of the public tier a run tries, and what it means where a target does not have them. */
import type { PublicGroup, PublicTier } from '../model/contract.ts'
import { NotOffered, Untested } from '../model/outcome.ts'

/** Judged from answers that a run sees anyway; the others send requests of their own. */
const SEEN_ANYWAY: ReadonlySet<PublicGroup> = new Set(['headers', 'limits'])

/** What unlocks a group, in words; undefined where a usual run judges it. */
export function unlocks(group: PublicGroup | undefined): string | undefined {
  if (group === undefined || SEEN_ANYWAY.has(group)) return undefined
  return `PUBLIC_TIER=auto or PUBLIC_TIER=${group}`
}

/** Whether a run tries a group. */
export function isChosen(group: PublicGroup, chosen: PublicTier): boolean {
  if (chosen === 'passive') return SEEN_ANYWAY.has(group)
  return typeof chosen === 'string' ? chosen === 'auto' : chosen.includes(group)
}

/** @throws Untested where the run was not told to try the group, with what would make it */
export function settleGroup(group: PublicGroup | undefined, chosen: PublicTier): void {
  if (group === undefined || isChosen(group, chosen)) return
  throw new Untested(`needs ${unlocks(group) ?? `PUBLIC_TIER=passive or PUBLIC_TIER=${group}`}`)
}

/**
 * Runs the check of a requirement of the public tier.
 * @throws Untested where the target does not offer what it is about
 * @throws NotOffered, as a demand, where a person named its group
 */
export async function whereOffered(
  group: PublicGroup | undefined,
  chosen: PublicTier,
  body: () => Promise<void> | void,
): Promise<void> {
  try {
    await body()
  } catch (error) {
    if (group === undefined || !(error instanceof NotOffered)) throw error
    if (typeof chosen === 'string') {
      throw new Untested(
        `the target does not offer it: ${error.message}; with PUBLIC_TIER=${group} that is a failure`,
      )
    }
    error.demanded = true
    throw error
  }
}
