/** Finding somebody in a list that is too long to be walked, where it is sorted by something that is known. */
import type { V1User } from './user.ts'

/** Compares a user with the one who is sought: below zero where the user stands before. */
export type Position = (user: V1User) => number

type Compare = (one: string, other: string) => number

const MEMBERS = ['created_at', 'email', 'name', 'id'] as const
const COMPARISONS: Compare[] = [
  (one, other) => (one < other ? -1 : one > other ? 1 : 0),
  (one, other) => COMPARISONS[0]?.(one.toLowerCase(), other.toLowerCase()) ?? 0,
  (one, other) => one.localeCompare(other, 'en'),
]

/**
 * Where the sought user stands relative to others, told from a sample of entries in the order of the list;
 * undefined when the sample follows no order that is known.
 */
export function positionBy(sample: readonly V1User[], sought: V1User): Position | undefined {
  for (const member of MEMBERS) {
    const value = sought[member]
    if (typeof value !== 'string' || new Set(sample.map((user) => user[member])).size < 2) continue
    for (const compare of COMPARISONS) {
      for (const direction of [1, -1]) {
        const position = (user: V1User, other: string): number =>
          direction * compare(String(user[member]), other)
        const sorted = sample.every((user, index) => {
          const next = sample[index + 1]
          return next === undefined || position(user, String(next[member])) <= 0
        })
        if (sorted) return (user) => position(user, value)
      }
    }
  }
  return undefined
}

/**
 * Halves the pages between `low` and `high`, both included, until a page is found on which the sought user
 * has to stand.
 * @param read gives the entries of a page
 * @param most how many pages may be read
 * @returns the last page that was read
 */
export async function seekPage(
  position: Position,
  low: number,
  high: number,
  most: number,
  read: (page: number) => Promise<readonly V1User[]>,
): Promise<number | undefined> {
  let [first, last] = [low, high]
  let page: number | undefined
  for (let count = 0; first <= last && count < most; count++) {
    page = Math.floor((first + last) / 2)
    const entries = await read(page)
    const [start, end] = [entries[0], entries.at(-1)]
    if (!start || !end) return page
    if (position(start) > 0) last = page - 1
    else if (position(end) < 0) first = page + 1
    else return page
  }
  return page
}
