/** The list of known violations that a gate tolerates, as its file holds it. */

import { shown } from '../../helpers/config/problem.ts'
import { nearest } from '../../helpers/text/nearest.ts'
import type { KnownViolation } from '../../model/report.ts'

/** One known violation. */
export interface BaselineEntry extends KnownViolation {
  id: string
  /** Which verdict is known. Absent: `failed` for a must, `warning` for a should. */
  verdict?: 'failed' | 'warning'
}

/** The file: `{ "baselineVersion": 1, "known": [{ "id", "reason", "link"?, "until"?, "verdict"? }] }`. */
export interface Baseline {
  known: BaselineEntry[]
}

const VERSION = 1
const MEMBERS = ['id', 'reason', 'link', 'until', 'verdict']
/** Edits up to which an id is taken for a misspelt one. */
const TYPO_EDITS = 8

/** Thrown for a baseline that cannot be used; the message names everything wrong with it, a line each. */
export class BaselineError extends Error {
  override name = 'BaselineError' as const
}

/**
 * Reads the text of a baseline.
 * @param ids every id of every catalogue: an unknown one is an error, because it would never match
 * @throws BaselineError
 */
export function parseBaseline(text: string, ids: readonly string[]): Baseline {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BaselineError('it is not valid JSON')
  }
  if (!isObject(value) || !Array.isArray(value.known)) {
    throw new BaselineError('it is no object with a member "known" that lists the known violations')
  }
  if (value.baselineVersion !== VERSION) {
    throw new BaselineError(`"baselineVersion" has to be ${VERSION}, the only version there is`)
  }
  const problems = value.known.flatMap((entry: unknown, index) =>
    problemsOf(entry, ids).map((problem) => `entry ${index + 1}: ${problem}`),
  )
  const known = value.known as BaselineEntry[]
  const repeated = known.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index)
  for (const id of problems.length > 0 ? [] : new Set(repeated)) problems.push(`${id} is listed twice`)
  if (problems.length > 0) throw new BaselineError(problems.join('\n  '))
  return { known }
}

/** The text of a baseline file. */
export function baselineText({ known }: Baseline): string {
  return `${JSON.stringify({ baselineVersion: VERSION, known }, null, 2)}\n`
}

function problemsOf(entry: unknown, ids: readonly string[]): string[] {
  if (!isObject(entry)) return ['it is no object']
  const { id, reason, link, until, verdict } = entry
  const problems = Object.keys(entry)
    .filter((name) => !MEMBERS.includes(name))
    .map((name) => `unknown member ${shown(name)}; there are ${MEMBERS.join(', ')}`)
  if (typeof id !== 'string') problems.push('"id" has to be the id of a requirement')
  else if (!ids.includes(id)) problems.push(unknownId(id, ids))
  if (typeof reason !== 'string' || reason.trim() === '') {
    problems.push('"reason" has to say why the violation is tolerated')
  }
  if (link !== undefined && !isLink(link)) problems.push('"link" has to be an http or https address')
  if (until !== undefined && !isDay(until)) problems.push('"until" has to be a day, written like 2026-03-31')
  if (verdict !== undefined && verdict !== 'failed' && verdict !== 'warning') {
    problems.push('"verdict" has to be failed or warning')
  }
  return problems
}

function unknownId(id: string, ids: readonly string[]): string {
  const meant = nearest(id, ids, TYPO_EDITS)[0]
  return `no requirement is called ${shown(id)}${meant === undefined ? '' : `; did you mean ${meant}?`}`
}

function isLink(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value)
}

/** A day that exists: 2026-02-30 does not. */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
