/** Invitations by those who may not invite: without the admin role, without any role, without a key. */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import type { V3Caller } from '../client/caller.ts'
import type { V3Callers } from './callers.ts'
import type { Invitation } from './invitation.ts'
import type { Invitations } from './invitations.ts'

export class Intruders {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #once: Memo
  readonly #domain: string

  /** @param domain of the addresses */
  constructor(callers: V3Callers, guard: Guard, invitations: Invitations, once: Memo, domain: string) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#once = once
    this.#domain = domain
    invitations.alsoBy(
      () => this.byNonAdmin(),
      () => this.byNobody(),
      () => this.byRestricted(),
      () => this.byStranger(),
    )
  }

  /** A caller without the admin role, first with `sandbox: true`: it costs nothing where the gate holds. */
  byNonAdmin(): Promise<{ simulated: Invitation; real?: Invitation }> {
    return this.#once.do('v3 invitation by non-admin', async () => {
      this.#guard.requires('disposable')
      const caller = this.#nonAdmin()
      const simulated = await this.#invitations.ask(
        caller,
        'gate',
        'developer',
        { sandbox: true },
        'simulated, without the admin role',
      )
      if (simulated.answer.status === 403) return { simulated }
      const real = await this.#invitations.ask(caller, 'gate-real', 'developer', {}, 'without the admin role')
      return { simulated, real }
    })
  }

  /** The developer once more, simulated. @param time which of several */
  byDeveloperAgain(time: number): Promise<Invitation> {
    return this.#once.do(`v3 invitation by developer again ${time}`, () => {
      const what = 'simulated, is it still refused to the developer?'
      return this.#invitations.ask(
        this.#callers.developer,
        `gate-${time}`,
        'developer',
        { sandbox: true },
        what,
      )
    })
  }

  /** By a caller without any role; undefined where every invitation is counted. */
  byRestricted(): Promise<Invitation | undefined> {
    return this.#once.do('v3 invitation by restricted', async () => {
      const { restricted } = this.#callers
      if (this.#invitations.isFew) return undefined
      return this.#invitations.ask(restricted, 'restricted', 'developer', {}, 'without any role')
    })
  }

  /** Where invitations are plenty: with an unknown key. Undefined otherwise. */
  byStranger(): Promise<Invitation | undefined> {
    return this.#once.do('v3 invitation by stranger', async () => {
      if (!(await this.#invitations.plenty())) return undefined
      return this.#invitations.ask(this.#callers.stranger, 'stranger', 'developer', {}, 'with an unknown key')
    })
  }

  /** Without a key and with a flaw; where that is not 401, without a key and without a flaw. */
  byNobody(): Promise<{ flawed: Answer; email: string; sound?: Answer }> {
    return this.#once.do('v3 invitation without key', async () => {
      this.#guard.requires('disposable')
      const email = this.#guard.email('nobody', this.#domain)
      const flawed = await this.#callers.nobody.invite({ email }, { purpose: 'without key and without name' })
      if (flawed.status === 401) return { flawed, email }
      const body = { email, name: this.#guard.name('nobody'), role: 'developer' }
      return { flawed, email, sound: await this.#callers.nobody.invite(body, { purpose: 'without key' }) }
    })
  }

  #nonAdmin(): V3Caller {
    return this.#callers.has('developerApiKey') || !this.#callers.has('restrictedApiKey')
      ? this.#callers.developer
      : this.#callers.restricted
  }
}
