/** Users who were there before the run, read by the ids under which the list shows them. */

import { clock } from '../../../helpers/http/clock.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byId } from '../../../model/user.ts'
import type { Page } from '../client/pages.ts'
import { differingMembers, ENTRY_MEMBERS, idOf, userOf, type V1User } from '../client/user.ts'
import type { V1Callers } from './callers.ts'
import type { Directory } from './directory.ts'

/** A listed user, read by its id. */
export interface ListedUser {
  id: string
  get: Answer
  /** The list in which the user stands. */
  list: Answer
  /** Members that differ, each time anew, between the list and the single answer; all of them where it is denied. */
  differing: string[]
}

/** Which entry of a page is read. */
export type Place = 'first' | 'last' | Inside
type Inside = (typeof INSIDE)[number]

/** Places between the first and the last, where a status does not matter. */
export const INSIDE = ['a quarter in', 'half in', 'three quarters in'] as const
const SHARES: Record<Inside, number> = { 'a quarter in': 0.25, 'half in': 0.5, 'three quarters in': 0.75 }

/** Whether nobody changed a member of the list entry meanwhile; the time of creation nobody can change at all. */
function isUntouched(entry: V1User, still: V1User, member: string): boolean {
  return member === 'created_at' || differingMembers(entry, still, [member]).length === 0
}

/** Whether somebody has been there for longer than any list or read is late. */
function isOld({ created_at }: V1User): boolean {
  return Date.parse(String(created_at)) < clock().now() - LATEST_MS
}

/** Clocks may differ by this much, too. */
const LATEST_MS = 600_000

/** Somebody may change or leave between two readings; not four times in a row, each time just then. */
const MOST_TRIES = 4

export class Listed {
  readonly #callers: V1Callers
  readonly #directory: Directory
  readonly #once: Memo

  constructor(callers: V1Callers, directory: Directory, once: Memo) {
    this.#callers = callers
    this.#directory = directory
    this.#once = once
  }

  /** Users of the first page who are not the run's own, by their place. */
  at(place: Place): Promise<ListedUser> {
    return this.#once.do(`v1 ${place} listed user`, async () => {
      const { pages } = await this.#directory.walk()
      let page = pages[0]
      let seen: ListedUser | undefined
      for (let tries = 0; page && tries < MOST_TRIES; tries++) {
        const entry = this.#pick(page, place, tries, seen?.id)
        if (!entry) break
        seen = await this.#read(page, entry)
        if (seen.differing.length === 0) return seen
        const now = await this.#directory.page(page.page, page.limit, 'is that user still listed?')
        const still = byId(now.entries ?? [], seen.id)[0]
        // Listed before and after, and told differently in between: twice that is no coincidence.
        if (still) {
          const again = await this.#read(now, still)
          if (seen.get.status === 404 && succeeded(again.get) && isOld(still))
            this.#callers.deniedWrongly(seen.get)
          const { differing } = seen
          const twice = again.differing.filter(
            (member) => differing.includes(member) && isUntouched(entry, still, member),
          )
          if (twice.length > 0) return { ...again, differing: twice }
        }
        page = now
      }
      throw new Inconclusive(
        seen ? 'the listed users came and went too fast to be read' : 'the list shows no user to read',
      )
    })
  }

  async #read(page: Page, entry: V1User): Promise<ListedUser> {
    const id = String(entry.id)
    const get = await this.#callers.manager.get(id, { purpose: 'read a listed user' })
    const user = userOf(get)
    const differing = user ? differingMembers(entry, user, ENTRY_MEMBERS) : [...ENTRY_MEMBERS]
    return { id, get, list: page.answer, differing }
  }

  /**
   * First the outermost entry, later ones further inside: the oldest and the newest may come and go. Where there are
   * any, the first one is inactive and the last one active; the run's own users are pending.
   */
  #pick(page: Page, place: Place, tries: number, seen: string | undefined): V1User | undefined {
    const everybody = (page.entries ?? []).filter((entry) => {
      const id = idOf(entry)
      return id !== undefined && id !== seen && !this.#directory.sighted.has(id)
    })
    if (place !== 'first' && place !== 'last') {
      return everybody[Math.min(everybody.length - 1, Math.floor(everybody.length * SHARES[place]) + tries)]
    }
    const wanted = everybody.filter(({ status }) => status === (place === 'first' ? 'inactive' : 'active'))
    const strangers = wanted.length > 0 ? wanted : everybody
    const inside = Math.floor((strangers.length * tries) / (2 * MOST_TRIES))
    return place === 'first' ? strangers[inside] : strangers.at(-1 - inside)
  }
}
