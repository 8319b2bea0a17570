/** The list as a whole: read once before anything is changed, and page by page when the run's users are there. */

import { clock } from '../../../helpers/http/clock.ts'
import { lateOf } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger } from '../../../helpers/safety/ledger.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { MAX_LIMIT, type Page, type Plan, planWalk, viewOf } from '../client/pages.ts'
import type { ListQuery } from '../client/requests.ts'
import { positionBy, seekPage } from '../client/seek.ts'
import { entriesOf, idOf, metaOf, userOf, type V1User } from '../client/user.ts'
import {
  countOf,
  difference,
  isComplete,
  issuesOfReading,
  spreadOf,
  unevenTotal,
} from '../inspection/judge-pages.ts'
import { type Attempt, type Issue, isSettled } from '../inspection/stability.ts'
import type { V1Callers } from './callers.ts'
import { allShown, untilListed } from './catching-up.ts'
import { Churn } from './churn.ts'
import { allOf, furtherLengths, type OtherPages, otherPages } from './other-pages.ts'
import type { People } from './people.ts'
import type { Plenty } from './plenty.ts'

/** The pages of the list, read until they could be judged. */
export interface Walk {
  attempts: Attempt[]
  plan: Plan
  /** Of the last attempt. */
  pages: Page[]
  /** Page 1 with limit 100, where it is not one of the pages. */
  census: Page | undefined
  /** Pages of the usual length and of one user, each kind with the first page. */
  others: OtherPages
  /** Pages past the end, of the first attempt: with some limit, and behind a last page that is full. */
  past: Page[]
  /** Pages that showed a new user only when they were looked at again; none where nobody was late. */
  late: readonly Page[]
}

/** An answer with a total that is not the one of the others. */
export interface WrongTotal {
  answer: Answer
  total: number
  expected: number
}

interface Round {
  plan: Plan
  pages: Page[]
  others: OtherPages
  census: Page | undefined
  attempt: Attempt
}

/** A short page holds from one to the other. */
const FEW = [3, 9] as const

/** A search halves the pages this often: enough for 400,000 users. */
const MOST_HALVINGS = 12

/** So often a wrong total past the end is looked for. */
const CONFIRMATIONS = 3

export class Directory {
  readonly #callers: V1Callers
  readonly #guard: Guard
  readonly #ledger: Ledger
  readonly #people: People
  readonly #plenty: Plenty
  readonly #once: Memo
  readonly #maxPages: number
  readonly #consistencyMs: number
  readonly #churn: Churn

  constructor(
    callers: V1Callers,
    guard: Guard,
    ledger: Ledger,
    people: People,
    plenty: Plenty,
    once: Memo,
    { maxPages, consistencyMs }: { maxPages: number; consistencyMs: number },
  ) {
    this.#callers = callers
    this.#guard = guard
    this.#ledger = ledger
    this.#people = people
    this.#plenty = plenty
    this.#once = once
    this.#maxPages = maxPages
    this.#consistencyMs = consistencyMs
    this.#churn = new Churn(callers, clock().now())
  }

  /** The list without any parameter, before anything was changed; its users are nobody's to touch. */
  baseline(): Promise<Answer> {
    return this.#once.do('v1 baseline', async () => {
      const answer = await this.#callers.manager.list({}, { purpose: 'list before the run' })
      if (this.#guard.allows('disposable')) {
        const pages = [answer, ...(await this.#pagesBefore(answer))]
        if (!this.#takenForStrangers(pages)) this.#guard.unseenBefore('v1')
      }
      return answer
    })
  }

  /**
   * What the first answer does not show of the list, where that is not too much: whoever is not known to have been there
   * before may be taken for somebody whom the run created.
   */
  async #pagesBefore(first: Answer): Promise<Answer[]> {
    const { total = 0 } = metaOf(first)
    const pages = Math.ceil(total / MAX_LIMIT)
    if (total <= (entriesOf(first)?.length ?? 0) || pages > this.#maxPages) return []
    const reads = Array.from({ length: pages }, (_, index) =>
      this.#callers.manager.list(
        { page: index + 1, limit: MAX_LIMIT },
        { purpose: `everybody before the run, page ${index + 1}` },
      ),
    )
    const read = await Promise.allSettled(reads)
    return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  }

  /** Whether somebody had this id before the run, as far as the run has looked. */
  wasThere(id: string): boolean {
    return this.#guard.isForeign(id)
  }

  /** @returns whether these are all who are there */
  #takenForStrangers(answers: readonly Answer[]): boolean {
    const shown = answers.flatMap((answer) => entriesOf(answer) ?? [])
    const strangers = shown.filter(
      ({ email, name }) => !this.#guard.carriesTag(email) && !this.#guard.carriesTag(name),
    )
    const ids = strangers.flatMap((user) => idOf(user) ?? [])
    this.#guard.foreign(ids)
    this.#ledger.shown('v1', ids)
    const total = answers[0] && metaOf(answers[0]).total
    return total !== undefined && new Set(shown.map((user) => idOf(user))).size >= total
  }

  /** An id that nobody has, in the style of those that the target gives. */
  async unknownId(): Promise<string> {
    const baseline = await this.baseline().catch(() => undefined)
    const [user] = (baseline && entriesOf(baseline)) ?? []
    return (await this.#shortUnknownId(idOf(user))) ?? this.#guard.unknownV1Id('nobody', idOf(user))
  }

  /** The same where ids are short, so that it takes a look whether somebody has one. */
  #shortUnknownId(like = ''): Promise<string | undefined> {
    return this.#once.do('v1 short id of nobody', async () => {
      const id = this.#guard.shortId(like)
      if (id === undefined) return undefined
      const read = await this.#callers.manager.get(id, {
        purpose: 'does anybody have this id?',
        patient: true,
      })
      if (read.status !== 404) return undefined
      this.#guard.foundNobody(id)
      return id
    })
  }

  /** Reads page by page, once every creation has been answered and before anybody is removed. */
  walk(): Promise<Walk> {
    return this.#once.do('v1 walk', async () => {
      const expected = await this.#expectedTotal()
      const usual = metaOf(await this.baseline()).limit
      const first = await this.#firstRound(planWalk(expected, this.#maxPages, usual), expected)
      let round: Round = first
      const attempts = [round.attempt]
      const late = await this.#untilListed(first)
      if (late.length > 0) {
        // What was read while the target was late proves nothing, nor does what it shows before it may be late no more.
        await this.#allShown()
        round = await this.#nextRound(round)
        attempts.splice(0, 1, round.attempt)
      }
      while (!isSettled(attempts) || (attempts.length === 1 && isOutgrown(round))) {
        await this.#allShown()
        round = await this.#nextRound(round)
        attempts.push(round.attempt)
      }
      const { plan, pages, census } = round
      return { attempts, plan, pages, census, others: first.others, past: first.past, late }
    })
  }

  #allShown(): Promise<void> {
    const changes = this.#people.answered.map(({ answer }) => answer)
    return allShown(changes, this.#consistencyMs)
  }

  /** Waits for new users whom pages of everybody miss; gives the pages that show them in the end. */
  async #untilListed({ plan, census, pages }: Round): Promise<readonly Page[]> {
    if (!this.#guard.allows('disposable')) return []
    const made = (await this.#people.made()).map(({ creation }) => creation)
    const first = census === undefined ? pages : [census]
    const isWhole = ([page]: readonly Page[]): boolean =>
      census === undefined ? plan.whole : isComplete(page)
    const again = (): Promise<Page[]> =>
      Promise.all(first.map(({ page, limit }) => this.page(page, limit, 'are the new users listed by now?')))
    const seen = await untilListed(first, made, isWhole, again, this.#consistencyMs)
    return seen.filter(({ answer }) => lateOf(answer) !== undefined)
  }

  /**
   * Looks for a user where the order of a long list puts it, as far as pages that were read tell that order.
   * @returns the pages that were read on the way, none where no order is to be seen
   */
  async seek(seen: readonly Page[], sought: V1User, status?: string): Promise<Page[]> {
    const pages = seen.filter(({ limit }) => limit === MAX_LIMIT)
    const sample = pages.flatMap(({ entries }) => entries ?? [])
    const position = positionBy(sample, sought)
    const found: Page[] = []
    const last = Math.ceil((pages.at(-1)?.total ?? 0) / MAX_LIMIT)
    if (!position) return found
    await seekPage(position, 1, last, MOST_HALVINGS, async (number) => {
      const page = await this.page(number, MAX_LIMIT, 'look for a new user', status)
      found.push(page)
      return page.entries ?? []
    })
    return found
  }

  /**
   * Holds the total past the end against the one on the pages; where they differ, both are read again.
   * @returns what stayed wrong while the total on the pages stayed the same
   */
  wrongTotalPastTheEnd(): Promise<WrongTotal | undefined> {
    return this.#once.do('v1 total past the end', async () => {
      const { pages, past: all } = await this.walk()
      // A page that turned out to be past the end, too, speaks for no total.
      const known = new Set(pages.flatMap(({ entries, total }) => (entries?.length ? [total] : [])))
      const past = all.find(({ total }) => total !== undefined && !known.has(total))
      if (past === undefined) return undefined
      // The run itself invites and removes meanwhile, so that one time alone may fall between.
      for (let tries = 1; tries <= CONFIRMATIONS; tries++) {
        const wrong = await this.#confirmedTotal(past)
        if (wrong !== undefined) return wrong
      }
      return undefined
    })
  }

  /** A page past the end read again and again beside the first; undefined where its total is not always another. */
  async #confirmedTotal(past: Page): Promise<WrongTotal | undefined> {
    const read = (page: number): Promise<Page> => this.page(page, past.limit, 'the total once more')
    const first = await read(1)
    let beyond: Page | undefined
    // Each time one call more, so that it keeps step with nobody who comes and goes.
    for (let count = 1; count <= 4; count++) {
      const again = await read(past.page)
      if (beyond && again.total !== beyond.total) return undefined
      beyond = again
      for (let more = 0; more < count; more++) {
        const { total } = await read(1)
        if (total !== first.total || total === beyond.total) return undefined
      }
    }
    if (beyond?.total === undefined || first.total === undefined) return undefined
    return { answer: beyond.answer, total: beyond.total, expected: first.total }
  }

  /** The run's own users who were seen on any page: their ids and addresses. */
  readonly sighted = new Map<string, string>()

  /** One page. */
  page(page: number, limit: number, purpose: string, status?: string): Promise<Page> {
    const filter = status === undefined ? {} : { status }
    return this.#read({ page, limit, ...filter }, limit, purpose)
  }

  /** @param limit what a page holds, where the query leaves that to the target */
  async #read(query: ListQuery & { page: number }, limit: number, purpose: string): Promise<Page> {
    const answer = await this.#callers.manager.list(query, { purpose })
    for (const entry of entriesOf(answer) ?? []) {
      const id = idOf(entry)
      this.#guard.confirm('v1', entry)
      if (id !== undefined && this.#guard.isOwn(id)) this.sighted.set(id, String(entry.email))
    }
    return { ...viewOf(answer, query.page, limit), answer }
  }

  async #others(total: number, taken: number): Promise<OtherPages> {
    const { limit } = metaOf(await this.baseline())
    const draws = this.#guard.chance.for('further lengths of pages')
    const lengths = await this.#plenty.of(furtherLengths(total, draws, taken))
    return otherPages((query, length, purpose) => this.#read(query, length, purpose), total, limit, lengths)
  }

  /** What the list held before the run, and what the run has added. */
  async #expectedTotal(): Promise<number> {
    const baseline = await this.baseline()
    const before = metaOf(baseline).total ?? entriesOf(baseline)?.length ?? 0
    if (!this.#guard.allows('disposable')) return before
    await this.#people.settled()
    return before + this.#people.answered.filter(({ answer }) => succeeded(answer)).length
  }

  /** Users of the run who should be in the list, as far as the answers to their creation can be believed. */
  #known(): Set<string> {
    return new Set(this.#people.answered.flatMap(({ answer }) => idOf(userOf(answer)) ?? []))
  }

  async #firstRound(plan: Plan, total: number): Promise<Round & { past: Page[] }> {
    const few = this.#guard.chance.for('short page').between(...FEW)
    const [behind, alone, census, others, ...pages] = await Promise.all([
      this.page(Math.ceil(total / few) + 1, few, 'page past the end'),
      this.page(total + 1, 1, 'page behind a full one'),
      this.#census(plan),
      this.#others(total, plan.limit),
      ...plan.pages.map((page) => this.page(page, plan.limit, `page ${page}`)),
    ])
    const attempt = {
      issues: this.#issuesOf(plan, pages, census, others),
      still: false,
      quiet: false,
      calm: false,
      disturbance: undefined,
      exchanges: exchangesOf(pages, census, others),
      seen: countOf([...(census ? [census] : []), ...pages]),
    }
    return { plan, pages, census, others, attempt, past: [behind, alone] }
  }

  #issuesOf(plan: Plan, pages: Page[], census: Page | undefined, others: OtherPages): Issue[] {
    const known = this.#known()
    const { usual, single, further } = others
    const issues = [
      ...issuesOfReading({ pages, whole: plan.whole, census, known }),
      ...issuesOfReading({ pages: usual, whole: false, census, known }),
      ...issuesOfReading({ pages: single, whole: false, census, known }),
      ...further.flatMap((read) => issuesOfReading({ ...read, census, known })),
    ]
    return [...issues, ...unevenTotal(issues, [...pages, ...allOf(others)], census)]
  }

  /** Reads again, in a way that shows who has come or gone meanwhile. */
  async #nextRound(previous: Round): Promise<Round> {
    const latest = previous.census?.total ?? previous.pages.at(-1)?.total ?? 0
    const before =
      latest <= MAX_LIMIT ? await this.page(1, MAX_LIMIT, 'everybody, before reading again') : undefined
    const usual = metaOf(await this.baseline()).limit
    const plan = planWalk(before?.total ?? latest, this.#maxPages, usual)
    const [others, ...pages] = await Promise.all([
      this.#others(before?.total ?? latest, plan.limit),
      ...plan.pages.map((page) => this.page(page, plan.limit, `page ${page} once more`)),
    ])
    const after = before && (await this.page(1, MAX_LIMIT, 'everybody, after reading again'))
    const census = plan.limit === MAX_LIMIT ? undefined : before
    const views = [...(before ? [before] : []), ...pages, ...(after ? [after] : [])]
    const changes =
      isComplete(before) && isComplete(after)
        ? difference(before.entries ?? [], after.entries ?? [])
        : await this.#changesOf(previous, plan, pages)
    const spread = spreadOf(views)
    const attempt: Attempt = {
      issues: this.#issuesOf(plan, pages, census, others),
      still: changes === 0,
      quiet: changes === 0 && before?.total === after?.total,
      calm: changes === 0 && spread === 0,
      disturbance: changes === undefined ? Number.POSITIVE_INFINITY : changes + spread,
      exchanges: exchangesOf(pages, census, others),
      seen: countOf([...(census ? [census] : []), ...pages]),
    }
    return { plan, pages, census, others, attempt }
  }

  /** Who came, went or changed since the last attempt; undefined when these are not the same pages. */
  async #changesOf(previous: Round, plan: Plan, pages: Page[]): Promise<number | undefined> {
    if (JSON.stringify(plan) !== JSON.stringify(previous.plan)) return undefined
    return this.changesBetween(previous.pages, pages)
  }

  /** Who came, went or changed between two readings of the same pages of a long list. */
  changesBetween(before: readonly Page[], after: readonly Page[]): Promise<number> {
    return this.#churn.between(before, after, (id) => this.#guard.isOwn(id))
  }

  async #census(plan: Plan): Promise<Page | undefined> {
    if (plan.limit === MAX_LIMIT) return undefined
    return this.page(1, MAX_LIMIT, 'everybody, as far as one page holds them')
  }
}

/** Whether more people have come than the plan has pages for. */
function isOutgrown({ plan, pages, census }: Round): boolean {
  const seen = census?.entries?.length ?? 0
  const last = pages.at(-1)
  const full = last?.entries?.length === plan.limit && (last.total ?? 0) > last.page * plan.limit
  return plan.whole && (full || seen > plan.pages.length * plan.limit)
}

function exchangesOf(pages: Page[], census: Page | undefined, others: OtherPages): string[] {
  return [...(census ? [census] : []), ...pages, ...allOf(others)].map(({ exchange }) => exchange)
}
