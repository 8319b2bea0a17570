/** What lists that are filtered by status say about the whole list, and about themselves. */

import { idsOf, type PageView } from '../client/pages.ts'
import { idOf, type Status } from '../client/user.ts'
import {
  contradictsItself,
  isComplete,
  issue,
  notFull,
  overlaps,
  spreadOf,
  unreadable,
  wrongSum,
} from './judge-pages.ts'
import type { Issue } from './stability.ts'

/** The pages of one status, from page 1 on, with the same limit. */
export interface Filtered {
  status: Status
  pages: PageView[]
  /** The second page of about half of them, where the first of the others holds them all. */
  half?: PageView
}

/** In which ways filtered lists contradict the whole list, or themselves. @param census page 1 of everybody */
export function issuesOfFilters(census: PageView | undefined, lists: readonly Filtered[]): Issue[] {
  const issues = lists.flatMap((list) => [
    ...list.pages.filter(({ page }) => page > 1).flatMap(unreadable),
    ...list.pages.flatMap((view) => notFull(view, countIn(census, list.status) ?? ownCount(census, view))),
    ...overlaps(list.pages),
    ...shortHalf(list),
    ...(isComplete(census) ? againstEverybody(census, list) : againstItself(list)),
  ])
  return [...wrongSum(census), ...issues]
}

function againstEverybody(census: PageView, { status, pages }: Filtered): Issue[] {
  const expected = new Set(
    (census.entries ?? []).flatMap((entry) => (entry.status === status ? (idOf(entry) ?? []) : [])),
  )
  const everybody = new Set(idsOf(census))
  const unlisted = pages
    .flatMap(({ entries }) => entries ?? [])
    .filter((entry) => entry.status === status && !everybody.has(idOf(entry) ?? '')).length
  const issues = pages.flatMap((view) => wrongTotal(view, expected.size, status))
  if (unlisted > 0) {
    const promise = `all users of the list of ${status} users in the list of everybody`
    issues.push(issue('filter', census, promise, `${unlisted} fewer`, unlisted))
  }
  const last = pages.at(-1)
  if (!last || !isLast(last) || pages.some(({ page }, index) => page !== index + 1)) return issues
  const found = new Set(pages.flatMap(idsOf))
  const missing = [...expected].filter((id) => !found.has(id)).length
  // Whoever does not belong there has taken somebody's place, which is for the filter itself to answer for.
  const foreign = pages.some(({ entries }) => entries?.some((entry) => entry.status !== status))
  if (missing === 0 || foreign) return issues
  const promise = `all ${expected.size} ${status} users under status ${status}`
  // Where the total is right and there are several pages, it is the pages that lose somebody.
  const right = pages.every(({ total }) => total === expected.size)
  const kind = pages.length > 1 && right ? 'complete' : 'filter'
  return [...issues, issue(kind, last, promise, `${missing} fewer`, missing)]
}

/** Where one page holds everybody of a status, the second of two holds whoever does not stand on the first. */
function shortHalf({ status, pages: [all], half }: Filtered): Issue[] {
  if (!isComplete(all) || !half?.entries || all.entries.some((entry) => entry.status !== status)) return []
  const expected = Math.max(0, Math.min(half.limit, all.entries.length - half.limit))
  const count = half.entries.length
  if (count >= expected) return []
  const promise = `${expected} ${status} users on page 2 with limit ${half.limit}, of ${all.entries.length} on one page`
  return [issue('complete', half, promise, `${count}`, expected - count)]
}

/** Whether the pages of every status tell one total each, so that they were read from the same list. */
export function areEven(lists: readonly Filtered[]): boolean {
  return lists.every(({ pages }) => spreadOf(pages) === 0)
}

function countIn(census: PageView | undefined, status: Status): number | undefined {
  if (!isComplete(census)) return undefined
  return census.entries.filter((entry) => entry.status === status).length
}

/** A total that counts everybody in spite of the filter tells nothing of how many users there should be. */
function ownCount(census: PageView | undefined, view: PageView): number | undefined {
  return view.total !== undefined && view.total === census?.total ? view.entries?.length : undefined
}

/** Where the pages end, the total is told by what they hold. */
function againstItself({ status, pages }: Filtered): Issue[] {
  const last = pages.at(-1)
  if (!last || !isLast(last)) return []
  return wrongTotal(last, (last.page - 1) * last.limit + (last.entries?.length ?? 0), status)
}

function wrongTotal(view: PageView, count: number, status: Status): Issue[] {
  const { total } = view
  if (total === undefined || total === count || !contradictsItself(view)) return []
  return [issue('total', view, `a total of ${count} ${status} users`, `${total}`, Math.abs(total - count))]
}

function isLast({ entries, limit }: PageView): boolean {
  return entries !== undefined && entries.length < limit
}
