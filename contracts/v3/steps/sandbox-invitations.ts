/** Simulated invitations in further forms, and what comes of them. */
import { isForExamples } from '../../../helpers/safety/example-domains.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { byEmail, idOf, userOf, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitation } from './invitation.ts'
import type { Invitations } from './invitations.ts'

/** A real invitation of an address that was simulated before. */
export interface RealInvitation {
  invitation: Invitation
  /** Somebody new in the stead of whom was refused. */
  instead?: Invitation
}

/** Domains at which no letter can reach anybody. */
const FOR_EXAMPLES = ['example.com', 'example.org']

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
      () => this.elsewhere(),
    )
  }

  /** The simulated address simulated once more, as admin and beside an unknown member; undefined where all are counted. */
  again(): Promise<Answer | undefined> {
    return this.#once.do('v3 second simulated invitation', async () => {
      if (this.#invitations.isFew) return undefined
      const { email, name } = await this.#invitations.simulated()
      const body = { sandbox: true, email, name, role: 'admin', note: 'welcome' }
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

  /**
   * A simulated invitation like the first one but for the role, which the others leave out, and the domain of its
   * address: somebody else. Undefined where invitations are scarce, or the domain may be the only one that is taken.
   */
  elsewhere(): Promise<Invitation | undefined> {
    return this.#once.do('v3 simulated invitation at another domain', async () => {
      const { email: first, name, answer: made } = await this.#invitations.first()
      const email = atOtherDomain(first)
      if (email === undefined || !succeeded(made) || !(await this.#invitations.plenty())) return undefined
      const body = { email, name, role: 'developer', sandbox: true }
      const options = { purpose: 'simulated invitation of the same name at another domain' }
      return { email, name, role: body.role, answer: await this.#callers.admin.invite(body, options) }
    })
  }

  /**
   * The simulated address invited for real, as admin, once nobody was found under it: it must be as free as any. Where
   * it is refused, somebody new is invited, to see that it is the address. Undefined where all are counted, or where
   * the simulation gives no occasion.
   */
  real(): Promise<RealInvitation | undefined> {
    return this.#once.do('v3 simulated address invited', async () => {
      if (this.#invitations.isFew) return undefined
      const { email, answer } = await this.#invitations.simulated()
      if (!succeeded(answer)) return undefined
      await this.lookedFor()
      const listed = usersOf(await this.#invitations.listed())
      if (listed === undefined || byEmail(listed, email).length > 0) return undefined
      const purpose = 'the simulated address for real'
      const invitation = await this.#invitations.inviteAddress(email, 'rehearsal', 'admin', purpose)
      if (!isRefusal(invitation.answer)) return { invitation }
      return { invitation, instead: await this.#invitations.invite('rehearsal', 'admin') }
    })
  }

  /**
   * Whether something was answered before the simulated address was invited for real, if it was. Where that failed, its
   * answer may be lost and somebody there all the same: then nothing is known to have been answered before.
   */
  async isBeforeReal({ receivedAt }: Answer): Promise<boolean> {
    try {
      const real = await this.real()
      return real === undefined || receivedAt < Date.parse(real.invitation.answer.exchange.startedAt)
    } catch {
      return false
    }
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

/** The same name at another domain for examples; undefined for an address at any other domain. */
function atOtherDomain(email: string): string | undefined {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  const other = FOR_EXAMPLES.find((one) => one !== domain)
  return isForExamples(domain) && other !== undefined ? `${email.slice(0, at)}@${other}` : undefined
}
