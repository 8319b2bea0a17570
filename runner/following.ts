/** One cause, one finding, for results that were judged apart: those of shards, or of recorded runs. */
import { type Causality, withCauses } from '../language/causes.ts'
import type { Result } from '../report/build.ts'
import { CONTRACTS } from '../suites/index.ts'

const CAUSALITY: Causality = {
  causes: new Map(CONTRACTS.flatMap(({ causes }) => [...causes])),
  wishes: new Set(CONTRACTS.flatMap(({ wishes }) => [...wishes])),
}

/** The results as one run would have settled them: what follows from a violation that another part found names it. */
export function settledTogether(results: ReadonlyMap<string, Result>): Map<string, Result> {
  return withCauses(results, CAUSALITY)
}
