/**
 * The words every part of the suite shares: contracts, operations, levels, verdicts,
 * and what a catalogue says about one requirement.
 */

import type { Theme } from './themes.ts'

/** The name of one documented API, e.g. `v3`; suites/index.ts says which there are. */
export type Contract = string

/** An operation, spelt exactly as its page spells it, e.g. `GET /v3/users/{userId}`. */
export type Operation = string

/** `must`: stated, or shown by every example. `should`: shown once, inferred, or soft. */
export type Level = 'must' | 'should'

/** How a document says what a requirement asks for. */
export type SourceKind = 'stated' | 'shown' | 'inferred'

/** Where a requirement comes from. */
export interface Source {
  /** Name of the page, e.g. `v3: Remove user`. */
  page: string
  kind: SourceKind
  /** Ids of the documents' atomic statements that the requirement covers (see `statements.ts`). */
  statements: string[]
}

/** One atomic, judgeable statement of a contract. */
export interface Requirement {
  /** `<contract>.<operation>.<slug>`, frozen once released. */
  id: string
  contract: Contract
  operation: Operation
  level: Level
  /** The promise, in one sentence. */
  title: string
  /** What a fair judge accepts beside the obvious. */
  accepts?: string
  source: Source
  /** What it is about: a column of the report's matrix. Reports of earlier versions do not say it. */
  about?: Theme
  /** Set where it keeps people apart: authentication, roles, scope, effects of what was simulated or refused. */
  security?: true
  /** Set when HTTP cannot show the behaviour; the text says why. Such a requirement is never tried. */
  unobservable?: string
}

export type Verdict = 'passed' | 'failed' | 'warning' | 'inconclusive' | 'untested'
export const VERDICTS: readonly Verdict[] = ['passed', 'failed', 'warning', 'inconclusive', 'untested']

export type RunVerdict = 'conformant' | 'nonconformant' | 'inconclusive' | 'incomplete'

/** What the run may do to the target; each step includes the ones before it. */
export type Safety = 'read-only' | 'disposable' | 'full'
export const SAFETIES: readonly Safety[] = ['read-only', 'disposable', 'full']
