/** What a report says beside verdicts: where it comes from, what of the documents was seen, and what a target chose. */
import type { Operation } from './contract.ts'

/** Where a report comes from, as far as somebody else needs it to judge the report or to repeat the run. */
export interface Provenance {
  /** Version of Node.js that ran the suite. */
  node: string
  /** What the run was held against. */
  requirements: RequirementSetRef
  /** The settings that decide what a run tries, by the names of their variables; none is a secret. */
  settings: Record<string, string>
  /** Names of the credentials and ids that the run was given. */
  given: string[]
}

/** The requirements of a report, by their digest and, where they are those of a release, by its name. */
export interface RequirementSetRef {
  /** `sha256:` and the digest of the requirements in the report, the scored ones (`report/sets/digest.ts`). */
  digest: string
  /** How many that are. */
  count: number
  /** Name of the frozen set that they are, e.g. `2026-11`; absent where they are those of no release. */
  set?: string
}

/** An answer that the documents show, or that came without their showing it, and how often it was seen. */
export interface SeenAnswer {
  operation: Operation
  status: number
  /** Whether the documents show this status for this operation. */
  documented: boolean
  /** How many answers had it. */
  seen: number
  /** The documented members of its body, and in how many of those answers each was seen. */
  members?: Record<string, number>
}

/** What a target does where the documents leave a choice: told without a verdict. */
export interface Observation {
  operation: Operation
  /** The situation, e.g. `an address that is listed already is invited`. */
  situation: string
  /** What was seen then; the most frequent first. */
  answers: ObservedAnswer[]
}

/** What was seen in a situation, how often, and in which exchange first. */
export interface ObservedAnswer {
  answer: string
  count: number
  exchange: string
  /** Set where a run leaves out further forms because of it, unless its settings ask for them. */
  sparing?: true
}
