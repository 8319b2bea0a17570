/** What every single list answer must keep, whatever others do to the directory meanwhile. */

import { type Finding, must, quote } from '../../../helpers/suite/matchers/adapter.ts'
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import type { ListQuery } from '../client/caller.ts'
import { MAX_LIMIT } from '../client/pages.ts'
import { entriesOf, type Meta, metaOf, STATUSES, type V1User } from '../client/user.ts'

/** A facet shows a wrong entry this often. */
const MOST_FINDINGS = 5

/** Whether a query uses nothing but documented parameters with valid values. */
export function isSound({ page, limit, status, ...others }: ListQuery): boolean {
  return (
    Object.keys(others).length === 0 &&
    (page === undefined || isInteger(page, 1, Number.MAX_SAFE_INTEGER)) &&
    (limit === undefined || isInteger(limit, 1, MAX_LIMIT)) &&
    (status === undefined || (STATUSES as readonly string[]).includes(status))
  )
}

/** The facets that an answer shows, each with what is wrong. */
export function listFacets(answer: Answer, query: ListQuery): [facet: string, findings: Finding[]][] {
  const entries = entriesOf(answer)
  if (!succeeded(answer) || !entries) return []
  const meta = metaOf(answer)
  const facets: [string, Finding[]][] = [
    ['ids-unique', repeatedIds(entries)],
    ['page-length', tooLong(entries, meta, query)],
  ]
  if (!isSound(query)) return facets
  if (query.page !== undefined) facets.push(['page-echoed', pageEchoed(meta, Number(query.page))])
  if (query.limit !== undefined) facets.push(['limit-echoed', limitEchoed(meta, Number(query.limit))])
  if (query.status !== undefined) facets.push(['status-filter', leaks(entries, query.status)])
  return facets
}

/**
 * Takes away the deviations that are about the range of a value of the right type: which limit and which
 * page are wrong is judged by what was asked for.
 */
export function withoutRanges<T extends { pointer?: string }>(answer: Answer, deviations: T[]): T[] {
  if (answer.exchange.operation !== 'GET /api/v1/users') return deviations
  const { page, limit } = metaOf(answer)
  const isList = Array.isArray(asObject(answer.json)?.data)
  return deviations.filter(
    ({ pointer }) =>
      !(pointer === '/meta/page' && page !== undefined) &&
      !(pointer === '/meta/limit' && limit !== undefined) &&
      !(pointer === '/data' && isList),
  )
}

function repeatedIds(entries: V1User[]): Finding[] {
  const seen = new Set<unknown>()
  const findings: Finding[] = []
  for (const [index, { id }] of entries.entries()) {
    if (id !== undefined && seen.has(id))
      findings.push(must('every user once', 'an id that stands further up too', `/data/${index}/id`))
    seen.add(id)
  }
  return findings.slice(0, MOST_FINDINGS)
}

function tooLong(entries: V1User[], meta: Meta, { limit }: ListQuery): Finding[] {
  const most = Math.min(
    MAX_LIMIT,
    isInteger(limit, 1, MAX_LIMIT) ? Number(limit) : MAX_LIMIT,
    meta.limit !== undefined && meta.limit >= 0 ? meta.limit : MAX_LIMIT,
  )
  return entries.length <= most ? [] : [must(`at most ${most} entries`, `${entries.length}`, '/data')]
}

/** Past the end, the last page may be answered under its own number. */
function pageEchoed({ page, limit, total }: Meta, asked: number): Finding[] {
  const last = total !== undefined && limit ? Math.max(1, Math.ceil(total / limit)) : undefined
  if (page === undefined || page === asked || (page !== undefined && page === last && asked > last)) return []
  return [must(`page ${asked}`, `${page}`, '/meta/page')]
}

function limitEchoed({ limit }: Meta, asked: number): Finding[] {
  if (limit === undefined || limit === asked) return []
  return [must(`a limit of ${asked}`, `${limit}`, '/meta/limit')]
}

function leaks(entries: V1User[], status: string): Finding[] {
  return entries
    .flatMap((entry, index) =>
      entry.status === status ? [] : [must(`status ${status}`, quote(entry.status), `/data/${index}/status`)],
    )
    .slice(0, MOST_FINDINGS)
}

function isInteger(value: ListQuery[string], least: number, most: number): boolean {
  if (typeof value !== 'number' && typeof value !== 'string') return false
  const number = /^\d+$/.test(String(value)) ? Number(value) : Number.NaN
  return number >= least && number <= most
}
