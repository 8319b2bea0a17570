/** What the admin's latest list of each scope showed: the clean-up need not ask again where nobody can have come since. */
import { type Answer, succeeded } from '../../../model/answer.ts'
import { usersOf, type V3User } from './user.ts'

export class LatestLists {
  readonly #lists = new Map<string, { users: V3User[]; invitations: number; removals: number }>()
  /** How many invitations were answered or given up so far, and how many are under way. */
  #ended = 0
  #underWay = 0
  /** Grows with every removal in a scope, but for those that were refused. */
  readonly #removals = new Map<string, number>()

  /** Sends an invitation: whatever was listed before it ended may lack somebody. */
  async inviting(send: () => Promise<Answer>): Promise<Answer> {
    this.#underWay++
    try {
      return await send()
    } finally {
      this.#underWay--
      this.#ended++
    }
  }

  /** Sends a removal in a scope: whatever was listed there before it ended may show somebody who is gone. */
  async removing(profileId: string | undefined, send: () => Promise<Answer>): Promise<Answer> {
    const key = keyOf(profileId)
    const count = (more: number) => this.#removals.set(key, (this.#removals.get(key) ?? 0) + more)
    count(1)
    const answer = await send()
    // A list that was asked for meanwhile is that of neither time.
    count(succeeded(answer) ? 1 : -1)
    return answer
  }

  /** Reads a list and remembers what it showed. @param profileId the scope; absent: the organization */
  async listing(profileId: string | undefined, send: () => Promise<Answer>): Promise<Answer> {
    const invitations = this.#ended
    const removals = this.#removals.get(keyOf(profileId)) ?? 0
    const answer = await send()
    const users = usersOf(answer)
    if (users) this.#lists.set(keyOf(profileId), { users, invitations, removals })
    return answer
  }

  /** The users of a scope as listed after the latest invitation; undefined where no list came after it. */
  current(profileId: string | undefined): V3User[] | undefined {
    const latest = this.#lists.get(keyOf(profileId))
    return latest?.invitations === this.#ended && this.#underWay === 0 ? latest.users : undefined
  }

  /** Whether the latest list of the organization also came after its latest removal. */
  isLast(): boolean {
    const key = keyOf(undefined)
    const latest = this.#lists.get(key)
    return latest !== undefined && latest.removals === (this.#removals.get(key) ?? 0)
  }
}

/** An empty profile id is sent, too, and is not the organization. */
function keyOf(profileId: string | undefined): string {
  return profileId === undefined ? 'organization' : `profile ${profileId}`
}
