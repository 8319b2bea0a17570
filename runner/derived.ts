/** What follows from a report without another look at its target: which set it is held against, facts, profiles. */
import { join } from 'node:path'
import { packageRoot } from '../helpers/text/package-root.ts'
import type { Requirement } from '../model/contract.ts'
import type { Report } from '../model/report.ts'
import { profileOf } from '../report/build.ts'
import { namedSet, scoredAgainst } from '../report/sets/score.ts'
import { type RequirementSet, readSet, readSets, refuseDifferent } from '../report/sets/sets.ts'
import { factsOf, profilesOf } from '../suites/facts.ts'

/** Where the frozen sets are. */
export const SETS = join(packageRoot(), 'requirements')

/**
 * The frozen set of that name, before a run.
 * @param catalogue what the run judges; left out where that is seen later
 * @throws ConfigError where there is none, or where this version cannot judge what it asks for
 */
export function openSet(name: string, catalogue: readonly Requirement[] = []): RequirementSet {
  const set = readSet(SETS, name)
  refuseDifferent(set, catalogue)
  return set
}

/**
 * The report with all that follows from it.
 * @param set the one that alone is scored; left out, all requirements are
 * @throws ConfigError where this version cannot judge what the set asks for
 */
export async function derived(report: Report, set?: RequirementSet): Promise<Report> {
  const scored = set === undefined ? namedSet(report, readSets(SETS)) : scoredAgainst(report, set)
  const [facts, profiles] = await Promise.all([
    factsOf(report.contracts, report.exchanges),
    profilesOf(report.contracts),
  ])
  return {
    ...scored,
    ...facts,
    profiles: profiles.map(({ name, has }) => profileOf(name, scored.requirements.filter(has))),
  }
}
