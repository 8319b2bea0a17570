/**
 * What a caller with the billing role is told. Whether such a caller may read is left open, so that the list serves to
 * see whose key it is; that it may change nothing is not.
 */
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import { idOf, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitation } from './invitation.ts'
import type { Invitations } from './invitations.ts'

export class Billing {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #once: Memo

  constructor(callers: V3Callers, guard: Guard, invitations: Invitations, once: Memo) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#once = once
    invitations.alsoBy(
      () => this.invitation(),
      () => this.simulatedInvitation(),
    )
  }

  /** The list asked for in this role: shown or refused. @throws Untested where there is no such key */
  list(): Promise<Answer> {
    return this.#once.do('v3 list by billing', () =>
      this.#callers.billing.list({ purpose: 'list for billing, open whether shown' }),
    )
  }

  /** Whether the key is shown other people alone than the admin's: that of another organization. */
  isElsewhere(): Promise<boolean> {
    return this.#once.do('v3 billing elsewhere', async () => {
      const [shown = [], known = []] = [await this.list(), await this.#invitations.baseline()].map(usersOf)
      const ids = new Set(known.map(idOf))
      return shown.length > 0 && ids.size > 0 && shown.every((user) => !ids.has(idOf(user)))
    })
  }

  /**
   * An invitation in this role. Undefined where every invitation is counted, or where the key is that of another
   * organization, in which somebody might come of it.
   * @throws Untested where there is no such key
   */
  invitation(): Promise<Invitation | undefined> {
    return this.#once.do('v3 invitation by billing', async () => {
      this.#guard.requires('disposable')
      const { billing } = this.#callers
      if (this.#invitations.isFew || (await this.isElsewhere())) return undefined
      return this.#invitations.ask(billing, 'billing', 'billing', {}, 'with the billing role')
    })
  }

  /** The same simulated; undefined where every invitation is counted. */
  simulatedInvitation(): Promise<Invitation | undefined> {
    return this.#once.do('v3 simulated invitation by billing', async () => {
      const { billing } = this.#callers
      if (this.#invitations.isFew) return undefined
      const purpose = 'simulated, with the billing role'
      return this.#invitations.ask(billing, 'billing-simulated', 'developer', { sandbox: true }, purpose)
    })
  }
}
