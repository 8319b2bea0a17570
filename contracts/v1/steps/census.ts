/** Who is listed once every creation has been answered, and the run's users among them. */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger } from '../../../helpers/safety/ledger.ts'
import type { Memo } from '../../../language/memo.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byEmail } from '../../../model/user.ts'
import { MAX_LIMIT, type Page } from '../client/pages.ts'
import { idOf, userOf } from '../client/user.ts'
import { isComplete } from '../inspection/judge-pages.ts'
import { has, untilPending } from './catching-up.ts'
import type { Directory } from './directory.ts'
import { type Creation, needed, type People, type Person, type Shown } from './people.ts'

/** The part of the list that was looked at. */
export interface Census {
  pages: Page[]
  /** Whether that is all of it. */
  complete: boolean
  /** Whether a new user is there, so that this is where new users stand. */
  near: boolean
}

/** A user of the run that the target shows. */
export interface Subject {
  id: string
  email: string
}

export class CensusTaker {
  readonly #directory: Directory
  readonly #people: People
  readonly #guard: Guard
  readonly #ledger: Ledger
  readonly #once: Memo
  readonly #consistencyMs: number

  constructor(
    directory: Directory,
    people: People,
    guard: Guard,
    ledger: Ledger,
    once: Memo,
    consistencyMs: number,
  ) {
    this.#consistencyMs = consistencyMs
    this.#directory = directory
    this.#people = people
    this.#guard = guard
    this.#ledger = ledger
    this.#once = once
  }

  /** What was seen, once it was. */
  latest: Census | undefined

  /** Everybody in a small list; the places where new users stand in a long one. */
  taken(): Promise<Census> {
    return this.#once.do('v1 census', async () => {
      this.latest = await this.#take()
      return this.latest
    })
  }

  /** The pending users, before anybody is removed: the first hundred of them. */
  pending(): Promise<Page> {
    return this.#once.do('v1 pending users', async () => {
      await this.#people.settled()
      const read = (): Promise<Page> =>
        this.#directory.page(1, MAX_LIMIT, 'pending users, before anybody is removed', 'pending')
      const made = (await this.#people.made()).map(({ creation }) => creation)
      return untilPending(await read(), made, read, this.#consistencyMs)
    })
  }

  async #take(): Promise<Census> {
    const [{ census, pages, plan }] = await Promise.all([
      this.#directory.walk(),
      this.pending().catch(() => undefined),
    ])
    const newcomer = await needed(this.#people.leaver())
    // Everybody on one page settles it; where the total says more, the other pages are looked at, too.
    const all = isComplete(census) && (census.total ?? 0) <= census.entries.length
    const seen = census ? (all ? [census] : [census, ...pages]) : pages
    const whole: Census = { pages: seen, complete: all || plan.whole, near: has(seen, newcomer) }
    if (whole.near || all) return whole
    return plan.whole ? this.#lookAgain(whole, newcomer) : this.#seek(whole, newcomer)
  }

  /** A user of the run, found where the target shows it. */
  subject(who: Person): Promise<Subject> {
    return this.#once.do(`v1 ${who} found`, async () =>
      this.#find(await needed(this.#people.person(who)), await this.#people.shown(who).catch(none)),
    )
  }

  /** The user whom nothing special was asked for. */
  resident(): Promise<Subject> {
    return this.subject('resident')
  }

  /** The user who is deleted. */
  leaver(): Promise<Subject> {
    return this.subject('leaver')
  }

  /** The user whom unknown callers try to delete. */
  witness(): Promise<Subject> {
    return this.subject('witness')
  }

  /** @throws Inconclusive when the target shows no such user of the run */
  async #find(creation: Creation, shown?: Shown): Promise<Subject> {
    await this.#distinct()
    const { pages } = await this.taken()
    const { email, answer } = creation
    const entry = pages.flatMap(({ entries }) => byEmail(entries ?? [], email))[0]
    const answered = idOf(userOf(answer))
    for (const id of [shown?.user && shown.id, idOf(entry)]) if (this.#isOwn(id)) return this.#own(id, email)
    if (!shown && answered !== undefined) {
      await this.#people.show(creation, 'look for a user of this run')
      if (this.#isOwn(answered)) return this.#own(answered, email)
    }
    throw new Inconclusive('the target shows no user of this run to work with')
  }

  /** @throws Inconclusive when several users of the run have one id, so that nobody can be told apart */
  async #distinct(): Promise<void> {
    const made = await this.#people.made()
    const ids = made.flatMap(({ creation }) => idOf(userOf(creation.answer)) ?? [])
    if (new Set(ids).size < ids.length) throw new Inconclusive('several new users have the same id')
  }

  #own(id: string, email: string): Subject {
    this.#ledger.created('v1', email, id)
    return { id, email }
  }

  #isOwn(id: string | undefined): id is string {
    return id !== undefined && this.#guard.isOwn(id)
  }

  /** While others come and go, somebody may slip from a page to one that was read before. */
  async #lookAgain(census: Census, newcomer: Creation): Promise<Census> {
    let pages = census.pages
    for (let count = 0; count < 2 && !has(pages, newcomer); count++) {
      pages = await Promise.all(
        census.pages.map(({ page, limit }) => this.#directory.page(page, limit, 'look for new users')),
      )
    }
    return { pages, complete: true, near: has(pages, newcomer) }
  }

  /** In a list with an order, new users stand where that order puts them. */
  async #seek(census: Census, newcomer: Creation): Promise<Census> {
    const others = [await this.#people.resident(), await this.#people.witness()]
    const sought = [newcomer, ...others].map(({ answer }) => userOf(answer) ?? {})
    const found = await Promise.all(sought.map((user) => this.#directory.seek(census.pages, user)))
    const pages = [...census.pages, ...found.flat()]
    return { pages, complete: false, near: has(pages, newcomer) }
  }
}

function none(): undefined {
  return undefined
}
