/**
 * Invitations that must be refused for what they ask. Several flaws share one of them as long as the refusal names
 * each; a flaw that is not named gets an invitation of its own.
 */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import type { InvitationBody } from '../client/requests.ts'
import { detailFields, errorCode } from '../client/user.ts'
import type { V3Callers } from './callers.ts'

/** One thing wrong with an invitation. */
export type Flaw = 'email-malformed' | 'email-missing' | 'name-missing' | 'role-unknown' | 'role-owner'

/** Roles that the documents do not name. */
const UNKNOWN_ROLES = 'superuser root manager editor viewer guest auditor operator support moderator'.split(
  ' ',
)

/** The member of the body in which a flaw lies. */
export const fieldOf: Record<Flaw, string> = {
  'email-malformed': 'email',
  'email-missing': 'email',
  'name-missing': 'name',
  'role-unknown': 'role',
  'role-owner': 'role',
}

export class Flaws {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #once: Memo
  readonly #domain: string

  /** @param domain of the addresses */
  constructor(callers: V3Callers, guard: Guard, once: Memo, domain: string) {
    this.#callers = callers
    this.#guard = guard
    this.#once = once
    this.#domain = domain
  }

  /** Three flaws in one invitation. */
  flawed(): Promise<Answer> {
    return this.#once.do('v3 flawed invitation', () =>
      this.#callers.admin.invite(
        { email: this.#malformedEmail(), role: 'owner' },
        { purpose: 'malformed address, no name, role owner' },
      ),
    )
  }

  /** Two more flaws, simulated: validation is promised there too. */
  incomplete(): Promise<Answer> {
    return this.#once.do('v3 incomplete invitation', () =>
      this.#callers.admin.invite(
        { name: this.#guard.name('incomplete'), role: this.#unknownRole, sandbox: true },
        { purpose: 'simulated, no address, unknown role' },
      ),
    )
  }

  /**
   * The refusal of one flaw: the shared invitation where it names the flawed field,
   * otherwise an invitation with this flaw alone.
   */
  async refusalOf(flaw: Flaw): Promise<Answer> {
    const inSandbox = flaw === 'email-missing' || flaw === 'role-unknown'
    const shared = await (inSandbox ? this.incomplete() : this.flawed())
    if (isValidation(shared) && detailFields(shared).includes(fieldOf[flaw])) return shared
    return this.#once.do(`v3 invitation ${flaw}`, () =>
      this.#callers.admin.invite(this.#bodyWith(flaw), { purpose: `invitation with flaw: ${flaw}` }),
    )
  }

  /** One flaw alone, simulated. */
  simulatedFlaw(flaw: Flaw): Promise<Answer> {
    return this.#once.do(`v3 simulated invitation ${flaw}`, () =>
      this.#callers.admin.invite(
        { ...this.#bodyWith(flaw), sandbox: true },
        { purpose: `simulated invitation with flaw: ${flaw}` },
      ),
    )
  }

  #bodyWith(flaw: Flaw): InvitationBody {
    const body: InvitationBody = {
      email: this.#guard.email(flaw, this.#domain),
      name: this.#guard.name(flaw),
      role: 'developer',
    }
    if (flaw === 'email-malformed') body.email = this.#malformedEmail()
    if (flaw === 'email-missing') delete body.email
    if (flaw === 'name-missing') delete body.name
    if (flaw === 'role-unknown') body.role = this.#unknownRole
    if (flaw === 'role-owner') body.role = 'owner'
    return body
  }

  /** The field that a flaw lies in. */
  fieldOf(flaw: Flaw): string {
    return fieldOf[flaw]
  }

  #malformedEmail(): string {
    return `${this.#guard.tag}-${this.#guard.chance.for('malformed address').letters(8)}`
  }

  /** A role that there is on other targets. */
  get #unknownRole(): string {
    return this.#guard.chance.for('unknown role').of(UNKNOWN_ROLES)
  }
}

/** Whether an answer is a refusal for validation, with the code family to show for it. */
export function isValidation(answer: Answer): boolean {
  return (
    (answer.status === 400 || answer.status === 422) && (errorCode(answer) ?? '').startsWith('VALIDATION_')
  )
}
