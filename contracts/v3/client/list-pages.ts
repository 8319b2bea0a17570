/**
 * The whole list where a target divides it although the documents know no pages: other lists of v3 say in
 * `data.pagination` that there is more, and take `page` and `page_size`.
 */
import { type Answer, asObject } from '../../../model/answer.ts'
import { usersOf, type V3User } from './user.ts'

/** So many pages are followed at the most. */
const MOST_PAGES = 200
/** So often the pages are read anew where people came or went meanwhile. */
const MOST_TRIES = 6

/**
 * Follows the pages as long as the target says that there are more, and they show somebody new.
 * @param next asks for a page; given what stands behind the path
 * @returns the first answer, with the users of all pages
 */
export async function wholeList(
  first: Answer,
  next: (query: string) => Promise<Answer>,
  tries = MOST_TRIES,
): Promise<Answer> {
  const users = usersOf(first)
  if (users === undefined || !hasMore(first)) return first
  const all: V3User[] = [...users]
  const known = new Set<unknown>(users.map(({ id }) => id))
  const size = paginationOf(first)?.page_size
  let isMoved = false
  const rest = Number.isInteger(size) ? `&page_size=${size}` : ''
  for (let page = 2; page <= MOST_PAGES; page++) {
    const answer = await next(`?page=${page}${rest}`)
    isMoved ||= paginationOf(answer)?.total_count !== paginationOf(first)?.total_count
    const fresh = (usersOf(answer) ?? []).filter(({ id }) => !known.has(id))
    for (const user of fresh) known.add(user.id)
    all.push(...fresh)
    if (fresh.length === 0 || !hasMore(answer)) break
  }
  // Who came or went meanwhile has moved others from page to page, past the reader.
  if (isMoved && tries > 1) return wholeList(await next(''), next, tries - 1)
  const json = asObject(first.json)
  return { ...first, json: { ...json, data: { ...asObject(json?.data), users: all } } }
}

function hasMore(answer: Answer): boolean {
  return paginationOf(answer)?.has_more === true
}

function paginationOf({ json }: Answer): Record<string, unknown> | undefined {
  return asObject(asObject(asObject(json)?.data)?.pagination)
}
