/** Runs an assertion the way a check does, and tells what it left behind. */

import { newScope, withScope } from '../../language/scope.ts'
import type { Deviation } from '../../model/report.ts'
import { worded } from '../secrets/wording.ts'

/** What an assertion came to. */
export interface Asserted {
  /** Message of what it threw; undefined when it passed. */
  failure: string | undefined
  evidence: string[]
  deviations: Deviation[]
}

/** Runs `body` in a scope of its own. */
export function asserting(body: () => void): Asserted {
  const scope = newScope()
  let failure: string | undefined
  try {
    withScope(scope, body)
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  const deviations = scope.findings.map(({ exchange, ...finding }) => ({
    ...worded(finding, (text) => text),
    ...(exchange === undefined ? {} : { exchange }),
  }))
  return { failure, evidence: [...scope.evidence], deviations }
}
