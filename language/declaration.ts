/**
 * How a requirement is declared: everything that is known of it in one place, under the page that makes the promise.
 *
 * ```ts
 * export const guards = page(REMOVE, [
 *   requirement('self-rejected', {
 *     must: 'Removing oneself is refused with 400 VALIDATION_001.',
 *     source: shown('R-05 R-16'),
 *     accepts: 'Another VALIDATION code is a warning.',
 *     about: 'roles',
 *     needs: ['SELF_USER_ID', 'SAFETY=disposable', oneself],
 *     after: 'everything',
 *     async check({ expect, ladder }) { ... },
 *   }),
 * ])
 * ```
 *
 * Catalogue, documentation, matrix and typed ids are derived from it. A check is handed all it uses, Vitest's `expect`
 * included, so that these files cost nothing where only the catalogue is wanted.
 */

import type { Contract, Operation, Requirement, SourceKind } from '../model/contract.ts'
import type { Theme } from '../model/themes.ts'
import type { Cause } from './causes.ts'
import type { Cells } from './cells.ts'
import type { EveryAnswer } from './every-answer.ts'
import type { Instrument } from './instrument.ts'
import type { Need } from './needs.ts'

/**
 * When a check runs. `main`: side by side with all others. `last`: after everything else, the clean-up
 * included, because it may do lasting damage to a target that does not refuse. `closing`: judges all
 * answers of the run, so it waits for every other check.
 */
export type Phase = 'main' | 'last' | 'closing'

/** The page of a contract on which an operation is documented, and how its ids are spelt. */
export interface Page {
  contract: Contract
  operation: Operation
  /** Middle part of the ids, e.g. `list`. */
  slug: string
  /** Name of the page, e.g. `v3: List users`. */
  title: string
}

/** Where a promise is made: how the documents say it, and in which of their statements. */
export interface Cited {
  kind: SourceKind
  statements: string[]
  /** The one of them that would be false without the promise. */
  entailedBy?: string
}

/** @param statements ids, separated by blanks, of what the documents say in words */
export const stated = (statements: string): Cited => cited('stated', statements)
/** @param statements ids, separated by blanks, of what an example shows */
export const shown = (statements: string): Cited => cited('shown', statements)
/** @param statements ids, separated by blanks, from which the promise follows */
export const inferred = (statements: string): Cited => cited('inferred', statements)

/**
 * A promise without which a sentence of the documents would be false.
 * @param by id of that sentence
 * @param statements ids, separated by blanks, of what is said of it elsewhere
 */
export const entailed = (by: string, statements = ''): Cited => ({
  ...cited('entailed', `${by} ${statements}`.trimEnd()),
  entailedBy: by,
})

function cited(kind: SourceKind, statements: string): Cited {
  return { kind, statements: statements.split(' ') }
}

/** The promise in one sentence, under its level. */
type Promised = { must: string; should?: never } | { should: string; must?: never }

/** What every requirement says of itself. */
type Common = Promised & {
  source: Cited
  /** What a fair judge accepts beside the obvious. */
  accepts?: string
  about: Theme
  /** Set where it keeps people apart although its theme does not say so: authentication, roles and scope always do. */
  security?: true
}

/** What a requirement that HTTP can show may say beside its check. */
interface Tried<Context> {
  needs?: readonly Need<Context>[]
  /** The forms in which it is tried; the check names each with `tried`. */
  cells?: Cells
  /** Other requirements: where one of them is violated, so is this one, and only the other is charged. */
  follows?: readonly Cause[]
}

/** A requirement with a check of its own. */
export type Checked<Context> = Common &
  Tried<Context> & {
    check(context: Context): Promise<void> | void
    /** Set where the check may do lasting damage to a target that does not refuse: it runs alone, at the end. */
    after?: 'everything'
    /** Harmless steps of such a check that may be taken early; what they throw, the check meets again. */
    prepare?(context: Context): Promise<unknown>
  }

/** A requirement that is judged from every answer of its operation, whichever check asked for it. */
export type OfEveryAnswer<Context> = Common &
  Tried<Context> & {
    /** What each answer shows of it. */
    everyAnswer: EveryAnswer
    /** Judges further what the answers alone do not show. */
    check?(context: Context): Promise<void> | void
    /** Throws why no answer showed what is promised, where the steps know. */
    unseen?(context: Context): Promise<void> | void
  }

/** Documented behaviour that HTTP cannot show; the text says why. It is never tried. */
export type Unobservable = Common & { unobservable: string }

export type Declaration<Context> = Checked<Context> | OfEveryAnswer<Context> | Unobservable

/** A declaration under the last part of its id. */
export interface Slugged<Context> {
  slug: string
  declaration: Declaration<Context>
}

/** A requirement under its page, as runs and documents read it. */
export interface Declared<Context> {
  requirement: Requirement
  declaration: Declaration<Context>
}

/** The vocabulary of the suite files of one contract, whose checks are handed a `Context`. */
export interface SuiteLanguage<Context> {
  requirement(slug: string, declaration: Declaration<Context>): Slugged<Context>
  /** Declares something that checks rely on; a contract keeps its instruments in one file, for `needs` to name. */
  instrument(declared: Instrument<Context>): Instrument<Context>
  /** What one page promises, or a part of it. */
  page(page: Page, requirements: readonly Slugged<Context>[]): Declared<Context>[]
}

/** Creates the vocabulary for one contract. */
export function suiteLanguage<Context>(): SuiteLanguage<Context> {
  return {
    requirement: (slug, declaration) => ({ slug, declaration }),
    instrument: (declared) => declared,
    page: (page, requirements) =>
      requirements.map(({ slug, declaration }) => ({
        requirement: requirementOf(page, slug, declaration),
        declaration,
      })),
  }
}

/**
 * Puts the parts of one operation together.
 * @param order slugs, separated by blanks, in the order of the catalogue; what is not among them comes after them
 */
export function operation<Context>(parts: readonly Declared<Context>[][], order = ''): Declared<Context>[] {
  const slugs = order.split(/\s+/)
  const place = ({ requirement: { id } }: Declared<Context>): number => {
    const index = slugs.indexOf(id.split('.')[2] ?? '')
    return index < 0 ? slugs.length : index
  }
  return parts.flat().sort((one, other) => place(one) - place(other))
}

/** When the check of a requirement runs; undefined where it has none. */
export function phaseOf<Context>(declaration: Declaration<Context>): Phase | undefined {
  if ('unobservable' in declaration) return undefined
  if ('everyAnswer' in declaration) return 'closing'
  return declaration.after === undefined ? 'main' : 'last'
}

/** Themes whose requirements keep people apart. */
const SECURITY: ReadonlySet<Theme> = new Set(['authentication', 'roles', 'scope'])

function requirementOf<Context>(page: Page, slug: string, declared: Declaration<Context>): Requirement {
  const { accepts, source } = declared
  return {
    id: `${page.contract}.${page.slug}.${slug}`,
    contract: page.contract,
    operation: page.operation,
    level: declared.must === undefined ? 'should' : 'must',
    title: declared.must ?? declared.should,
    source: { page: page.title, ...source },
    ...(accepts === undefined ? {} : { accepts }),
    about: declared.about,
    ...(declared.security || SECURITY.has(declared.about) ? { security: true as const } : {}),
    ...('unobservable' in declared ? { unobservable: declared.unobservable } : {}),
  }
}
