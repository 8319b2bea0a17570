/** Pages of a list as they were read, and which of them to read. */
import type { Answer } from '../../../model/answer.ts'
import { entriesOf, idOf, metaOf, type V1User } from './user.ts'

/** The highest documented limit. */
export const MAX_LIMIT = 100

/** One page as it was read. */
export interface PageView {
  /** Id of the exchange. */
  exchange: string
  /** The page and the limit that were asked for. */
  page: number
  limit: number
  status: number
  /** Undefined when the answer was no list. */
  entries: V1User[] | undefined
  total: number | undefined
}

/** One list answer with the page that it shows. */
export interface Page extends PageView {
  answer: Answer
}

/** Which pages to read. */
export interface Plan {
  limit: number
  /** In ascending order. */
  pages: number[]
  /** Whether these are all pages. */
  whole: boolean
  /** The first page past the end. */
  past: number
}

/** How an answer shows the page that was asked for. */
export function viewOf(answer: Answer, page: number, limit: number): PageView {
  return {
    exchange: answer.exchange.id,
    page,
    limit,
    status: answer.status,
    entries: entriesOf(answer),
    total: metaOf(answer).total,
  }
}

/** The ids on a page. */
export function idsOf(view: PageView): string[] {
  return (view.entries ?? []).flatMap((entry) => idOf(entry) ?? [])
}

/**
 * Which pages to read; with a limit other than `usual`, the one that pages have anyway.
 *
 * All pages where at most `maxPages` hold `total` users; else the first, the second, the middle, the
 * last, and the one before where the last is nearly empty.
 */
export function planWalk(total: number, maxPages: number, usual?: number): Plan {
  const limit = limitFor(total, usual)
  const last = Math.max(1, Math.ceil(total / limit))
  const past = last + 1
  if (last <= maxPages) {
    return { limit, pages: Array.from({ length: last }, (_, index) => index + 1), whole: true, past }
  }
  const tail = total - (last - 1) * limit < NEARLY_EMPTY ? [last - 1, last] : [last]
  const pages = [...new Set([1, 2, Math.ceil(last / 2), ...tail])].slice(-Math.max(maxPages, 1))
  return { limit, pages, whole: false, past }
}

/** Everybody whom a run can have created fits on a page with this much room. */
const NEARLY_EMPTY = 30

/** A limit that gives few pages, but several, the last of which is not full. */
function limitFor(total: number, usual: number | undefined): number {
  if (total > MAX_LIMIT) return MAX_LIMIT
  const first = Math.min(19, Math.max(1, Math.ceil(total / 3)))
  const candidates = [0, 1, -1, 2, -2, 3].map((step) => first + step).filter((limit) => limit > 0)
  return candidates.find((limit) => limit !== usual && total % limit !== 0) ?? first
}
