/** Statements on readings that were repeated until nobody came or went. */

import { cite, deviate, witness } from '../../language/scope.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { type Attempt, frequencyOf, type IssueKind, provenIssues } from './inspection/stability.ts'

/**
 * The readings show no proven issue of this kind.
 * @throws Inconclusive when the people never kept still long enough
 */
export function expectSound(attempts: readonly Attempt[], kind: IssueKind): void {
  for (const exchange of attempts.at(-1)?.exchanges ?? []) cite(exchange)
  const issues = provenIssues(attempts, kind)
  const frequency = frequencyOf(attempts, kind)
  for (const { exchange, expected, actual } of issues) {
    const told = frequency === undefined ? actual : `${actual}, ${frequency}`
    deviate({ level: 'must', expected, actual: told, exchange })
  }
  if (issues.length > 0) return
  // Where no page could be read, nothing contradicts anything.
  if (attempts.every(({ seen }) => seen === 0)) throw new Inconclusive('no page with a user could be read')
  for (const exchange of attempts.at(-1)?.exchanges ?? []) witness(exchange, 'a page of the reading')
}
