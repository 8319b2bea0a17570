/** The list filtered by status: read after the run's removals, so that it shows who is there and who is gone. */
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { succeeded } from '../../../model/answer.ts'
import { idsOf, MAX_LIMIT, type Page } from '../client/pages.ts'
import { STATUSES, type Status } from '../client/user.ts'
import { areEven, issuesOfFilters } from '../inspection/judge-filter.ts'
import { countOf, difference, isComplete, spreadOf, wrongEnd } from '../inspection/judge-pages.ts'
import { type Attempt, isSettled } from '../inspection/stability.ts'
import { allShown, untilUnlisted } from './catching-up.ts'
import type { CensusTaker } from './census.ts'
import type { Directory } from './directory.ts'
import type { Plenty } from './plenty.ts'
import type { Removals } from './removals.ts'

/** The pages that were read of one status. */
export interface FilteredPages {
  status: Status
  pages: Page[]
  /** The second page of about half of them, where one page was to hold them all. */
  half?: Page
}

/** How long pages of each status are. */
interface Lengths {
  limits: Record<Status, number>
  /** Lengths that put the users of one page on two, by status. */
  halves: Partial<Record<Status, number>>
}

/** The list as it was read with every filter and with none, side by side. */
export interface FilterRound {
  /** Everybody in a small list; in a long one, the pages on which the run's users stood, and the last one. */
  everybody: Page[]
  lists: FilteredPages[]
  attempt: Attempt
}

/** All that was read with filters. */
export interface FilterReadings {
  /** What was read first, right after the removals. */
  first: FilterRound
  attempts: Attempt[]
}

/** The fullest status is read in two pages, unless it has hardly anybody. */
const FEW = 2
/** A limit that is neither short nor the highest one. */
const MEDIUM = 60
/** So few entries of the run may stand on the page before the last one. */
const NEARLY_EMPTY = 5

export class Filters {
  readonly #directory: Directory
  readonly #census: CensusTaker
  readonly #removals: Removals
  readonly #guard: Guard
  readonly #plenty: Plenty
  readonly #once: Memo
  readonly #consistencyMs: number

  constructor(
    directory: Directory,
    census: CensusTaker,
    removals: Removals,
    guard: Guard,
    plenty: Plenty,
    once: Memo,
    consistencyMs: number,
  ) {
    this.#consistencyMs = consistencyMs
    this.#directory = directory
    this.#census = census
    this.#removals = removals
    this.#guard = guard
    this.#plenty = plenty
    this.#once = once
  }

  /** What was read first, once it was. */
  first: FilterRound | undefined

  /** Reads every status until the readings can be judged. */
  read(): Promise<FilterReadings> {
    return this.#once.do('v1 filters', async () => {
      if (this.#guard.allows('disposable')) await this.#removals.settled()
      const everybody = [...new Set([...(await this.#placesOfNewUsers()), ...(await this.#end())])]
      const lengths = { limits: await this.#limits(), halves: await this.#halves() }
      const first = await this.#caughtUp(await this.#round(everybody, lengths))
      this.first = first
      let round = first
      const attempts = [first.attempt]
      while (!isSettled(attempts)) {
        await allShown(
          this.#removals.answered.map(({ answer }) => answer),
          this.#consistencyMs,
        )
        round = await this.#round(everybody, lengths, round)
        attempts.push(round.attempt)
      }
      return { first, attempts }
    })
  }

  /** The first two of each status, where requests are plenty: the limit counts beside a filter, too. */
  twos(): Promise<Page[]> {
    return this.#once.do('v1 two of each status', async () =>
      Promise.all(
        (await this.#plenty.of(STATUSES)).map((status) =>
          this.#directory.page(1, FEW, `two ${status} users`, status),
        ),
      ),
    )
  }

  /** Pages that show somebody who was removed are looked at again; what else was to be seen stays. */
  async #caughtUp(round: FilterRound): Promise<FilterRound> {
    const { answered } = this.#removals
    const gone = new Set(answered.flatMap(({ subject, answer }) => (succeeded(answer) ? subject.id : [])))
    const purpose = 'is whoever was removed still listed?'
    const upToDate = (page: Page, status?: Status): Promise<Page> =>
      untilUnlisted(
        page,
        gone,
        () => this.#directory.page(page.page, page.limit, purpose, status),
        this.#consistencyMs,
      )
    const [everybody, lists] = await Promise.all([
      Promise.all(round.everybody.map((page) => upToDate(page))),
      Promise.all(
        round.lists.map(async ({ status, pages, ...more }) => ({
          ...more,
          status,
          pages: await Promise.all(pages.map((page) => upToDate(page, status))),
        })),
      ),
    ])
    return { ...round, everybody, lists }
  }

  async #round(places: number[], { limits, halves }: Lengths, previous?: FilterRound): Promise<FilterRound> {
    const everybodyNow = (): Promise<Page[]> =>
      Promise.all(
        places.map((page) => this.#directory.page(page, MAX_LIMIT, 'everybody, beside the filters')),
      )
    const reading = everybodyNow()
    // Should the lists beside it fail first, nobody awaits this one.
    reading.catch(() => undefined)
    // The first time nothing hints at anybody coming or going, so that all may travel together.
    if (previous) await reading
    const lists = await Promise.all(
      STATUSES.map((status) => this.#list(status, limits[status], halves[status])),
    )
    const everybody = await reading
    const after = previous ? await everybodyNow() : []
    const [before, then] = [everybody[0], after[0]]
    const all = lists.flatMap(({ pages }) => pages)
    const changes =
      isComplete(before) && isComplete(then)
        ? difference(before.entries ?? [], then.entries ?? [])
        : await this.#changesSince(previous, all)
    const exchanges = [...everybody, ...all].map(({ exchange }) => exchange)
    const quiet = previous !== undefined && changes === 0 && before?.total === then?.total
    const disturbance =
      changes === undefined ? Number.POSITIVE_INFINITY : changes + spreadOf([...everybody, ...after])
    const attempt: Attempt = {
      issues: [...issuesOfFilters(before, lists), ...(isComplete(before) ? [] : everybody.flatMap(wrongEnd))],
      still: previous !== undefined && changes === 0,
      quiet,
      calm: quiet && areEven(lists) && spreadOf([...everybody, ...after]) === 0,
      disturbance: previous === undefined ? undefined : disturbance,
      exchanges,
      seen: countOf([...everybody, ...all]),
    }
    return { everybody, lists, attempt }
  }

  async #changesSince(previous: FilterRound | undefined, pages: Page[]): Promise<number | undefined> {
    const before = previous?.lists.flatMap((list) => list.pages)
    if (before?.length !== pages.length) return undefined
    return this.#directory.changesBetween(before, pages)
  }

  /** The first pages of one status, and the last one where these are not all. */
  async #list(status: Status, limit: number, short: number | undefined): Promise<FilteredPages> {
    const shortly = limit < MEDIUM ? undefined : short
    const half = shortly === undefined ? undefined : this.#half(status, shortly)
    const list = await this.#longList(status, limit)
    return half === undefined ? list : { ...list, half: await half }
  }

  #half(status: Status, limit: number): Promise<Page> {
    const half = this.#directory.page(2, limit, `page 2 of about half of the ${status} users`, status)
    // Should the list beside it fail first, nobody awaits this one.
    half.catch(() => undefined)
    return half
  }

  async #longList(status: Status, limit: number): Promise<FilteredPages> {
    const numbers = limit < MEDIUM ? [1, 2] : [1]
    const read = (page: number): Promise<Page> =>
      this.#directory.page(page, limit, `page ${page} of ${status} users`, status)
    const pages = await Promise.all(numbers.map(read))
    const total = pages[0]?.total ?? 0
    const last = Math.ceil(total / limit)
    if (last <= numbers.length || pages[0]?.entries === undefined) return { status, pages }
    const tail = total % limit < NEARLY_EMPTY && last - 1 > numbers.length ? [last - 1, last] : [last]
    return { status, pages: [...pages, ...(await Promise.all(tail.map(read)))] }
  }

  /** Limits that put the users of the fullest status on two pages. */
  async #limits(): Promise<Record<Status, number>> {
    const limits: Record<Status, number> = { active: MAX_LIMIT, inactive: MAX_LIMIT, pending: MAX_LIMIT }
    const { census } = await this.#directory.walk()
    if (!isComplete(census)) return limits
    // The pending ones stay on one page: there the new user has to be found.
    const counts = (['active', 'inactive'] as const)
      .map((status) => ({
        status,
        count: (census.entries ?? []).filter((entry) => entry.status === status).length,
      }))
      .sort((one, other) => other.count - one.count)
    const fullest = counts[0]
    if (fullest && fullest.count >= FEW) limits[fullest.status] = Math.floor(fullest.count / 2) + 1
    const other = counts[1]
    if (other && other.count < MEDIUM) limits[other.status] = MEDIUM
    return limits
  }

  /** Lengths that put the users of each status on two pages, as far as the whole list has told how many they are. */
  async #halves(): Promise<Partial<Record<Status, number>>> {
    const { pages, plan, census } = await this.#directory.walk()
    const seen = isComplete(census) ? [census] : plan.whole ? pages : []
    const entries = seen.flatMap((page) => page.entries ?? [])
    const counted = STATUSES.map((status) => ({
      status,
      count: entries.filter((entry) => entry.status === status).length,
    }))
    const several = await this.#plenty.of(counted.filter(({ count }) => count > FEW && count < MAX_LIMIT))
    return Object.fromEntries(several.map(({ status, count }) => [status, Math.floor(count / 2) + 1]))
  }

  /** The last page of a long list: there its total is to be checked once somebody was removed. */
  async #end(): Promise<number[]> {
    const { pages, plan } = await this.#directory.walk()
    const last = pages.at(-1)
    return plan.limit === MAX_LIMIT && last !== undefined ? [Math.ceil((last.total ?? 1) / MAX_LIMIT)] : []
  }

  /** Pages, with limit 100, on which the run's users stood; page 1 where there are none. */
  async #placesOfNewUsers(): Promise<number[]> {
    if (!this.#guard.allows('disposable')) return [1]
    try {
      const { pages } = await this.#census.taken()
      const subjects = await Promise.allSettled([
        this.#census.leaver(),
        this.#census.witness(),
        this.#census.resident(),
      ])
      const ids = subjects.flatMap((one) => (one.status === 'fulfilled' ? one.value.id : []))
      const places = pages.filter(
        (page) => page.limit === MAX_LIMIT && idsOf(page).some((id) => ids.includes(id)),
      )
      return places.length > 0 ? [...new Set(places.map(({ page }) => page))] : [1]
    } catch {
      return [1]
    }
  }
}
