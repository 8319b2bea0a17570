/** A short notation for the sample's catalogue, so that a requirement takes a line or two and reads like a table. */

import type { Page } from '../../language/declaration.ts'
import type { Level, Requirement, SourceKind } from '../../model/contract.ts'
import { THEMES, type Theme } from '../../model/themes.ts'

/** Slugs by what they are about; the rest is about shapes. */
const ABOUT: Partial<Record<Theme, string>> = {
  authentication: 'requires-key unknown-key-refused requires-token',
  roles:
    'no-access-refused developer-allowed requires-admin developer-refused self-rejected last-admin-rejected forbidden',
  scope: 'scope-own-profile scope-foreign-refused',
  effects:
    'shows-invited agrees-with-list duplicate-one-entry gone-from-get conflict gone-afterwards email-sent',
  'not-found': 'unknown-user removed-not-found second-removal second-delete',
  validation: 'malformed-id email-malformed-refused role-unknown-refused email-required',
  sandbox: 'sandbox-no-effect',
  pagination: 'limit-at-most-100 pages-disjoint status-filter total-counts-all order',
}

/** Themes whose requirements keep people apart. */
const SECURITY: readonly Theme[] = ['authentication', 'roles', 'scope', 'sandbox']

function themeOf(slug: string): Theme {
  const themes = Object.keys(THEMES) as Theme[]
  return themes.find((theme) => ABOUT[theme]?.split(' ').includes(slug)) ?? 'shape'
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
    about: themeOf(slug),
    ...(SECURITY.includes(themeOf(slug)) ? { security: true as const } : {}),
    source: { page: page.title, kind, statements: statements.split(' ') },
  }
}
