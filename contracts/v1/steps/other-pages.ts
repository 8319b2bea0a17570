/** Pages of other lengths than those by which the list is walked. */

import type { Draws } from '../../../helpers/chance/chance.ts'

import type { Page } from '../client/pages.ts'
import type { ListQuery } from '../client/requests.ts'

/** Pages of other lengths than those of the walk: of the usual one, of one user, and of further ones. */
export interface OtherPages {
  usual: Page[]
  single: Page[]
  further: { pages: Page[]; whole: boolean }[]
}

/** A further length of pages; whole: whether all its pages are read. */
interface FurtherLength {
  limit: number
  pages: number[]
  whole: boolean
}

/** Reads one page; `limit` is what it holds, where the query leaves that to the target. */
type Read = (query: ListQuery & { page: number }, limit: number, purpose: string) => Promise<Page>

/** The usual length, where the target does not tell it: that of the documents' example. */
const USUAL_LIMIT = 20

/** Lengths below the usual one and above it, each with the most pages that it may take to read everybody by it. */
const FURTHER_LENGTHS = [
  { from: 11, to: 19, most: 9 },
  { from: 21, to: 99, most: 4 },
] as const

/**
 * Further lengths, one of each kind: so many users a page that all of them can be read, where there is such a length.
 * @param taken a length by which the list is read anyway
 */
export function furtherLengths(total: number, draws: Draws, taken: number): FurtherLength[] {
  return FURTHER_LENGTHS.flatMap(({ from, to, most }) => {
    const lengths = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    if (total <= from || lengths.includes(taken)) return []
    const several = lengths.filter((limit) => limit < total)
    const whole = several.filter((limit) => Math.ceil(total / limit) <= most)
    const limit = draws.of(whole.length > 0 ? whole : several)
    const count = whole.length > 0 ? Math.ceil(total / limit) : 2
    return [{ limit, pages: Array.from({ length: count }, (_, index) => index + 1), whole: whole.length > 0 }]
  })
}

/**
 * The first pages of both lengths, and the last ones: of the usual length without a limit, of one user where the pages
 * come out even.
 * @param usual what a page holds without a limit
 */
export async function otherPages(
  read: Read,
  total: number,
  usual: number | undefined,
  lengths: readonly FurtherLength[],
): Promise<OtherPages> {
  const limit = usual ?? USUAL_LIMIT
  const last = usual === undefined ? 1 : Math.ceil(total / usual)
  const later = [...new Set([2, last])].filter((page) => page > 1 && page <= last)
  const singles = [...new Set([1, total])].filter((page) => page > 0 && page <= total)
  const [first, laterPages, single, further] = await Promise.all([
    read({ page: 1, limit }, limit, 'page 1 of the usual length'),
    Promise.all(later.map((page) => read({ page }, limit, `page ${page} without a limit`))),
    Promise.all(singles.map((page) => read({ page, limit: 1 }, 1, `page ${page} of one user`))),
    Promise.all(
      lengths.map(async ({ limit: length, pages, whole }) => {
        const purpose = (page: number): string => `page ${page} of another length`
        const asked = pages.map((page) => read({ page, limit: length }, length, purpose(page)))
        return { pages: await Promise.all(asked), whole }
      }),
    ),
  ])
  return { usual: [first, ...laterPages], single, further }
}

/** All pages of other lengths. */
export function allOf({ usual, single, further }: OtherPages): Page[] {
  return [...usual, ...single, ...further.flatMap(({ pages }) => pages)]
}
