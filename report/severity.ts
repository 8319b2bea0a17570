/** Which violation is read first, and what follows from it. */
import type { Requirement } from '../model/contract.ts'
import type { RequirementResult } from '../model/report.ts'

/** Most serious first: what keeps people apart, then musts, then the order of the catalogue. */
export function bySeverity<R extends Pick<Requirement, 'security' | 'level'>>(results: readonly R[]): R[] {
  const weight = ({ security, level }: R): number => (security ? 2 : 0) + (level === 'must' ? 1 : 0)
  return [...results].sort((one, other) => weight(other) - weight(one))
}

/** Requirements that could not be judged because another one is violated, by the id of that one. */
export function followersOf(results: readonly RequirementResult[]): Map<string, RequirementResult[]> {
  const violated = new Set(results.filter(isViolated).map(({ id }) => id))
  const followers = new Map<string, RequirementResult[]>()
  for (const result of results) {
    const { follows, verdict } = result
    if (follows === undefined || verdict !== 'inconclusive' || !violated.has(follows)) continue
    followers.set(follows, [...(followers.get(follows) ?? []), result])
  }
  return followers
}

function isViolated({ verdict }: RequirementResult): boolean {
  return verdict === 'failed'
}
