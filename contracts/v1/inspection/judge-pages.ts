/** What pages of one list, read together, say about one another. */
import type { PageView } from '../client/pages.ts'
import { idsOf } from '../client/pages.ts'
import { differingMembers, ENTRY_MEMBERS, idOf, type V1User } from '../client/user.ts'
import { PAST_THE_END } from '../refusals.ts'
import type { Issue, IssueKind } from './stability.ts'

/** Pages that were read together. */
export interface Reading {
  /** Pages with the same limit, in ascending order. */
  pages: PageView[]
  /** Whether these are meant to be all pages. */
  whole: boolean
  /** Page 1 with limit 100, which in a small list holds everybody. */
  census: PageView | undefined
  /** Ids of users of whom it is known otherwise that they belong to the list. */
  known: ReadonlySet<string>
}

/** In which ways the pages contradict what is promised, or one another. */
export function issuesOfReading(reading: Reading): Issue[] {
  const { pages, census } = reading
  const views = census ? [census, ...pages] : pages
  const count = isComplete(census) ? census.entries.length : undefined
  return [
    ...pages.flatMap(unreadable),
    ...views.flatMap(beginning),
    ...pages.flatMap((view) => notFull(view, count)),
    ...overlaps(pages),
    ...contradictions(census, pages),
    ...(pages.every(({ entries }) => entries !== undefined) ? sums(reading) : []),
  ]
}

/** Whether a page shows everybody: it is the first and has room left. */
export function isComplete<V extends PageView>(
  view: V | undefined,
): view is V & { entries: NonNullable<V['entries']> } {
  return view?.entries !== undefined && view.page === 1 && view.entries.length < view.limit
}

/** Whether pages from the first to the last are all of a list. */
export function isWhole(pages: readonly PageView[]): boolean {
  const last = pages.at(-1)
  if (last?.entries === undefined || last.entries.length >= last.limit) return false
  return pages.every(({ page, entries }, index) => page === index + 1 && entries !== undefined)
}

/** How many entries pages hold together. */
export function countOf(views: readonly PageView[]): number {
  return views.reduce((sum, { entries }) => sum + (entries?.length ?? 0), 0)
}

/** Where a page should be, there is none. */
export function unreadable(view: PageView): Issue[] {
  if (view.entries !== undefined) return []
  // Somebody may have left, so that the last page is one past the end, which may be refused.
  if (PAST_THE_END.includes(view.status) && view.page > 1)
    return [issue('complete', view, 'a page', `status ${view.status}`, 1)]
  return [issue('complete', view, 'a page', `status ${view.status} without a list`, view.limit)]
}

function beginning(view: PageView): Issue[] {
  if (view.page !== 1 || view.entries?.length !== 0 || !view.total) return []
  return [
    issue('start', view, 'the first users on page 1', 'an empty page', Math.min(view.limit, view.total)),
  ]
}

/** A page before the last one holds as many users as were asked for, and so does the last one where they come out even. */
export function notFull(view: PageView, count: number | undefined): Issue[] {
  const { page, limit, entries } = view
  // A total that lies does not make a page short.
  const total = count === undefined ? view.total : Math.min(count, view.total ?? count)
  if (!entries || total === undefined || page * limit > total || entries.length >= limit) return []
  return [
    issue(
      page * limit === total ? 'complete' : 'full',
      view,
      `${limit} entries on page ${page} of ${total} users`,
      `${entries.length}`,
      limit - entries.length,
    ),
  ]
}

/** A user stands on one page only. */
export function overlaps(pages: PageView[]): Issue[] {
  const seen = new Map<string, number>()
  return pages.flatMap((view) => {
    const ids = [...new Set(idsOf(view))]
    const again = ids.filter((id) => seen.has(id))
    const [first] = again
    for (const id of ids) if (!seen.has(id)) seen.set(id, view.page)
    if (first === undefined) return []
    const expected = `no user of page ${seen.get(first)} on page ${view.page} (limit ${view.limit})`
    return [issue('disjoint', view, expected, `${again.length} of them`, again.length)]
  })
}

/** A user looks the same on every page. */
function contradictions(census: PageView | undefined, pages: PageView[]): Issue[] {
  const shown = new Map((census?.entries ?? []).map((entry) => [idOf(entry), entry]))
  return pages.flatMap((view) => {
    const differing = (view.entries ?? []).flatMap((entry) => {
      const other = shown.get(idOf(entry))
      return other ? [differingMembers(other, entry, ENTRY_MEMBERS)].filter((names) => names.length > 0) : []
    })
    const [first] = differing
    if (!first) return []
    const expected = `the same users on page ${view.page} as on page 1 with limit ${census?.limit}`
    const actual = `another ${first.join(', ')} of ${differing.length}`
    return [issue('agree', view, expected, actual, differing.length)]
  })
}

/** Holds the number of users that were seen against the totals. */
function sums(reading: Reading): Issue[] {
  const { pages, whole, census, known } = reading
  const paged = new Set(pages.flatMap(idsOf))
  const last = pages.at(-1)
  if (!last) return []
  if (isComplete(census)) return sumsOfSmall(reading, census, paged)
  const views = census ? [census, ...pages] : pages
  // Only where all pages tell one total can it be held against what they hold together.
  const alike = spreadOf(views) === 0
  const issues = views.flatMap((view) => tooLow(view, Math.max(alike ? paged.size : 0, reach(view))))
  const short = shortEnd(last)
  if (issues.length > 0 || !whole || !alike || last.total === undefined) return [...issues, ...short]
  const missing = last.total - paged.size
  if (missing <= 0) return issues
  const unseen = [...known].filter((id) => !paged.has(id)).length
  const expected = `${last.total} users on all pages, as meta.total says`
  const lacking = issue('complete', last, expected, `${paged.size}`, missing)
  // Whoever stands on two pages has taken the place of those who are on none.
  const isExplained = unseen >= missing || overlaps(pages).length > 0
  return isExplained ? [lacking] : [lacking, { ...lacking, kind: 'total' }]
}

/** With everybody on one page, it can be told whether the total or the pages are wrong. */
function sumsOfSmall({ pages, whole, known }: Reading, census: PageView, paged: Set<string>): Issue[] {
  const everybody = new Set(idsOf(census))
  const all = new Set([...everybody, ...paged])
  const lost = all.size - everybody.size
  const issues: Issue[] = []
  if (lost > 0) {
    const expected = `everybody of the other pages on page 1 with limit ${census.limit}`
    issues.push(issue('complete', census, expected, `${lost} fewer`, lost))
  } else {
    const count = census.entries?.length ?? 0
    const unseen = [...known].filter((id) => !all.has(id)).length
    for (const view of [census, ...pages]) issues.push(...wrongTotal(view, count, unseen))
  }
  const missing = [...everybody].filter((id) => !paged.has(id))
  const last = pages.at(-1)
  // A total that lies has led to too few pages; then the total is wrong, not the pages.
  const covers = whole && last !== undefined && last.page * last.limit >= everybody.size
  if (covers && missing.length > 0) {
    const expected = `all ${everybody.size} users on ${pages.length} pages of ${last.limit}`
    issues.push(issue('complete', last, expected, `${missing.length} fewer`, missing.length))
  }
  return issues
}

/**
 * Whether a page contradicts its own total: what one answer says by itself, nobody who comes or goes between
 * two answers explains.
 */
export function contradictsItself(view: PageView): boolean {
  const { page, limit, entries, total } = view
  if (total === undefined || !entries) return false
  if (entries.length === 0) return page > 1 && total > (page - 1) * limit
  return entries.length < limit ? total !== reach(view) : total < page * limit
}

/**
 * Whether some page tells another total than there are users, where nothing else about totals was found; the one that
 * is furthest off stands for all.
 */
export function unevenTotal(
  issues: readonly Issue[],
  pages: readonly PageView[],
  census: PageView | undefined,
): Issue[] {
  if (!isComplete(census) || issues.some(({ kind }) => kind === 'total')) return []
  const count = census.entries.length
  const off = ({ total = count }: PageView): number => Math.abs(total - count)
  const [worst] = [census, ...pages].sort((one, other) => off(other) - off(one))
  if (worst === undefined || off(worst) === 0) return []
  return [issue('total', worst, `a total of ${count}, as page 1 holds`, `${worst.total}`, off(worst))]
}

/** A page of everybody tells their number. */
export function wrongSum(census: PageView | undefined): Issue[] {
  if (!isComplete(census)) return []
  const { entries, total } = census
  if (total === undefined || total === entries.length) return []
  const expected = `a total of ${entries.length}, as page 1 holds`
  return [issue('sum', census, expected, `${total}`, Math.abs(total - entries.length))]
}

/** The page on which a long list ends tells by itself how many users there are. */
export function wrongEnd(view: PageView): Issue[] {
  if (!contradictsItself(view)) return []
  const [count, total = 0] = [reach(view), view.total]
  const expected = `a total that fits page ${view.page} with limit ${view.limit}, which holds ${view.entries?.length}`
  return [issue('sum', view, expected, `${total}`, Math.abs(total - count))]
}

/** Where every page agrees but the total, both are wrong together, unless a user is known to be missing. */
function wrongTotal(view: PageView, count: number, unseen: number): Issue[] {
  const { total } = view
  if (total === undefined || total === count || !contradictsItself(view)) return []
  const explained = unseen > 0 && total - count === unseen
  const found = issue(
    'total',
    view,
    `a total of ${count}, as page 1 holds`,
    `${total}`,
    Math.abs(total - count),
  )
  if (view.page !== 1 || total < count) return explained ? [] : [found]
  const lacking: Issue = {
    ...found,
    kind: 'complete',
    expected: `${total} users in the list, as meta.total says`,
    actual: `${count}`,
  }
  return explained ? [lacking] : [found, lacking]
}

function tooLow(view: PageView, seen: number): Issue[] {
  if (view.total === undefined || view.total >= seen) return []
  return [issue('total', view, `a total of at least ${seen}`, `${view.total}`, seen - view.total)]
}

/** How many users there are at least, judged by this page alone. */
function reach({ page, limit, entries }: PageView): number {
  return entries && entries.length > 0 ? (page - 1) * limit + entries.length : 0
}

/** The last page ends where the total says. */
function shortEnd(last: PageView): Issue[] {
  const { page, limit, entries, total } = last
  if (!entries || total === undefined || page * limit <= total) return []
  const expected = Math.max(0, total - (page - 1) * limit)
  if (entries.length >= expected) return []
  return [
    issue(
      'complete',
      last,
      `${expected} entries on page ${page}, the last of ${total} users`,
      `${entries.length}`,
      expected - entries.length,
    ),
  ]
}

/** How many users came, went or changed between two readings of the same. */
export function difference(before: readonly V1User[], after: readonly V1User[]): number {
  const told = (users: readonly V1User[]): Map<string, string> =>
    new Map(users.map((user) => [key(user), JSON.stringify(user)]))
  const [one, other] = [told(before), told(after)]
  return [...new Set([...one.keys(), ...other.keys()])].filter((id) => one.get(id) !== other.get(id)).length
}

/** How far totals lie apart. */
export function spreadOf(views: readonly PageView[]): number {
  const totals = views.flatMap(({ total }) => total ?? [])
  return totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals)
}

function key(user: V1User): string {
  return idOf(user) ?? JSON.stringify(user)
}

/** One issue of a page. */
export function issue(
  kind: IssueKind,
  view: PageView,
  expected: string,
  actual: string,
  size: number,
): Issue {
  return { kind, exchange: view.exchange, expected, actual, size }
}
