/**
 * Whether a removal touches others than the one whom it names. Removals run side by side, so that it shows in the end
 * only that somebody was touched; by whose doing is tried apart then, on users of its own.
 */
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { differingMembers, STABLE_MEMBERS, type V1User } from '../client/user.ts'
import type { V1Callers } from './callers.ts'
import { needed, type People, type Shown } from './people.ts'
import type { Removals } from './removals.ts'

/** Whose removal it is. */
export type Remover = 'manager' | 'restricted'

/** Somebody who was touched. */
export interface Touched {
  /** The read that shows it. */
  get: Answer
  what: string
}

export class Bystanders {
  readonly #callers: V1Callers
  readonly #people: People
  readonly #removals: Removals
  readonly #once: Memo

  constructor(callers: V1Callers, people: People, removals: Removals, once: Memo) {
    this.#callers = callers
    this.#people = people
    this.#removals = removals
    this.#once = once
  }

  /** Who is touched by a removal of somebody else; undefined where nothing hints at anybody. */
  async touchedBy(remover: Remover): Promise<Touched | undefined> {
    if (!(await this.#isSuspect())) return undefined
    // One after the other, or they would be one another's bystanders.
    if (remover === 'manager') await this.touchedBy('restricted').catch(() => undefined)
    return this.#once.do(`v1 bystanders of ${remover}`, () => this.#tryApart(remover))
  }

  /** Whether somebody of the run is missing, or changed, who was not removed. */
  #isSuspect(): Promise<boolean> {
    return this.#once.do('v1 suspicion', async () => {
      const before = await this.#people.residentShown()
      const last = await this.#removals.last()
      const removed = [
        await this.#removals.secondReal(),
        ...(await this.#removals.further()).map(({ removal }) => removal),
      ]
      if (removed.some(({ answer }) => answer.status === 404)) return true
      return before.user !== undefined && changeOf(before.user, last) !== undefined
    })
  }

  /** Three users in a row, the last two of one name: the middle one is removed. */
  async #tryApart(remover: Remover): Promise<Touched | undefined> {
    const shown: Shown[] = []
    for (const place of ['before', 'named', 'after']) {
      const made = await needed(this.#people.bystander(`${place}-${remover}`, place !== 'before'))
      const purpose = 'read a user beside whom somebody is removed'
      // Twice, so that what reading alone changes has changed already.
      await this.#people.show(made, purpose)
      shown.push(await this.#people.show(made, purpose))
    }
    const [before, named, after] = shown
    if (!before || !named || !after) return undefined
    const caller = remover === 'manager' ? this.#callers.manager : this.#callers.restricted
    const purpose = 'does the removal of one user touch another one?'
    await caller.remove(named.id, { purpose })
    for (const { id, user } of [before, after]) {
      const get = await this.#people.read(id, purpose)
      const what = user && changeOf(user, get)
      if (what !== undefined) return { get, what }
    }
    return undefined
  }
}

/** How somebody reads otherwise than before; undefined where nothing is different or to be seen. */
function changeOf(before: V1User, now: Answer): string | undefined {
  if (now.status === 404) return 'status 404'
  if (!succeeded(now)) return undefined
  const changed = differingMembers(before, (now.json ?? {}) as V1User, STABLE_MEMBERS)
  return changed.length === 0 ? undefined : `another ${changed.join(', ')}`
}
