/** The atomic statements of the documents: what requirements are measured against, so that none is forgotten. */
import type { PublicGroup, SourceKind, Tier } from './contract.ts'

/**
 * Whether HTTP can show what a statement says: `yes` with the first credential alone, `fixture` with a
 * further key or id, `partly` only in a part or indirectly, `no` not at all.
 */
export type Observable = 'yes' | 'fixture' | 'partly' | 'no'

/** A page on which statements are made. */
export interface SourcePage {
  /** E.g. `v3: List users`, or `public: rate limits` for what neither the documents nor what they refer to say. */
  name: string
  tier: Tier
  /** Where people find it; absent where it has no address of its own. */
  url?: string
}

/** One atomic statement, in our words. */
export interface Statement {
  /** Short and stable, e.g. `L-10`; requirements cite it in `source.statements`. */
  id: string
  /** Where it is said. */
  page: SourcePage
  /** Set where it belongs to a part of the public tier; whatever cites it does, too. */
  group?: PublicGroup
  kind: SourceKind
  text: string
  observable: Observable
  /** Why no requirement covers it; absent where one does. */
  excluded?: string
}

/** One row: `[id, page, kind, observable, text, excluded?]`. */
export type StatementRow = [
  id: string,
  page: SourcePage,
  kind: SourceKind,
  observable: Observable,
  text: string,
  excluded?: string,
]

/**
 * Turns rows into statements.
 * @param group the part of the public tier to which all of them belong
 */
export function statementsOf(rows: StatementRow[], group?: PublicGroup): Statement[] {
  return rows.map(([id, page, kind, observable, text, excluded]) => ({
    id,
    page,
    ...(group === undefined ? {} : { group }),
    kind,
    text,
    observable,
    ...(excluded === undefined ? {} : { excluded }),
  }))
}
