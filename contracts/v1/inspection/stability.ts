/**
 * Judging readings that take several calls while other people come and go. A reading that looks wrong
 * is repeated; it counts as wrong only where it stays wrong while nobody is seen to come or go.
 */
import { Inconclusive } from '../../../model/outcome.ts'

/** What can be wrong with a reading. */
export type IssueKind = 'start' | 'disjoint' | 'full' | 'complete' | 'total' | 'sum' | 'agree' | 'filter'

/** One thing wrong with a reading. */
export interface Issue {
  kind: IssueKind
  /** The exchange that shows it. */
  exchange: string
  expected: string
  actual: string
  /** How many entries are concerned: what churn of fewer entries cannot explain. */
  size: number
}

/** One reading. */
export interface Attempt {
  issues: Issue[]
  /** Nobody was seen to come, go or change, whatever the totals say. */
  still: boolean
  /** And the total was the same before and after it. */
  quiet: boolean
  /** And every answer told the same total. */
  calm: boolean
  /** How many entries are known to have come or gone meanwhile; undefined where nobody looked. */
  disturbance: number | undefined
  /** The exchanges it rests on. */
  exchanges: string[]
  /** How many entries were on the pages; absent where nobody counted. */
  seen?: number
}

/** So many sound readings in a row, and what was wrong before will not show again. */
const ENOUGH = 3
/** How often a reading is tried before it is given up. */
export const MOST_ATTEMPTS = 6

/** Issues that one answer shows by itself need no equal totals around them. */
const SHOWN_BY_ONE_ANSWER: ReadonlySet<IssueKind> = new Set(['full', 'start'])

/** Whether a further attempt could still change a verdict. */
export function isSettled(attempts: readonly Attempt[]): boolean {
  const last = attempts.at(-1)
  if (!last) return false
  if (attempts.length >= MOST_ATTEMPTS) return true
  const kinds = new Set(attempts.flatMap(({ issues }) => issues.map(({ kind }) => kind)))
  if (kinds.size === 0) return true
  // Where others come and go, one sound reading will do; where nobody does, what was wrong once may be so again.
  if (last.issues.length === 0 && attempts.some(isDisturbed)) return true
  if (
    attempts
      .slice(1)
      .slice(-ENOUGH)
      .filter(({ issues }) => issues.length === 0).length === ENOUGH
  )
    return true
  return [...kinds].every((kind) => proofs(attempts, kind).length >= 2)
}

/**
 * The issues of one kind that are proven; none where the promise is kept, or where those who came and
 * went explain what was seen.
 * @throws Inconclusive when the people never kept still long enough
 */
export function provenIssues(attempts: readonly Attempt[], kind: IssueKind): Issue[] {
  const proven = proofs(attempts, kind)
  if (proven.length >= 2 || isNowAndThen(attempts, kind) || isGross(attempts, kind)) {
    return issuesOf(proven.at(-1) ?? attempts.at(-1), kind)
  }
  if (attempts.some((attempt) => isExplained(attempt, kind))) return []
  throw new Inconclusive(
    `users came and went during each of ${attempts.length} readings, so that what they show proves nothing`,
  )
}

/** In how many of the readings issues of a kind showed, where it was not in all of them. */
export function frequencyOf(attempts: readonly Attempt[], kind: IssueKind): string | undefined {
  const shown = attempts.filter((attempt) => issuesOf(attempt, kind).length > 0).length
  return shown < attempts.length ? `in ${shown} of ${attempts.length} readings` : undefined
}

/** The attempts that show a kind although nobody came or went. */
function proofs(attempts: readonly Attempt[], kind: IssueKind): Attempt[] {
  return attempts.filter((attempt) => isUndisturbed(attempt, kind) && issuesOf(attempt, kind).length > 0)
}

/** What is under suspicion cannot excuse itself: totals say nothing about whether totals may differ. */
function isUndisturbed({ still, quiet, calm }: Attempt, kind: IssueKind): boolean {
  if (kind === 'total' || kind === 'sum') return still
  return SHOWN_BY_ONE_ANSWER.has(kind) ? quiet : calm
}

/** Whether somebody is known to have come or gone during an attempt. */
function isDisturbed({ disturbance, still }: Attempt): boolean {
  return disturbance !== undefined && !still
}

/** Whether it showed more than once, while nobody came or went in all the time. */
function isNowAndThen(attempts: readonly Attempt[], kind: IssueKind): boolean {
  const shown = attempts.filter((attempt) => issuesOf(attempt, kind).length > 0).length
  return shown >= 2 && proofs(attempts, kind).length >= 1 && !attempts.some(isDisturbed)
}

/** Whether every reading shows far more than those who were seen to come and go explain. */
function isGross(attempts: readonly Attempt[], kind: IssueKind): boolean {
  const measured = attempts.filter(({ disturbance }) => disturbance !== undefined)
  return (
    attempts.length >= MOST_ATTEMPTS &&
    measured.length > 0 &&
    measured.every((attempt) => sizeOf(attempt, kind) > 3 * (attempt.disturbance ?? 0) + 5)
  )
}

function isExplained(attempt: Attempt, kind: IssueKind): boolean {
  return sizeOf(attempt, kind) <= (attempt.disturbance ?? 0)
}

function sizeOf(attempt: Attempt, kind: IssueKind): number {
  return issuesOf(attempt, kind).reduce((sum, issue) => sum + issue.size, 0)
}

function issuesOf(attempt: Attempt | undefined, kind: IssueKind): Issue[] {
  return attempt?.issues.filter((issue) => issue.kind === kind) ?? []
}
