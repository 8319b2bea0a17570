/** A short notation for catalogues, so that a requirement takes a line or two and reads like a table. */
import type { Contract, Level, Operation, Requirement, SourceKind } from './contract.ts'

/** The page of a contract on which an operation is documented, and how its ids are spelt. */
export interface Page {
  contract: Contract
  operation: Operation
  /** Middle part of the ids, e.g. `list`. */
  slug: string
  /** Name of the page, e.g. `v3: List users`. */
  title: string
}

/** One row: `[slug, level, title, kind, statements, accepts?]`. */
export type Row = [
  slug: string,
  level: Level,
  title: string,
  kind: SourceKind,
  statements: string,
  accepts?: string,
]

/** Turns rows of one page into requirements. `statements` are separated by blanks. */
export function requirementsOf(page: Page, rows: Row[]): Requirement[] {
  return rows.map(([slug, level, title, kind, statements, accepts]) => ({
    ...common(page, slug, level, title, kind, statements),
    ...(accepts === undefined ? {} : { accepts }),
  }))
}

/** One row of documented behaviour that HTTP cannot show: `[slug, title, kind, statements, why]`. */
export type UnobservableRow = [
  slug: string,
  title: string,
  kind: SourceKind,
  statements: string,
  unobservable: string,
]

/** Turns rows of unobservable behaviour into requirements; each says why it is never tried. */
export function unobservableOf(page: Page, rows: UnobservableRow[]): Requirement[] {
  return rows.map(([slug, title, kind, statements, unobservable]) => ({
    ...common(page, slug, kind === 'stated' ? 'must' : 'should', title, kind, statements),
    unobservable,
  }))
}

function common(
  page: Page,
  slug: string,
  level: Level,
  title: string,
  kind: SourceKind,
  statements: string,
): Requirement {
  return {
    id: `${page.contract}.${page.slug}.${slug}`,
    contract: page.contract,
    operation: page.operation,
    level,
    title,
    source: { page: page.title, kind, statements: statements.split(' ') },
  }
}
