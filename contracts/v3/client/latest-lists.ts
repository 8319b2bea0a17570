/** What the admin's latest list of each scope showed: the clean-up need not ask again where nobody can have come since. */
import type { Answer } from '../../../model/answer.ts'
import { usersOf, type V3User } from './user.ts'

export class LatestLists {
  readonly #lists = new Map<string, { users: V3User[]; invitations: number }>()
  /** How many invitations were answered or given up so far, and how many are under way. */
  #ended = 0
  #underWay = 0

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

  /** Reads a list and remembers what it showed. @param profileId the scope; absent: the organization */
  async listing(profileId: string | undefined, send: () => Promise<Answer>): Promise<Answer> {
    const invitations = this.#ended
    const answer = await send()
    const users = usersOf(answer)
    if (users) this.#lists.set(keyOf(profileId), { users, invitations })
    return answer
  }

  /** The users of a scope as listed after the latest invitation; undefined where no list came after it. */
  current(profileId: string | undefined): V3User[] | undefined {
    const latest = this.#lists.get(keyOf(profileId))
    return latest?.invitations === this.#ended && this.#underWay === 0 ? latest.users : undefined
  }
}

/** An empty profile id is sent, too, and is not the organization. */
function keyOf(profileId: string | undefined): string {
  return profileId === undefined ? 'organization' : `profile ${profileId}`
}
