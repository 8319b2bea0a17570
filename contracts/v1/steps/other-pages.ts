/** Pages of other lengths than those by which the list is walked. */

import type { Page } from '../client/pages.ts'
import type { ListQuery } from '../client/requests.ts'

/** Pages of other lengths than those of the walk: of the usual one, and of one user. */
export interface OtherPages {
  usual: Page[]
  single: Page[]
}

/** Reads one page; `limit` is what it holds, where the query leaves that to the target. */
type Read = (query: ListQuery & { page: number }, limit: number, purpose: string) => Promise<Page>

/** The usual length, where the target does not tell it: that of the documents' example. */
const USUAL_LIMIT = 20

/**
 * The first pages of both lengths, and the last ones: of the usual length without a limit, of one user where the pages
 * come out even.
 * @param usual what a page holds without a limit
 */
export async function otherPages(read: Read, total: number, usual: number | undefined): Promise<OtherPages> {
  const limit = usual ?? USUAL_LIMIT
  const last = usual === undefined ? 1 : Math.ceil(total / usual)
  const later = [...new Set([2, last])].filter((page) => page > 1 && page <= last)
  const singles = [...new Set([1, total])].filter((page) => page > 0 && page <= total)
  const [first, laterPages, single] = await Promise.all([
    read({ page: 1, limit }, limit, 'page 1 of the usual length'),
    Promise.all(later.map((page) => read({ page }, limit, `page ${page} without a limit`))),
    Promise.all(singles.map((page) => read({ page, limit: 1 }, 1, `page ${page} of one user`))),
  ])
  return { usual: [first, ...laterPages], single }
}
