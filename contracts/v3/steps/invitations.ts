/** The invitations of a run. They are scarce (ten a minute), so each is made once and serves every check. */

import type { Config } from '../../../helpers/config/config.ts'
import { CONFLICT, untilSeen } from '../../../helpers/http/ambiguous-write.ts'
import { eventually } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger } from '../../../helpers/safety/ledger.ts'
import { inOtherCase } from '../../../helpers/text/uuid.ts'
import type { Memo } from '../../../language/memo.ts'
import { isChosen } from '../../../language/public-tier.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { V3Caller } from '../client/caller.ts'
import type { CallOptions, InvitationBody } from '../client/requests.ts'
import { byEmail, byId, idOf, userOf, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import { isVaried, type Looks, looksOf, plainLooks } from './data.ts'
import type { Flaws } from './flaws.ts'
import type { Invitation, Renewal, Subject } from './invitation.ts'
import { Recognition } from './recognition.ts'
import { freshKey } from './replay-keys.ts'

/** How a target refuses what is beyond limits of its own. */
const LIMITED = [400, 413, 422]

/** How a target says that somebody was invited. */
const MADE = [200, 201]

/** The public limit of invitations. */
const SCARCE_PER_MINUTE = 10

/** What stands in the body of a real invitation beside the person: once it says that it is one. */
function bodyOf(purpose: string): InvitationBody {
  return purpose === 'second' ? { sandbox: false } : {}
}

export class Invitations {
  readonly recognition: Recognition
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #once: Memo
  readonly #flaws: Flaws
  readonly #domain: string
  readonly #budget: Config['invitations']
  readonly #consistencyMs: number
  /** Whether replays are tried, so that one invitation is sent under a key. */
  readonly #isKeyed: boolean
  readonly #others: (() => Promise<unknown>)[] = []
  /** Addresses whose invitation got no answer: they may be there all the same. */
  readonly #unseen: string[] = []
  /** Addresses that the admin invited for real, for whatever check. */
  readonly #invited: string[] = []

  constructor(callers: V3Callers, guard: Guard, ledger: Ledger, once: Memo, flaws: Flaws, config: Config) {
    this.recognition = new Recognition(callers, guard, ledger)
    this.#callers = callers
    this.#guard = guard
    this.#once = once
    this.#flaws = flaws
    this.#domain = config.emailDomain
    this.#budget = config.invitations
    this.#consistencyMs = config.consistencyMs
    this.#isKeyed = isChosen('replay', config.publicTier)
  }

  /** Whether every invitation is counted, so that one user has to do for several purposes. */
  get isFew(): boolean {
    return this.#budget === 'few'
  }

  /** The list before anything was changed; its users are nobody's to touch. */
  baseline(): Promise<Answer> {
    return this.#once.do('v3 baseline', async () => {
      const answer = await this.#callers.admin.list({ purpose: 'list before the run' })
      return this.recognition.before(answer, 'organization')
    })
  }

  /** The same for the child profile. */
  profileBaseline(): Promise<Answer> {
    return this.#once.do('v3 profile baseline', async () => {
      const { admin, profileId } = this.#callers
      const answer = await admin.list({ purpose: 'list of the profile before the run', profileId })
      return this.recognition.before(answer, 'profile')
    })
  }

  /** A real invitation into the organization; as admin where no other one may be spent on the ladder's rehearsal. */
  first(): Promise<Invitation> {
    return this.#once.do('v3 invitation', async () => {
      const asked = await this.invite('first', this.isFew ? 'admin' : 'billing')
      if (!LIMITED.includes(asked.answer.status)) return asked
      // Where nobody can be invited in this role, somebody is needed all the same.
      const other = await this.invite('first', 'developer')
      return succeeded(other.answer) ? { ...other, refusedRole: asked.answer } : asked
    })
  }

  /**
   * One more in the organization, who has the first one's name and another role and address, and whom nobody touches
   * while others are removed; undefined where every invitation is counted.
   */
  companion(): Promise<Invitation | undefined> {
    return this.#once.do('v3 invitation of the companion', async () =>
      this.isFew ? undefined : this.#keyed('companion', 'developer'),
    )
  }

  /**
   * An invitation under a key for replays where those are tried. The documents know of no key: what it comes to
   * without one is theirs, so that it is sent again wherever the one with the key was not made.
   */
  async #keyed(slug: string, role: string): Promise<Invitation> {
    if (!this.#isKeyed) return this.invite(slug, role)
    const keyFor = (attempt: number): string => freshKey(this.#guard, `${slug} invitation ${attempt}`)
    const looks = { ...looksOf(slug, this.#guard), keyFor }
    const asked = (email: string): unknown => this.#invited.push(email.toLowerCase())
    const purpose = `${slug} invitation, under a key`
    const keyed = await this.ask(this.#callers.admin, slug, role, {}, purpose, undefined, asked, looks)
    if (MADE.includes(keyed.answer.status)) return keyed
    const made = await this.invite(slug, role)
    // Where other data was needed, the key may have been fine.
    return made.name === keyed.name && succeeded(made.answer) ? { ...made, refusedKey: keyed.answer } : made
  }

  /** Every user whom the run has invited in the beginning, as far as that was accepted. */
  async accepted(): Promise<Invitation[]> {
    const asked = [await this.first(), await this.second(), await this.companion()]
    return asked.flatMap((one) => (one !== undefined && succeeded(one.answer) ? [one] : []))
  }

  /**
   * A second one: as admin into the child profile where there is one, else into the organization. A profile that
   * neither shows its list nor takes anybody is none, whatever the configuration says.
   */
  second(): Promise<Invitation> {
    return this.#once.do('v3 second invitation', async () => {
      if (!this.#callers.has('profileId')) return this.invite('second', 'billing')
      const invitation = await this.intoProfile()
      if (succeeded(invitation.answer) || succeeded(await this.profileBaseline())) return invitation
      return this.invite('second-instead', 'billing')
    })
  }

  /** An invitation of an admin into the child profile. */
  intoProfile(): Promise<Invitation> {
    return this.#once.do('v3 invitation into the profile', () =>
      this.invite('second', 'admin', this.#callers.profileId),
    )
  }

  /** The first address invited once more. */
  duplicate(): Promise<Answer> {
    return this.#once.do('v3 duplicate invitation', async () => {
      const { email, name, role } = await this.#needed(this.first())
      return this.#callers.admin.invite({ email, name, role }, { purpose: 'the same address again' })
    })
  }

  /**
   * The first address once more in capitals, with another role and name, after it was simulated; undefined where
   * every invitation is counted.
   */
  changedDuplicate(): Promise<Renewal | undefined> {
    return this.#once.do('v3 changed duplicate', async () => {
      if (this.isFew) return undefined
      await Promise.all([this.duplicate(), this.#simulatedDuplicate()])
      const { email } = await this.#needed(this.first())
      const asked = { name: this.#guard.name('changed duplicate'), role: 'developer' }
      const purpose = 'the same address in capitals, with another role and name'
      const answer = await this.#callers.admin.invite({ email: email.toUpperCase(), ...asked }, { purpose })
      return { ...asked, answer }
    })
  }

  /**
   * The second user read under the id that its invitation told, before anybody is invited again: a later invitation would
   * make whoever was not there. Undefined where requests are scarce, or no id was told.
   */
  secondAtOnce(): Promise<Answer | undefined> {
    return this.#once.do('v3 second user at once', async () => {
      if (!(await this.plenty())) return undefined
      const { answer, profileId } = await this.second()
      const id = idOf(userOf(answer))
      if (!succeeded(answer) || id === undefined) return undefined
      const options = {
        purpose: 'read the second user at once',
        ...(profileId === undefined ? {} : { profileId }),
      }
      return this.untilFound(() => this.#callers.admin.get(id, options))
    })
  }

  /** Further duplicates: the first one simulated, the companion, and the second one in its profile. */
  furtherDuplicates(): Promise<Answer[]> {
    return this.#once.do('v3 further duplicates', async () => {
      if (this.isFew) return []
      await Promise.allSettled([this.duplicate(), this.secondAtOnce()])
      const made = [await this.companion(), await this.second()].flatMap((one) =>
        one !== undefined && succeeded(one.answer) ? [one] : [],
      )
      return Promise.all([this.#simulatedDuplicate(), ...made.map((invitation) => this.#again(invitation))])
    })
  }

  /** The first address simulated as an admin's, beside its first duplicate. */
  #simulatedDuplicate(): Promise<Answer> {
    return this.#once.do('v3 simulated duplicate', async () => {
      const { email } = await this.#needed(this.first())
      const body = { email, name: this.#guard.name('simulated duplicate'), role: 'admin', sandbox: true }
      const options = { purpose: 'the same address simulated, as admin', charset: true }
      return this.#callers.admin.invite(body, options)
    })
  }

  /** An invitation sent once more; into a profile under its id in another letter case, where that is not refused. */
  async #again({ email, name, role, profileId }: Invitation): Promise<Answer> {
    const ask = (scope: Pick<CallOptions, 'profileId' | 'profileSpelt'>): Promise<Answer> =>
      this.#callers.admin.invite({ email, name, role }, { purpose: 'another address again', ...scope })
    if (profileId === undefined) return ask({})
    const answer = await ask({ profileId, profileSpelt: inOtherCase(profileId) })
    return isRefusal(answer) && answer.status !== CONFLICT ? ask({ profileId }) : answer
  }

  /** A simulated invitation of an address that is never invited for real. */
  simulated(): Promise<Invitation> {
    return this.#once.do('v3 simulated invitation', async () => {
      const simulate = (looks: Looks, purpose: string): Promise<Invitation> =>
        this.ask(
          this.#callers.admin,
          'sandbox',
          'billing',
          { sandbox: true },
          purpose,
          undefined,
          undefined,
          looks,
        )
      const varied = await simulate(looksOf('sandbox', this.#guard), 'simulated invitation')
      if (!LIMITED.includes(varied.answer.status)) return varied
      const purpose = 'simulated invitation, with plain data'
      return simulate(plainLooks(this.#guard, purpose), purpose)
    })
  }

  /**
   * Whether invitations are plenty: a target that announces the public limit of ten a minute gets eight,
   * others get a few more, which look into rarer corners.
   */
  async plenty(): Promise<boolean> {
    if (this.#budget !== 'auto') return this.#budget === 'many'
    const limit = (await this.first()).answer.headers['x-ratelimit-limit']
    return limit === undefined || Number(limit) > SCARCE_PER_MINUTE
  }

  /** The same, and no where the first invitation tells nothing. */
  isPlenty(): Promise<boolean> {
    return this.plenty().catch(() => false)
  }

  /**
   * Where invitations are plenty: the second user's address invited into the organization as well, so that
   * removal from the profile can be seen to leave the organization alone. Undefined otherwise.
   */
  third(): Promise<Invitation | undefined> {
    return this.#once.do('v3 third invitation', async () => {
      if (!(await this.plenty())) return undefined
      // Before this, the organization's list must be seen without that address.
      await this.listed()
      const { email, name, profileId } = await this.second()
      if (profileId !== undefined) {
        const answer = await this.#callers.admin.invite(
          { email, name, role: 'billing' },
          { purpose: 'the address of the profile, into the organization' },
        )
        if (succeeded(answer)) return { email, name, role: 'billing', answer }
      }
      return this.invite('third', 'developer')
    })
  }

  /** Sound but for the role; undefined where every invitation is counted. */
  onlyRoleWrong(): Promise<Invitation | undefined> {
    return this.#once.do('v3 invitation as owner', async () => {
      if (this.isFew) return undefined
      return this.ask(this.#callers.admin, 'owner', 'owner', {}, 'role owner and nothing else wrong')
    })
  }

  /** A role in upper case, and none at all: either may be refused or taken. Undefined where every invitation is counted. */
  oddRoles(): Promise<{ upper: Invitation; missing: Invitation } | undefined> {
    return this.#once.do('v3 invitations with odd roles', async () => {
      if (this.isFew) return undefined
      const { admin } = this.#callers
      const [upper, missing] = await Promise.all([
        this.ask(admin, 'upper', 'DEVELOPER', {}, 'role in upper case'),
        this.ask(admin, 'roleless', 'developer', { role: undefined }, 'no role'),
      ])
      return { upper, missing }
    })
  }

  /** Addresses of the run that the organization may show: those whose invitation was accepted, seen or not. */
  async acceptedEmails(): Promise<string[]> {
    const [odd, ...asked] = await Promise.allSettled([this.oddRoles(), this.first(), this.second()])
    const made = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    if (odd.status === 'fulfilled' && odd.value) made.push(odd.value.upper, odd.value.missing)
    const accepted = made.filter(({ answer }) => succeeded(answer)).map(({ email }) => email.toLowerCase())
    return [...accepted, ...this.#invited, ...this.#unseen.map((email) => email.toLowerCase())]
  }

  /** Names steps that invite as well, so that whoever waits for all invitations waits for theirs. */
  alsoBy(...steps: (() => Promise<unknown>)[]): void {
    this.#others.push(...steps)
  }

  /** Waits until every invitation of the run has been answered or given up. */
  async settled(): Promise<void> {
    this.#guard.requires('disposable')
    await Promise.allSettled([
      this.changedDuplicate(),
      this.furtherDuplicates(),
      this.duplicate(),
      this.second(),
      this.companion(),
      this.simulated(),
      this.#flaws.flawed(),
      this.#flaws.incomplete(),
      this.onlyRoleWrong(),
      this.oddRoles(),
      ...this.#others.map((step) => step()),
    ])
  }

  /** The organization's list after all invitations. */
  listed(): Promise<Answer> {
    return this.#once.do('v3 list after invitations', async () => {
      await this.settled()
      const list = await this.untilListed(await this.#emailsIn(undefined), () =>
        this.#callers.admin.list({ purpose: 'list after the invitations' }),
      )
      return this.recognition.lookedAt(list)
    })
  }

  /** A list that is read until it shows these addresses, or the time in which a change has to show is over. */
  untilListed(emails: readonly string[], read: () => Promise<Answer>): Promise<Answer> {
    const isRight = (list: Answer): boolean => {
      const users = usersOf(list)
      return users === undefined || emails.every((email) => byEmail(users, email).length > 0)
    }
    return eventually(read, isRight, (list) => [list], this.#consistencyMs)
  }

  /** The same until a list does not show an id any more. */
  untilUnlisted(id: string, read: () => Promise<Answer>): Promise<Answer> {
    const isRight = (list: Answer): boolean => byId(usersOf(list) ?? [], id).length === 0
    return eventually(read, isRight, (list) => [list], this.#consistencyMs)
  }

  /** The same for a user who is read by id. */
  untilFound(read: () => Promise<Answer>): Promise<Answer> {
    return eventually(
      read,
      ({ status }) => status !== 404,
      (answer) => [answer],
      this.#consistencyMs,
    )
  }

  /** Addresses that a scope has to show, because their invitation was accepted. */
  async #emailsIn(profileId: string | undefined): Promise<string[]> {
    const accepted = await this.accepted().catch(() => [])
    return accepted.filter((one) => one.profileId === profileId).map(({ email }) => email)
  }

  /** The same as a developer sees it. */
  listedByDeveloper(): Promise<Answer> {
    return this.#once.do('v3 list by developer', async () => {
      const { developer } = this.#callers
      await this.baseline()
      const isChanging = this.#guard.allows('disposable')
      if (isChanging) await this.settled()
      return this.untilListed(isChanging ? await this.#emailsIn(undefined) : [], () =>
        developer.list({ purpose: 'list after the invitations, as developer' }),
      )
    })
  }

  /** The first user, as the target shows it. */
  subject(): Promise<Subject> {
    return this.#once.do('v3 subject', async () => {
      const list = await this.listed()
      return this.recognition.find(await this.#needed(this.first()), list)
    })
  }

  /** Invites for real; whatever the target has against the person's name or address, a plain one takes its place. */
  async invite(purpose: string, role: string, profileId?: string): Promise<Invitation> {
    const asked = (email: string): unknown => this.#invited.push(email.toLowerCase())
    const { admin } = this.#callers
    const looks = looksOf(purpose, this.#guard)
    const invitation = await this.ask(
      admin,
      purpose,
      role,
      bodyOf(purpose),
      `${purpose} invitation`,
      profileId,
      asked,
      looks,
    )
    if (!isVaried(purpose) || !LIMITED.includes(invitation.answer.status)) return invitation
    const again = `${purpose} invitation, with plain data`
    return this.ask(admin, purpose, role, {}, again, profileId, asked, plainLooks(this.#guard, again))
  }

  /** Invites an address that was asked for before, as somebody who was removed or simulated. */
  async inviteAddress(email: string, slug: string, role: string, purpose: string): Promise<Invitation> {
    const { name } = looksOf(slug, this.#guard)
    this.#invited.push(email.toLowerCase())
    const ask = (called: string): Promise<Answer> =>
      this.#callers.admin.invite({ email, name: called, role }, { purpose })
    const answer = await ask(name)
    if (!LIMITED.includes(answer.status)) return { email, name, role, answer }
    const plain = this.#guard.name(slug)
    return { email, name: plain, role, answer: await ask(plain) }
  }

  /** Invites somebody new, as whoever and with whatever is asked for beside a sound body. */
  async ask(
    caller: V3Caller,
    slug: string,
    role: string,
    more: InvitationBody,
    purpose: string,
    profileId?: string,
    beforeAsking?: (email: string) => unknown,
    looks: Looks = plainLooks(this.#guard, slug),
  ): Promise<Invitation> {
    this.#guard.requires('disposable')
    await this.#beforeChanges(profileId)
    const { name, drawnFor, suffix, charset, keyFor } = looks
    const scope = profileId === undefined ? {} : { profileId }
    // Where an invitation counted but its answer is lost, another address is asked for; the clean-up finds both.
    return untilSeen(async (attempt) => {
      const email = this.#guard.email(drawnFor, this.#domain, suffix)
      beforeAsking?.(email)
      const key = keyFor?.(attempt)
      const keyed = key === undefined ? {} : { idempotencyKey: key }
      try {
        const options = { purpose, charset, ...scope, ...keyed }
        const answer = await caller.invite({ email, name, role, ...more }, options)
        return { email, name, role, ...scope, answer, ...(key === undefined ? {} : { key, charset }) }
      } catch (error) {
        this.#unseen.push(email)
        throw error
      }
    })
  }

  /** Nothing is changed before it is known who was there. */
  async #beforeChanges(profileId: string | undefined): Promise<void> {
    await this.baseline()
    const isOwn = this.#callers.has('profileId') && profileId === this.#callers.profileId
    if (isOwn) await this.profileBaseline()
  }

  async #needed(invitation: Promise<Invitation>): Promise<Invitation> {
    const made = await invitation
    if (!succeeded(made.answer)) {
      throw new Inconclusive(
        `there is no user to work with: the invitation was answered ${made.answer.status}`,
      )
    }
    return made
  }
}
