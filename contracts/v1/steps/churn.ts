/**
 * How many people came, went or changed between two readings of a list that is too long for one page. The pages
 * themselves are under suspicion: who stands where in them says nothing. What says something is who is new by the time
 * of creation, who can no longer be read, and who looks different.
 */

import type { Page } from '../client/pages.ts'
import { idOf, type V1User } from '../client/user.ts'
import type { V1Callers } from './callers.ts'

/** So many of those who are no longer on the pages are looked for. */
const SAMPLE = 6
/** Clocks may differ by this much, and times of creation be cut. */
const TOLERANCE_MS = 600_000

export class Churn {
  readonly #callers: V1Callers
  readonly #startedAt: number
  readonly #gone = new Map<string, boolean>()

  /** @param startedAt when the run began, in milliseconds since the epoch */
  constructor(callers: V1Callers, startedAt: number) {
    this.#callers = callers
    this.#startedAt = startedAt
  }

  /** @param own whether a user is one of the run's, who neither come nor go by others' doing */
  async between(
    before: readonly Page[],
    after: readonly Page[],
    own: (id: string) => boolean,
  ): Promise<number> {
    const [then, now] = [usersOf(before), usersOf(after)]
    const appeared = [...now].filter(([id, user]) => !then.has(id) && !own(id) && this.#isNew(user)).length
    const changed = [...now].filter(([id, user]) => isOther(then.get(id), user)).length
    const missing = [...then.keys()].filter((id) => !now.has(id))
    return appeared + changed + (await this.#vanished(missing))
  }

  /** Looks for some of them, and takes them for all. */
  async #vanished(missing: readonly string[]): Promise<number> {
    const step = Math.max(1, Math.floor(missing.length / SAMPLE))
    const sample = missing.filter((_, index) => index % step === 0).slice(0, SAMPLE)
    if (sample.length === 0) return 0
    const gone = (await Promise.all(sample.map((id) => this.#isGone(id)))).filter(Boolean).length
    return Math.ceil((gone * missing.length) / sample.length)
  }

  async #isGone(id: string): Promise<boolean> {
    if (this.#gone.get(id)) return true
    const answer = await this.#callers.manager.get(id, { purpose: 'did somebody leave, or only the page?' })
    const isGone = answer.status === 404
    this.#gone.set(id, isGone)
    return isGone
  }

  #isNew({ created_at }: V1User): boolean {
    const created = Date.parse(String(created_at))
    return !(created < this.#startedAt - TOLERANCE_MS)
  }
}

function usersOf(pages: readonly Page[]): Map<string, V1User> {
  const entries = pages.flatMap((page) => page.entries ?? [])
  return new Map(
    entries.flatMap((user): [string, V1User][] => {
      const id = idOf(user)
      return id === undefined ? [] : [[id, user]]
    }),
  )
}

function isOther(before: V1User | undefined, after: V1User): boolean {
  return before !== undefined && JSON.stringify(before) !== JSON.stringify(after)
}
