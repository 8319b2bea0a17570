/** Simulated invitations in further forms, and what comes of them. */
import type { Memo } from '../../../helpers/suite/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { idOf, userOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitation } from './invitation.ts'
import type { Invitations } from './invitations.ts'

export class SandboxInvitations {
  readonly #callers: V3Callers
  readonly #invitations: Invitations
  readonly #once: Memo

  constructor(callers: V3Callers, invitations: Invitations, once: Memo) {
    this.#callers = callers
    this.#invitations = invitations
    this.#once = once
    invitations.alsoBy(
      () => this.again(),
      () => this.inProfile(),
    )
  }

  /** The simulated address simulated once more, as admin and beside an unknown member; undefined where all are counted. */
  again(): Promise<Answer | undefined> {
    return this.#once.do('v3 second simulated invitation', async () => {
      if (this.#invitations.isFew) return undefined
      const { email, name } = await this.#invitations.simulated()
      const body = { email, name, role: 'admin', sandbox: true, note: 'welcome' }
      return this.#callers.admin.invite(body, {
        purpose: 'the simulated invitation again, unknown member',
        charset: true,
      })
    })
  }

  /** A simulated invitation of an admin into the profile; undefined where there is none, or all are counted. */
  inProfile(): Promise<Invitation | undefined> {
    return this.#once.do('v3 simulated invitation into the profile', async () => {
      if (this.#invitations.isFew || !this.#callers.has('profileId')) return undefined
      const { admin, profileId } = this.#callers
      const purpose = 'simulated invitation into the profile'
      return this.#invitations.ask(admin, 'sandbox-profile', 'admin', { sandbox: true }, purpose, profileId)
    })
  }

  /** The id of the simulated answer looked for; undefined where it told none. */
  lookedFor(): Promise<Answer | undefined> {
    return this.#once.do('v3 simulated user looked for', async () => {
      const { answer } = await this.#invitations.simulated()
      const id = succeeded(answer) ? idOf(userOf(answer)) : undefined
      await this.#invitations.settled()
      return id === undefined
        ? undefined
        : this.#callers.admin.get(id, { purpose: 'read by the id of the simulated invitation' })
    })
  }
}
