/** The report of a run: what every writer renders and what `report.json` holds. */
import {
  type Contract,
  type Requirement,
  type RunVerdict,
  type Safety,
  tierOf,
  type Verdict,
} from './contract.ts'
import type { Exchange } from './exchange.ts'
import type { Observation, Provenance, SeenAnswer } from './facts.ts'
import type { Recording } from './recording.ts'

/** Version of the shape below; its JSON Schema is `schemas/report.schema.json`. */
export const REPORT_SCHEMA_VERSION = '1.0'

/** One way in which an answer differs from what the documents promise. */
export interface Deviation {
  /** Level of the violated promise: a `must` fails the requirement, a `should` warns. */
  level: 'must' | 'should'
  /** What was expected, e.g. `status 403`. */
  expected: string
  /** What was seen, e.g. `status 204`; written with care, it may quote the target (masked, cut). */
  actual: string
  /** JSON pointer into the answer's body, where one member is at fault. */
  pointer?: string
  /** The entry of the body in which that member stands, as JSON (masked, cut), its id and address first. */
  entry?: string
  /** Id of the exchange that shows it. */
  exchange?: string
}

/** A requirement with its verdict. */
export interface RequirementResult extends Requirement {
  verdict: Verdict
  /** Why: what failed, what kept it from being judged, or what would unlock it. */
  reason?: string
  deviations: Deviation[]
  /** Ids of the exchanges on which the verdict rests, in the order in which they were used. */
  evidence: string[]
  /** Set where the configuration declares that there is nothing to be judged, and says so; it counts nowhere then. */
  notApplicable?: string
  /** Set where the run is held against a frozen set that does not have it: why. It was tried, and counts nowhere. */
  notScored?: string
  /** Set where the run was told to leave it out: by `--only`/`--skip`, or because another shard judges it. */
  deselected?: 'selection' | 'shard'
  /** Id of the violated requirement from which it follows, so that it could not be judged by itself. */
  follows?: string
  /** Set where the baseline lists the violation. */
  known?: KnownViolation
}

/** What a baseline says about a violation that is known. */
export interface KnownViolation {
  reason: string
  link?: string
  /** Last day on which the entry counts, `YYYY-MM-DD`. */
  until?: string
}

/** What a run ends with: 0 passed, 1 violated, 2 the suite itself broke, 3 not settled. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a release gate makes of the run; the verdict of the run stays what it is. */
export interface Gate {
  passed: boolean
  exitCode: ExitCode
  /** What stops the gate: some of `failure`, `warning` and `security`, divided by commas. */
  failOn: string
  allowIncomplete: boolean
  /** The baseline, where there is one: its file and how many entries it has. */
  baseline?: { file: string; entries: number }
  /** Patterns of `--only` and `--skip`. */
  only?: string[]
  skip?: string[]
  /** Ids of the violations that stop the gate. */
  violations: string[]
  /** Ids of the violations that the baseline lists. */
  known: string[]
  /** Entries of the baseline that stop the gate until they are taken out. */
  outdated: { id: string; why: string }[]
}

export interface Summary {
  passed: number
  failed: number
  warning: number
  inconclusive: number
  untested: number
  /** Documented behaviour that HTTP cannot show; not part of `untested` or of coverage. */
  unobservable: number
  /** What the configuration declares not to apply; set where there is any, and counted nowhere else. */
  notApplicable?: number
  coverage: { judged: number; observable: number }
  requests: { total: number; byOperation: Record<string, number> }
}

/** What the run found out about what only public pages say: it never touches the verdict on the documents. */
export interface PublicResult {
  verdict: RunVerdict
  summary: Omit<Summary, 'requests'>
}

/** A user that the run created (or may have created) and could not remove. */
export interface Leftover {
  contract: Contract
  email: string
  id?: string
  reason: string
}

/** Somebody whom the run did not create, and whom the target removed or changed although it had to refuse. */
export interface Damage {
  contract: Contract
  effect: 'removed' | 'changed'
  email: string
  name?: string
  role: string
  /** `organization`, or `profile` and its id. */
  scope: string
  id: string
  /** Whether only a simulation had been asked for. */
  simulated: boolean
  /** Id of the exchange that did it. */
  exchange: string
  /** What is to be done so that it is as before. */
  restore: string
  /** Whether the run itself could mend it, and how far. */
  mended?: string
}

/** What many red and open verdicts may have in common, outside the target's rules. */
export interface CommonCause {
  /** Bodies or headers that do not arrive, answers from a cache, replaced error pages, a gateway that answers. */
  cause: 'bodies' | 'headers' | 'cache' | 'error-pages' | 'gateway'
  /** What was seen, and what may explain it, in one sentence. */
  says: string
  /** Ids of exchanges that show it. */
  evidence: string[]
  /** Ids of the violated and of the unsettled requirements that may come of it. */
  concerns: string[]
}

export interface Report {
  schemaVersion: string
  suite: {
    name: string
    version: string
    /** Commit from which the suite was built; with `+changes` where files had been changed since. */
    commit?: string
  }
  /** On the documents alone, like `summary` and `partial`. */
  verdict: RunVerdict
  /** One sentence on the whole run where something kept it from being judged. */
  message?: string
  /** Set where that was a failure of the suite itself, such as a worker that ran out of memory: what is missing is not the target's. */
  broke?: true
  /** What many violations may have in common, likeliest first; set where answers show something. */
  commonCauses?: CommonCause[]
  target: {
    baseUrl: string
    embedded: boolean
    /** What the operator says the target is (`TARGET_NAME`, `TARGET_VERSION`, `TARGET_DIGEST`). */
    name?: string
    version?: string
    digest?: string
  }
  contracts: Contract[]
  safety: Safety
  run: {
    id: string
    startedAt: string
    durationMs: number
    endedAt?: string
    /** What everything was drawn from: `SEED` repeats it. */
    seed?: string
    /** How deep the run went, as `THOROUGH` says it; absent: the usual course. */
    thorough?: string
  }
  summary: Summary
  /** Set where the run's contracts have requirements of the public tier. */
  public?: PublicResult
  /** Set where the run was asked for only some of its observable requirements (`--only`, `--skip`, a shard alone). */
  partial?: { selected: number; observable: number }
  requirements: RequirementResult[]
  /** The verdict of each profile. */
  profiles?: ProfileResult[]
  exchanges: Exchange[]
  leftovers: Leftover[]
  /** Where the report comes from. */
  provenance?: Provenance
  /** Which of the documented answers were seen, and which others. */
  documented?: SeenAnswer[]
  /** What the target does where the documents leave a choice. */
  observations?: Observation[]
  /** What it takes to judge the traffic again; one for each run, so several where shards were merged. */
  recordings?: Recording[]
  /** Set where somebody whom the run did not create was removed or changed. */
  damages?: Damage[]
  gate?: Gate
  /** Set where this is one part of a run that was spread over several machines. */
  shard?: { index: number; count: number }
}

/** Whether a requirement counts: HTTP can show it, nothing declares that it does not apply, and the set has it. */
export function isObservable(
  result: Pick<RequirementResult, 'unobservable' | 'notApplicable' | 'notScored'>,
): boolean {
  return (
    result.unobservable === undefined && result.notApplicable === undefined && result.notScored === undefined
  )
}

/** A part of the requirements for which a target can make a claim of its own. */
export interface ProfileResult {
  /** E.g. `v3-core`. */
  name: string
  verdict: RunVerdict
  coverage: { judged: number; observable: number }
  /** Set where the run was asked for only some of them. */
  partial?: { selected: number; observable: number }
}

/** Whether a requirement counts in the verdict of the run, in its coverage and in what a gate makes of it. */
export function isCounted(
  result: Pick<RequirementResult, 'unobservable' | 'notApplicable' | 'notScored' | 'tier'>,
): boolean {
  return isObservable(result) && tierOf(result) === 'documents'
}
