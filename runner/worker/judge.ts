/** From a check to the verdict of its requirement. */

import type { Requirement, Verdict } from '../../helpers/contract.ts'
import { shortened } from '../../helpers/secrets/shorten.ts'
import { Inconclusive, Untested } from '../../model/outcome.ts'
import type { Deviation } from '../../report/report.ts'
import { type Scope, withScope } from './scope.ts'

/** What a check found out about its requirement. */
export interface Judgement {
  id: string
  verdict: Verdict
  reason?: string
  deviations: Deviation[]
  evidence: string[]
}

/** Longest texts of a deviation and of a reason, in characters: both may quote the target. */
const LONGEST_QUOTE = 200
const LONGEST_REASON = 1_000

/** Runs a check and judges its requirement; never throws. */
export async function judge(
  requirement: Requirement,
  body: () => Promise<void> | void,
  mask: (text: string) => string = (text) => text,
): Promise<Judgement> {
  const scope: Scope = { evidence: new Set(), deviations: [] }
  let thrown: unknown
  try {
    await withScope(scope, body)
  } catch (error) {
    thrown = error
  }
  if (isAssertion(thrown) && !scope.deviations.some((deviation) => deviation.level === 'must')) {
    scope.deviations.push({ level: 'must', expected: requirement.title, actual: thrown.message })
  }
  const deviations = scope.deviations.map((deviation) => masked(deviation, mask))
  const { verdict, reason } = settle(requirement, deviations, thrown, scope.evidence.size > 0)
  return {
    id: requirement.id,
    verdict,
    ...(reason === undefined ? {} : { reason: shortened(reason, LONGEST_REASON, mask) }),
    deviations,
    evidence: [...scope.evidence],
  }
}

/** A proven violation counts even when a later step could not be taken. */
function settle(
  requirement: Requirement,
  deviations: Deviation[],
  thrown: unknown,
  hasEvidence: boolean,
): { verdict: Verdict; reason?: string } {
  const worst = deviations.find((deviation) => deviation.level === 'must') ?? deviations[0]
  if (worst?.level === 'must') {
    const verdict = requirement.level === 'must' ? 'failed' : 'warning'
    return { verdict, reason: sentence(worst) }
  }
  if (thrown instanceof Untested) return { verdict: 'untested', reason: thrown.message }
  if (thrown instanceof Inconclusive) return { verdict: 'inconclusive', reason: thrown.message }
  if (thrown !== undefined) {
    return { verdict: 'inconclusive', reason: `the check itself failed: ${String(thrown)}` }
  }
  if (worst) return { verdict: 'warning', reason: sentence(worst) }
  if (!hasEvidence) return { verdict: 'inconclusive', reason: 'the check looked at no exchange' }
  return { verdict: 'passed' }
}

/** Deviations quote the target at any length, and it may repeat a credential. */
function masked(deviation: Deviation, mask: (text: string) => string): Deviation {
  const { expected, actual, pointer } = deviation
  return {
    ...deviation,
    expected: shortened(expected, LONGEST_QUOTE, mask),
    actual: shortened(actual, LONGEST_QUOTE, mask),
    ...(pointer === undefined ? {} : { pointer: shortened(pointer, LONGEST_QUOTE, mask) }),
  }
}

function sentence(deviation: Deviation): string {
  const where = deviation.pointer === undefined ? '' : ` at ${deviation.pointer || 'the whole body'}`
  return `expected ${deviation.expected}${where}, got ${deviation.actual}`
}

function isAssertion(error: unknown): error is Error {
  return error instanceof Error && error.name === 'AssertionError'
}
