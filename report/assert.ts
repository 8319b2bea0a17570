/** A report as an assertion, for whoever judges an implementation from tests of their own. */
import { isCounted, type Report, type RequirementResult } from '../model/report.ts'
import { exitCode } from './build.ts'

/** So many requirements are told with what was seen; the others by their id. */
const TOLD = 5

/** What a test may let pass. */
export interface AssertOptions {
  /** Whether requirements may stay untested. */
  allowIncomplete?: boolean
}

/**
 * Returns where the report's target conforms, or, with a baseline, where its gate lets it pass.
 * A run that judged nothing does not pass.
 * @throws Error that says what is violated, or what kept it from being judged
 */
export function assertConformant(report: Report, { allowIncomplete = false }: AssertOptions = {}): void {
  const code = report.gate?.exitCode ?? exitCode(report, allowIncomplete)
  if (code === 0) return
  throw new Error(
    [`${report.target.baseUrl} is ${report.verdict}`, ...reasons(report, allowIncomplete)].join('\n'),
  )
}

function reasons({ gate, message, requirements }: Report, allowIncomplete: boolean): string[] {
  const counted = requirements.filter((one) => isCounted(one) && one.deselected === undefined)
  const stopping = new Set(gate?.violations)
  const violated = counted.filter(({ id, verdict }) => (gate ? stopping.has(id) : verdict === 'failed'))
  const isOpen = ({ level, verdict }: RequirementResult): boolean =>
    level === 'must' && (verdict === 'inconclusive' || (verdict === 'untested' && !allowIncomplete))
  return [
    ...(message === undefined ? [] : [message]),
    ...told('violated', violated),
    ...(gate?.outdated ?? []).map(({ id, why }) => `outdated in the baseline: ${id} (${why})`),
    ...told('not settled', counted.filter(isOpen)),
  ]
}

function told(what: string, requirements: readonly RequirementResult[]): string[] {
  if (requirements.length === 0) return []
  const more = requirements.slice(TOLD).map(({ id }) => id)
  return [
    `${what} (${requirements.length}):`,
    ...requirements.slice(0, TOLD).map(line),
    ...(more.length === 0 ? [] : [`  and ${more.join(' ')}`]),
  ]
}

function line({ id, title, reason, deviations: [first] }: RequirementResult): string {
  const seen = first === undefined ? reason : `expected ${first.expected}, got ${first.actual}`
  return `  ${id}: ${title}${seen === undefined ? '' : ` ${seen}`}`
}
