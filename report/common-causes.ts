/**
 * Causes outside the target's rules that many red and open verdicts may have in common: what stands between suite and target and
 * keeps bodies or headers back, answers out of a cache, replaces error pages or answers in the target's stead. Told
 * only where answers show it, and told as possible: the verdict stays what it is.
 */
import type { Exchange } from '../model/exchange.ts'
import type { CommonCause, RequirementResult } from '../model/report.ts'
import { lookForCache, lookForErrorPages, lookForGateway } from './causes/between.ts'
import { lookForBodies } from './causes/bodies.ts'
import { lookForHeaders } from './causes/headers.ts'
import { LEAST_ANSWERS, type Look } from './causes/look.ts'

/** From so many verdicts on that are red or open a common cause is looked for. */
const LEAST_UNSETTLED = 2
/** So many of them are named. */
const MOST_EVIDENCE = 5

/** Likeliest first: what explains the most verdicts. */
export function commonCauses(
  requirements: readonly RequirementResult[],
  exchanges: readonly Exchange[],
): CommonCause[] {
  // What keeps requests from arriving leaves more open than it makes red.
  const unsettled = requirements.filter(({ verdict }) => verdict === 'failed' || verdict === 'inconclusive')
  if (unsettled.length < LEAST_UNSETTLED) return []
  const causes = Object.entries(LOOKS).flatMap(([cause, look]) => {
    const found = look(exchanges)
    if (found === undefined || found.shown.length < LEAST_ANSWERS) return []
    const ids = new Set(found.shown.map(({ id }) => id))
    const operations = new Set(found.shown.map(({ operation }) => operation))
    // What was given up before anything was asked rests on nothing of its own.
    const concerned = unsettled.filter(({ evidence, operation }) =>
      evidence.length === 0 ? operations.has(operation) : evidence.some((id) => ids.has(id)),
    )
    if (concerned.length === 0) return []
    return {
      cause: cause as CommonCause['cause'],
      says: found.says,
      evidence: [...ids].slice(0, MOST_EVIDENCE),
      concerns: concerned.map(({ id }) => id),
    }
  })
  return causes.sort(
    (one, other) => rankOf(one) - rankOf(other) || other.concerns.length - one.concerns.length,
  )
}

/** A cache explains that headers are not heeded, so it comes first. */
function rankOf({ cause }: CommonCause): number {
  return cause === 'cache' ? 0 : 1
}

/** A cause in one sentence, for every output. */
export function causeText({ says, evidence, concerns }: CommonCause): string {
  return `${says} (${evidence.join(', ')}; ${concerns.length} verdict${concerns.length === 1 ? '' : 's'} may come of it)`
}

/** Heading of the section, which stands before everything that it may explain. */
export const CAUSES_HEADING = 'Possible common cause, outside the target'

const LOOKS: Record<CommonCause['cause'], Look> = {
  cache: lookForCache,
  'error-pages': lookForErrorPages,
  gateway: lookForGateway,
  bodies: lookForBodies,
  headers: lookForHeaders,
}
