/** What a run has to be given before a requirement can be judged, for who reads before running. */

/** One need: it holds for every requirement whose id matches. */
export type Need = [ids: RegExp, need: string]

/** What the requirement needs beside the first credential of its contract, e.g. `PROFILE_ID`. */
export function needsOf(needs: readonly Need[], id: string): string[] {
  return needs.filter(([ids]) => ids.test(id)).map(([, need]) => need)
}
