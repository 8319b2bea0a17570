/**
 * People whom a long list shows with a status and whom the list of that status lacks. Where no page holds everybody,
 * they are found one by one: each is read alone, and has to stay missing while the status stays.
 */
import { eventually } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { idsOf, type Page } from '../client/pages.ts'
import { idOf, type Status, userOf } from '../client/user.ts'
import { isComplete, isWhole, spreadOf } from '../inspection/judge-pages.ts'
import type { V1Callers } from './callers.ts'
import type { Directory } from './directory.ts'
import type { FilteredPages, Filters } from './filters.ts'

/** A filtered list that lacks somebody. */
export interface FilterGap {
  status: Status
  /** The last page of the filtered list, as it was read last. */
  page: Page
  /** How many users have the status at least: those on the pages, and who is missing. */
  least: number
}

/** A list of a status that shows somebody whom the list of everybody lacks. */
export interface Unlisted {
  status: Status
  /** The first page of everybody. */
  page: Page
}

/** So many of those who are missing are looked at in each list: others may have come to another status meanwhile. */
const SAMPLE = 3

export class FilterGaps {
  readonly #callers: V1Callers
  readonly #directory: Directory
  readonly #filters: Filters
  readonly #guard: Guard
  readonly #once: Memo
  readonly #consistencyMs: number

  constructor(
    callers: V1Callers,
    directory: Directory,
    filters: Filters,
    guard: Guard,
    once: Memo,
    consistencyMs: number,
  ) {
    this.#callers = callers
    this.#directory = directory
    this.#filters = filters
    this.#guard = guard
    this.#once = once
    this.#consistencyMs = consistencyMs
  }

  /** The first list that lacks somebody; undefined where none does, or where one page holds everybody. */
  find(): Promise<FilterGap | undefined> {
    return this.#once.do('v1 gaps of filters', async () => {
      const [{ first }, walk] = await Promise.all([this.#filters.read(), this.#directory.walk()])
      if (isComplete(walk.census ?? walk.pages[0])) return undefined
      const shown = this.#shown([...walk.pages, ...first.everybody])
      for (const list of first.lists) {
        const gap = await this.#gapIn(list, shown)
        if (gap) return gap
      }
      return undefined
    })
  }

  /** The first list that shows somebody whom no page of everybody does, where all of those pages were read. */
  unlisted(): Promise<Unlisted | undefined> {
    return this.#once.do('v1 gaps of the whole list', async () => {
      const [{ first }, walk] = await Promise.all([this.#filters.read(), this.#directory.walk()])
      if (isComplete(walk.census ?? walk.pages[0]) || !walk.plan.whole) return undefined
      const listed = new Set([...walk.pages, ...first.everybody].flatMap(idsOf))
      for (const { status, pages } of first.lists) {
        const ids = pages.flatMap(({ entries = [] }) =>
          entries.flatMap((entry) => (entry.status === status ? (idOf(entry) ?? []) : [])),
        )
        const missing = ids.filter((id) => !listed.has(id) && !this.#guard.isOwn(id))
        for (const id of missing.slice(0, SAMPLE)) {
          const page = await this.#nowhere(id, { status, pages }, walk.pages)
          if (page) return { status, page }
        }
      }
      return undefined
    })
  }

  /**
   * Looks for somebody on all pages of everybody, each time beside the list that shows them.
   * @returns the first of those pages, where nobody is there twice in a row while the total stays the same
   */
  async #nowhere(id: string, list: FilteredPages, pages: readonly Page[]): Promise<Page | undefined> {
    let first: Page | undefined
    for (let count = 0; count < 2; count++) {
      const read = (one: Page): Promise<Page> =>
        this.#directory.page(one.page, one.limit, 'is somebody of a filtered list missing still?')
      const everybody = await Promise.all(pages.map(read))
      const filtered = await this.#again(list.status, list.pages)
      const isShown = filtered.some((page) => idsOf(page).includes(id))
      const isListed = everybody.some((page) => idsOf(page).includes(id))
      if (isListed || !isShown || !isWhole(everybody) || spreadOf(everybody) > 0) return undefined
      first = everybody[0]
    }
    return first
  }

  /** The status of everybody on the pages but the run's own users, of whom other checks know more. */
  #shown(pages: readonly Page[]): Map<string, unknown> {
    const entries = pages.flatMap((page) => page.entries ?? [])
    return new Map(
      entries.flatMap((entry): [string, unknown][] => {
        const id = idOf(entry)
        return id === undefined || this.#guard.isOwn(id) ? [] : [[id, entry.status]]
      }),
    )
  }

  async #gapIn(list: FilteredPages, shown: ReadonlyMap<string, unknown>): Promise<FilterGap | undefined> {
    const { status, pages } = list
    // Whoever does not belong there has taken somebody's place, which is for the filter itself to answer for.
    const isForeign = pages.some(({ entries }) => entries?.some((entry) => entry.status !== status))
    if (isForeign || !isWhole(pages)) return undefined
    const found = new Set(pages.flatMap(idsOf))
    const missing = [...shown].filter(([id, has]) => has === status && !found.has(id))
    for (const [id] of missing.slice(0, SAMPLE)) {
      const gap = await this.#confirmed(list, id)
      if (gap) return gap
    }
    return undefined
  }

  /** Looks for somebody in the filtered list until the time for a change to show is over. */
  async #confirmed({ status, pages }: FilteredPages, id: string): Promise<FilterGap | undefined> {
    if (!(await this.#has(id, status))) return undefined
    const again = (): Promise<Page[]> => this.#again(status, pages)
    const isThere = (now: readonly Page[]): boolean =>
      !isWhole(now) || now.some((page) => idsOf(page).includes(id))
    const answersOf = (now: readonly Page[]): Page['answer'][] => now.map(({ answer }) => answer)
    await eventually(again, isThere, answersOf, this.#consistencyMs)
    // However short that time is: somebody may slip from page to page once, not always just then.
    const last = await again()
    const page = last.at(-1)
    if (page === undefined || isThere(last) || spreadOf(last) > 0 || !(await this.#has(id, status)))
      return undefined
    return { status, page, least: new Set(last.flatMap(idsOf)).size + 1 }
  }

  async #again(status: Status, pages: readonly Page[]): Promise<Page[]> {
    const read: Page[] = []
    for (const { page, limit } of pages) {
      read.push(await this.#directory.page(page, limit, `is a ${status} user missing still?`, status))
    }
    return read
  }

  async #has(id: string, status: Status): Promise<boolean> {
    const answer = await this.#callers.manager.get(id, {
      purpose: `does somebody have the status ${status}?`,
    })
    return userOf(answer)?.status === status
  }
}
