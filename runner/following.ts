/** One cause, one finding, for results that were judged apart: those of shards, or of recorded runs. */
import { withCauses } from '../language/causes.ts'
import type { Result } from '../report/build.ts'
import { CAUSALITY } from '../suites/causality.ts'

/** The results as one run would have settled them: what follows from a violation that another part found names it. */
export function settledTogether(results: ReadonlyMap<string, Result>): Map<string, Result> {
  return withCauses(results, CAUSALITY)
}
