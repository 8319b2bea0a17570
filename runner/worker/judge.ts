/** From a check to the verdict of its requirement. */

import { shortened } from '../../helpers/secrets/shorten.ts'
import { worded } from '../../helpers/secrets/wording.ts'
import { type Cells, type Forms, formsOf } from '../../language/cells.ts'
import { newScope, type Scope, type Witness, withScope } from '../../language/scope.ts'
import type { Requirement, Verdict } from '../../model/contract.ts'
import { isMust, must } from '../../model/finding.ts'
import { Inconclusive, NotApplicable, NotOffered, Untested } from '../../model/outcome.ts'
import type { Deviation } from '../../model/report.ts'

/** What a check found out about its requirement. */
export interface Judgement {
  id: string
  verdict: Verdict
  reason?: string
  /** Set where the configuration declares that there is nothing to be judged. */
  notApplicable?: string
  deviations: Deviation[]
  evidence: string[]
  /** Id of the violated requirement from which it follows. */
  follows?: string
  /** What a `passed` rests on. */
  witnesses?: Witness[]
  /** How many of the declared forms were tried, where a requirement declares any. */
  forms?: Forms
}

/** Longest reason, in characters: it may quote the target. */
const LONGEST_REASON = 1_000

/** So many witnesses of one requirement are kept. */
const MOST_WITNESSES = 5

/**
 * Runs a check and judges its requirement; never throws.
 * @param mask takes secrets out of what quotes the target
 * @param cells the forms in which the requirement is to be tried
 */
export async function judge(
  requirement: Requirement,
  body: () => Promise<void> | void,
  mask: (text: string) => string = (text) => text,
  cells?: Cells,
): Promise<Judgement> {
  const scope = newScope(requirement.operation)
  let thrown: unknown
  try {
    await withScope(scope, body)
  } catch (error) {
    thrown = error
  }
  if (isAssertion(thrown) && !scope.findings.some(isMust)) {
    scope.findings.push(must(requirement.title, thrown.message))
  }
  if (thrown instanceof NotOffered)
    scope.findings.push(must('that the target offers it, because its group was named', thrown.message))
  const deviations = scope.findings.map(({ exchange, sign: _, ...finding }) => ({
    ...worded(finding, mask),
    ...(exchange === undefined ? {} : { exchange }),
  }))
  const forms = cells === undefined ? undefined : formsOf(cells, scope.tried)
  const found = settle(requirement, deviations, thrown, scope, forms)
  const isCharged = found.verdict === 'failed' || found.verdict === 'warning'
  const lapsed = isCharged ? await lapsedReason(scope) : undefined
  const settled = lapsed === undefined ? found : { verdict: 'inconclusive' as const, reason: lapsed }
  const { verdict } = settled
  const reason = verdict === 'failed' ? await doubtedReason(settled.reason, scope) : settled.reason
  return {
    id: requirement.id,
    verdict,
    ...(reason === undefined ? {} : { reason: shortened(reason, LONGEST_REASON, mask) }),
    ...(thrown instanceof NotApplicable && verdict === 'untested'
      ? { notApplicable: shortened(thrown.message, LONGEST_REASON, mask) }
      : {}),
    // What nothing is charged with is no deviation.
    deviations: lapsed === undefined ? deviations : [],
    evidence: [...scope.evidence],
    ...(verdict === 'passed' ? { witnesses: scope.witnesses.slice(0, MOST_WITNESSES) } : {}),
    ...(forms === undefined ? {} : { forms }),
  }
}

/** A proven violation counts even when a later step could not be taken; nothing passes without a witness. */
function settle(
  requirement: Requirement,
  deviations: Deviation[],
  thrown: unknown,
  { witnesses }: Scope,
  forms: Forms | undefined,
): { verdict: Verdict; reason?: string } {
  const worst = deviations.find((deviation) => deviation.level === 'must') ?? deviations[0]
  if (worst?.level === 'must') {
    const isDemanded = thrown instanceof NotOffered && thrown.demanded
    const verdict = requirement.level === 'must' || isDemanded ? 'failed' : 'warning'
    return { verdict, reason: sentence(worst) }
  }
  if (thrown instanceof Untested) return { verdict: 'untested', reason: thrown.message }
  if (thrown instanceof Inconclusive) return { verdict: 'inconclusive', reason: thrown.message }
  if (thrown !== undefined) {
    return { verdict: 'inconclusive', reason: `the check itself failed: ${String(thrown)}` }
  }
  const open = forms?.left.find(({ unlockedBy }) => unlockedBy === undefined)
  if (open) return { verdict: 'inconclusive', reason: `it was not tried in this form: ${open.form}` }
  if (worst) return { verdict: 'warning', reason: sentence(worst) }
  if (witnesses.length === 0) {
    return {
      verdict: 'inconclusive',
      reason: 'the check saw nothing that would show it: no exchange is its witness',
    }
  }
  return { verdict: 'passed' }
}

/** What explains every violation by an instrument that stopped working in the middle of the run; undefined where nothing does. */
async function lapsedReason({ findings, lapses }: Scope): Promise<string | undefined> {
  if (lapses.length === 0) return undefined
  const violations = findings.filter(isMust)
  const reasons: (string | undefined)[] = []
  for (const { sign } of violations.length > 0 ? violations : findings) {
    const told = sign && (await Promise.all(lapses.map((lapse) => lapse(sign).catch(() => undefined))))
    reasons.push(told?.find((text) => text !== undefined))
  }
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined
}

/** A violation that an instrument may explain names both readings first. */
async function doubtedReason(reason: string | undefined, { doubts }: Scope): Promise<string | undefined> {
  const told = await Promise.all(doubts.map((doubt) => doubt().catch(() => undefined)))
  const readings = [...new Set(told.flatMap((text) => text ?? []))]
  return readings.length === 0 ? reason : `${readings.join('; ')}: ${reason ?? 'violated'}`
}

function sentence(deviation: Deviation): string {
  const where = deviation.pointer === undefined ? '' : ` at ${deviation.pointer || 'the whole body'}`
  return `expected ${deviation.expected}${where}, got ${deviation.actual}`
}

function isAssertion(error: unknown): error is Error {
  return error instanceof Error && error.name === 'AssertionError'
}
