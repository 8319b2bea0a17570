/** From what a run has found out to its report: every requirement has an entry, whatever happened. */

import {
  type Contract,
  type Requirement,
  type RunVerdict,
  type Safety,
  tierOf,
  type Verdict,
} from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Provenance } from '../model/facts.ts'
import type { Recording } from '../model/recording.ts'
import {
  type Damage,
  type Deviation,
  type ExitCode,
  isCounted,
  isObservable,
  type Leftover,
  type ProfileResult,
  type PublicResult,
  REPORT_SCHEMA_VERSION,
  type Report,
  type RequirementResult,
  type Summary,
} from '../model/report.ts'
import { commonCauses } from './common-causes.ts'
import { digestOf } from './sets/digest.ts'

/** What a check has found out about one requirement. */
export interface Result {
  verdict: Verdict
  reason?: string
  /** Set where the configuration declares that there is nothing to be judged. */
  notApplicable?: string
  deviations: Deviation[]
  evidence: string[]
  /** Id of the violated requirement from which it follows. */
  follows?: string
}

export interface ReportInput {
  /** Requirements of every contract; those of contracts outside the run are left out of the report. */
  catalogue: readonly Requirement[]
  /** By requirement id. */
  results: ReadonlyMap<string, Result>
  exchanges: Exchange[]
  leftovers: Leftover[]
  recordings?: Recording[]
  damages?: Damage[]
  target: Report['target']
  contracts: Contract[]
  safety: Safety
  run: Report['run']
  /** Set when something kept the run as a whole from being judged. */
  message?: string
  /** Whether that was a failure of the suite itself. */
  broke?: boolean
  suite: Report['suite']
  provenance?: Omit<Provenance, 'requirements'>
  /** Ids of what the run was told to leave out. */
  deselected?: ReadonlySet<string>
  /** Set where the run is one part of several; what has no result is then left to the others. */
  shard?: { index: number; count: number }
}

export function buildReport(input: ReportInput): Report {
  const requirements = input.catalogue
    .filter((requirement) => input.contracts.includes(requirement.contract))
    .map((requirement) => leftOut(requirement, input) ?? settled(requirement, input))
  const { verdict, ...score } = scoreOf(requirements, input.exchanges)
  const causes = commonCauses(requirements, input.exchanges)
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    suite: input.suite,
    verdict,
    ...(input.damages === undefined || input.damages.length === 0 ? {} : { damages: input.damages }),
    ...(input.message === undefined ? {} : { message: input.message }),
    ...(input.broke ? { broke: true } : {}),
    ...(causes.length === 0 ? {} : { commonCauses: causes }),
    target: input.target,
    contracts: input.contracts,
    safety: input.safety,
    run: withEnd(input.run),
    ...score,
    exchanges: input.exchanges,
    leftovers: input.leftovers,
    ...(input.provenance === undefined
      ? {}
      : { provenance: { ...input.provenance, requirements: setOf(requirements) } }),
    ...(input.recordings === undefined ? {} : { recordings: input.recordings }),
    ...(input.shard === undefined ? {} : { shard: input.shard }),
  }
}

/** What follows from the requirements of a report, when others of them count than before. */
export function rescored({ exchanges }: Pick<Report, 'exchanges'>, requirements: RequirementResult[]): Score {
  return scoreOf(requirements, exchanges)
}

type Score = Pick<Report, 'verdict' | 'summary' | 'public' | 'partial' | 'requirements'>

function scoreOf(requirements: RequirementResult[], exchanges: readonly Exchange[]): Score {
  return {
    verdict: runVerdict(requirements),
    summary: { ...countsOf(requirements.filter(isOfDocuments)), requests: requestsOf(exchanges) },
    ...publicResult(requirements),
    ...partOf(requirements),
    requirements,
  }
}

function isOfDocuments(result: RequirementResult): boolean {
  return tierOf(result) === 'documents'
}

/** Verdict and coverage of a part of the requirements. */
export function profileOf(name: string, requirements: readonly RequirementResult[]): ProfileResult {
  const { coverage } = countsOf(requirements.filter(isOfDocuments))
  return { name, verdict: runVerdict(requirements), coverage, ...partOf(requirements) }
}

/** The run with its end, which follows from the rest; a time that is none has none. */
function withEnd(run: Report['run']): Report['run'] {
  const end = new Date(Date.parse(run.startedAt) + run.durationMs)
  return Number.isNaN(end.getTime()) ? run : { ...run, endedAt: end.toISOString() }
}

function setOf(requirements: readonly RequirementResult[]): Provenance['requirements'] {
  return { digest: digestOf(requirements), count: requirements.length }
}

/**
 * The exit code of a run without a gate: 0 where nothing that was selected is open or violated, 1 nonconformant,
 * 2 where the suite itself broke, whatever was found until then, 3 not settled. Accepted gaps make an incomplete run a 0.
 */
export function exitCode(report: Report, allowIncomplete: boolean): ExitCode {
  return report.broke ? 2 : codeOf(report.requirements, allowIncomplete)
}

/** The same over requirements: what was left out on purpose is the gate's to forgive, never the verdict's. */
export function codeOf(requirements: readonly RequirementResult[], allowIncomplete: boolean): 0 | 1 | 3 {
  const verdict = runVerdict(requirements.filter(({ deselected }) => deselected === undefined))
  if (verdict === 'conformant') return 0
  if (verdict === 'nonconformant') return 1
  return verdict === 'incomplete' && allowIncomplete ? 0 : 3
}

/**
 * The verdict of a run over its requirements; those that HTTP cannot show do not count, nor does the public tier. What
 * was left out on purpose leaves the run incomplete: a skip never looks like a pass.
 */
export function runVerdict(requirements: readonly RequirementResult[]): RunVerdict {
  return verdictOf(requirements.filter(isCounted))
}

function verdictOf(observable: readonly RequirementResult[]): RunVerdict {
  const musts = observable.filter(({ level }) => level === 'must')
  if (observable.some(({ verdict }) => verdict === 'failed')) return 'nonconformant'
  if (musts.some(({ verdict }) => verdict === 'inconclusive')) return 'inconclusive'
  if (!observable.some(({ verdict }) => isJudged(verdict))) return 'inconclusive'
  const isPart = observable.some(({ deselected }) => deselected !== undefined)
  return isPart || musts.some(({ verdict }) => verdict === 'untested') ? 'incomplete' : 'conformant'
}

/** What is told of the public tier, by the same rules; what was left untried as a whole is incomplete. */
function publicResult(requirements: readonly RequirementResult[]): { public?: PublicResult } {
  const own = requirements.filter((one) => tierOf(one) === 'public')
  const observable = own.filter(isObservable)
  if (observable.length === 0) return {}
  const isUntried = observable.every(({ verdict }) => verdict === 'untested')
  return { public: { verdict: isUntried ? 'incomplete' : verdictOf(observable), summary: countsOf(own) } }
}

/** How much of the observable requirements the run was asked for, where that is not all of them. */
function partOf(requirements: readonly RequirementResult[]): Pick<Report, 'partial'> {
  const observable = requirements.filter(isCounted)
  const selected = observable.filter(({ deselected }) => deselected === undefined).length
  return selected === observable.length ? {} : { partial: { selected, observable: observable.length } }
}

/** What was to be left out, or is another shard's; undefined where a verdict is due. */
function leftOut(
  requirement: Requirement,
  { deselected, shard, results, message }: ReportInput,
): RequirementResult | undefined {
  const { id, unobservable } = requirement
  const nothing = { ...requirement, verdict: 'untested' as const, deviations: [], evidence: [] }
  if (unobservable !== undefined) return undefined
  if (deselected?.has(id)) {
    return { ...nothing, reason: 'deselected by --only/--skip', deselected: 'selection' }
  }
  if (shard === undefined || message !== undefined || results.has(id)) return undefined
  return {
    ...nothing,
    reason: `left to another shard than ${shard.index}/${shard.count}`,
    deselected: 'shard',
  }
}

function settled(requirement: Requirement, { results, message }: ReportInput): RequirementResult {
  const result = results.get(requirement.id)
  if (requirement.unobservable !== undefined) {
    return {
      ...requirement,
      verdict: 'untested',
      reason: requirement.unobservable,
      deviations: [],
      evidence: [],
    }
  }
  if (result === undefined) {
    const reason = message ?? 'the run ended before it was judged'
    return { ...requirement, verdict: 'inconclusive', reason, deviations: [], evidence: [] }
  }
  const { verdict, reason, notApplicable, deviations, evidence, follows } = result
  return {
    ...requirement,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
    deviations,
    evidence,
    ...(follows === undefined ? {} : { follows }),
  }
}

function countsOf(requirements: readonly RequirementResult[]): Omit<Summary, 'requests'> {
  const observable = requirements.filter(isObservable)
  const count = (verdict: Verdict): number => observable.filter((one) => one.verdict === verdict).length
  const declared = requirements.filter(({ notApplicable }) => notApplicable !== undefined).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    warning: count('warning'),
    inconclusive: count('inconclusive'),
    untested: count('untested'),
    unobservable: requirements.filter(({ unobservable }) => unobservable !== undefined).length,
    ...(declared === 0 ? {} : { notApplicable: declared }),
    coverage: {
      judged: observable.filter(({ verdict }) => isJudged(verdict)).length,
      observable: observable.length,
    },
  }
}

function requestsOf(exchanges: readonly Exchange[]): Summary['requests'] {
  const byOperation: Record<string, number> = {}
  let total = 0
  for (const { operation, attempts } of exchanges) {
    // A request that was sent again because the target was busy counts again: the target has seen it.
    byOperation[operation] = (byOperation[operation] ?? 0) + attempts
    total += attempts
  }
  return { total, byOperation }
}

function isJudged(verdict: Verdict): boolean {
  return verdict === 'passed' || verdict === 'failed' || verdict === 'warning'
}
