/** What every single list answer must keep, whatever others do to the directory meanwhile. */

import type { EveryAnswer } from '../../../language/every-answer.ts'
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import type { Asked } from '../../../model/asked.ts'
import { type Finding, must, quote } from '../../../model/finding.ts'
import { MAX_LIMIT } from '../client/pages.ts'
import type { ListQuery } from '../client/requests.ts'
import { entriesOf, type Meta, metaOf, STATUSES, type V1User } from '../client/user.ts'
import { PAST_THE_END } from '../refusals.ts'

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

/** What a page of users must keep, given its entries, what meta says, and what was asked for. */
type PageRule = (entries: V1User[], meta: Meta, query: ListQuery) => Finding[] | undefined

/** A rule for every page that a known caller is served. */
export function ofPage(rule: PageRule): EveryAnswer {
  return {
    look:
      () =>
      (answer, { known, query = {} }) => {
        const entries = known && succeeded(answer) ? entriesOf(answer) : undefined
        return entries && rule(entries, metaOf(answer), query)
      },
  }
}

/** The same for pages that were asked for with documented parameters and valid values alone. */
export function ofSoundPage(rule: PageRule): EveryAnswer {
  return ofPage((entries, meta, query) => (isSound(query) ? rule(entries, meta, query) : undefined))
}

/** What is wrong with an answer that should have served a sound query; undefined where it need not, or did. */
export function notServed(answer: Answer, { known, query = {} }: Asked): Finding[] | undefined {
  // A page past the end, as one is that others have emptied meanwhile, may be refused; whether it is one, the walk says.
  const mayBePastTheEnd = PAST_THE_END.includes(answer.status) && Number(query.page) > 1
  if (!known || succeeded(answer) || !isSound(query) || mayBePastTheEnd) return undefined
  return [must('status 200 for a valid request', `status ${answer.status}`)]
}

/**
 * Takes away the deviations that are about the range of a value of the right type: which limit and which
 * page are wrong is judged by what was asked for.
 */
export function withoutRanges(answer: Answer, deviations: Finding[]): Finding[] {
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

/** Nobody stands on a page twice; undefined where nobody stands there at all. */
export function repeatedIds(entries: V1User[]): Finding[] | undefined {
  if (entries.length === 0) return undefined
  const seen = new Set<unknown>()
  const findings: Finding[] = []
  for (const [index, { id }] of entries.entries()) {
    if (id !== undefined && seen.has(id))
      findings.push(must('every user once', 'an id that stands further up too', `/data/${index}/id`))
    seen.add(id)
  }
  return findings.slice(0, MOST_FINDINGS)
}

/** A page holds no more than was asked for, than it says itself, and than may be; undefined where it holds nobody. */
export function tooLong(entries: V1User[], meta: Meta, { limit }: ListQuery): Finding[] | undefined {
  if (entries.length === 0) return undefined
  const most = Math.min(
    MAX_LIMIT,
    isInteger(limit, 1, MAX_LIMIT) ? Number(limit) : MAX_LIMIT,
    meta.limit !== undefined && meta.limit >= 0 ? meta.limit : MAX_LIMIT,
  )
  return entries.length <= most ? [] : [must(`at most ${most} entries`, `${entries.length}`, '/data')]
}

/**
 * The page is the one that was asked for; undefined where none is named, which is for the shape to say. Past the end, the
 * last page may be answered under its own number.
 */
export function pageEchoed(
  _: V1User[],
  { page, limit, total }: Meta,
  query: ListQuery,
): Finding[] | undefined {
  if (query.page === undefined || page === undefined) return undefined
  const asked = Number(query.page)
  const last = total !== undefined && limit ? Math.max(1, Math.ceil(total / limit)) : undefined
  if (page === asked || (page === last && asked > last)) return []
  return [must(`page ${asked}`, `${page}`, '/meta/page')]
}

/** The limit is the one that was asked for; undefined where none is named, which is for the shape to say. */
export function limitEchoed(_: V1User[], { limit }: Meta, query: ListQuery): Finding[] | undefined {
  if (query.limit === undefined || limit === undefined) return undefined
  const asked = Number(query.limit)
  if (limit === asked) return []
  return [must(`a limit of ${asked}`, `${limit}`, '/meta/limit')]
}

/** Nobody is listed who lacks the status that was asked for; undefined where nobody is listed. */
export function leaks(entries: V1User[], _: Meta, { status }: ListQuery): Finding[] | undefined {
  if (status === undefined || entries.length === 0) return undefined
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
