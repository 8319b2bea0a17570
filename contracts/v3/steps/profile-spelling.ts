/** The run's profile under its id in another letter case: the same profile, or refused. */
import type { Guard } from '../../../helpers/safety/guard.ts'
import { inOtherCase } from '../../../helpers/text/uuid.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import type { V3Callers } from './callers.ts'
import type { Users } from './users.ts'

export class ProfileSpelling {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #users: Users
  readonly #once: Memo

  constructor(callers: V3Callers, guard: Guard, users: Users, once: Memo) {
    this.#callers = callers
    this.#guard = guard
    this.#users = users
    this.#once = once
  }

  /** PROFILE_ID in the other letter case; undefined where it has none, or the run may change nothing. */
  get other(): string | undefined {
    const { profileId } = this.#callers
    const other = inOtherCase(profileId)
    return other === profileId || !this.#guard.allows('disposable') ? undefined : other
  }

  /** The profile's list under that id, after somebody was invited there; undefined where there is no such id. */
  list(): Promise<Answer | undefined> {
    return this.#once.do('v3 list in the profile in another letter case', async () => {
      await this.#users.secondBefore()
      const { other } = this
      const purpose = 'list in the profile in another letter case'
      return other === undefined ? undefined : this.#callers.admin.list({ purpose, profileId: other })
    })
  }

  /** The id to name the profile by in a change: in the other letter case where the target serves a list under it. */
  async served(): Promise<string> {
    const { other } = this
    const list = other === undefined ? undefined : await this.list().catch(() => undefined)
    return other !== undefined && list !== undefined && succeeded(list) ? other : this.#callers.profileId
  }
}
