/**
 * The words every part of the suite shares: contracts, operations, levels, verdicts,
 * and what a catalogue says about one requirement.
 */

import type { Theme } from './themes.ts'

/** The name of one documented API, e.g. `v3`; suites/index.ts says which there are. */
export type Contract = string

/** An operation, spelt exactly as its page spells it, e.g. `GET /v3/users/{userId}`. */
export type Operation = string

/**
 * `must`: stated in the documents, shown by the operation's own example, or entailed by what is stated. `should`: everything
 * else. What was changed by this rule is told in docs/levels.md.
 */
export type Level = 'must' | 'should'

/**
 * Where a requirement comes from: `documents`, the four source documents and the pages to which they refer, or
 * `public`, what only other public pages say. A target is judged by the first; the second has a verdict of its own.
 */
export type Tier = 'documents' | 'public'

/** The parts of the public tier that a person chooses one by one, in the order in which they are shown. */
export const PUBLIC_GROUPS = ['headers', 'update', 'replay', 'limits', 'me'] as const
export type PublicGroup = (typeof PUBLIC_GROUPS)[number]

/**
 * What a run does about the public tier: nothing, judge what its answers show anyway, try all that the target offers,
 * or demand the groups that are named.
 */
export type PublicTier = 'off' | 'passive' | 'auto' | readonly PublicGroup[]

/**
 * How a page says what a requirement asks for: in words, by an example, not at all, or by a sentence that would be false
 * without it.
 */
export type SourceKind = 'stated' | 'shown' | 'inferred' | 'entailed'

/** One sentence of a page on which a requirement rests, in our words. */
export interface Citation {
  /** Id of the statement, e.g. `L-10`. */
  id: string
  /** Name of the page that says it. */
  page: string
  kind: SourceKind
  says: string
  /** Where people find the page; absent where it has no address of its own. */
  url?: string
}

/** Where a requirement comes from. */
export interface Source {
  /** Name of the page, e.g. `v3: Remove user`. */
  page: string
  kind: SourceKind
  /** Ids of the documents' atomic statements that the requirement covers (see `statements.ts`). */
  statements: string[]
  /** The one of them that would be false without it, where it is entailed. */
  entailedBy?: string
  /** The same, told. Reports of earlier versions do not have it. */
  cites?: Citation[]
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
  /** Computed from the statements that it cites. Reports of earlier versions do not say it, and know documents alone. */
  tier?: Tier
  /** The part of the public tier to which it belongs, computed likewise. */
  group?: PublicGroup
  /** What it is about: a column of the report's matrix. Reports of earlier versions do not say it. */
  about?: Theme
  /** Set where it keeps people apart: authentication, roles, scope, effects of what was simulated or refused. */
  security?: true
  /** Set when HTTP cannot show the behaviour; the text says why. Such a requirement is never tried. */
  unobservable?: string
}

/** The tier of a requirement, also of one in an earlier report. */
export function tierOf({ tier }: Pick<Requirement, 'tier'>): Tier {
  return tier ?? 'documents'
}

export type Verdict = 'passed' | 'failed' | 'warning' | 'inconclusive' | 'untested'
export const VERDICTS: readonly Verdict[] = ['passed', 'failed', 'warning', 'inconclusive', 'untested']

export type RunVerdict = 'conformant' | 'nonconformant' | 'inconclusive' | 'incomplete'

/** What the run may do to the target; each step includes the ones before it. */
export type Safety = 'read-only' | 'disposable' | 'full'
export const SAFETIES: readonly Safety[] = ['read-only', 'disposable', 'full']
