/** The atomic statements of the documents: what requirements are measured against, so that none is forgotten. */
import type { SourceKind } from './contract.ts'

/**
 * Whether HTTP can show what a statement says: `yes` with the first credential alone, `fixture` with a
 * further key or id, `partly` only in a part or indirectly, `no` not at all.
 */
export type Observable = 'yes' | 'fixture' | 'partly' | 'no'

/** One atomic statement, in our words. */
export interface Statement {
  /** Short and stable, e.g. `L-10`; requirements cite it in `source.statements`. */
  id: string
  /** Where it is said, e.g. `v3: List users`, or `public: error catalog` for what the three pages leave out. */
  page: string
  kind: SourceKind
  text: string
  observable: Observable
  /** Why no requirement covers it; absent where one does. */
  excluded?: string
}

/** One row: `[id, page, kind, observable, text, excluded?]`. */
export type StatementRow = [
  id: string,
  page: string,
  kind: SourceKind,
  observable: Observable,
  text: string,
  excluded?: string,
]

/** Turns rows into statements. */
export function statementsOf(rows: StatementRow[]): Statement[] {
  return rows.map(([id, page, kind, observable, text, excluded]) => ({
    id,
    page,
    kind,
    text,
    observable,
    ...(excluded === undefined ? {} : { excluded }),
  }))
}
