/** The run's users as the target shows them before any removal. */

import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive, Untested } from '../../../model/outcome.ts'
import { userOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitation, Subject } from './invitation.ts'
import type { Invitations } from './invitations.ts'
import type { Recognition } from './recognition.ts'
import { type Sight, type SubjectSight, scoped, sightOf } from './sight.ts'

export class Users {
  readonly #callers: V3Callers
  readonly #invitations: Invitations
  readonly #recognition: Recognition
  readonly #once: Memo

  constructor(callers: V3Callers, invitations: Invitations, once: Memo) {
    this.#callers = callers
    this.#invitations = invitations
    this.#recognition = invitations.recognition
    this.#once = once
  }

  /** The first user as the list and its own page show it, after all invitations. */
  before(): Promise<SubjectSight> {
    return this.#once.do('v3 before removals', async () => {
      const told = await this.#told()
      const early = told ? this.#early(told, {}, 'read the invited user') : undefined
      return this.#shown(await this.#invitations.subject(), await this.#invitations.listed(), early)
    })
  }

  /** The answer that tells who the first user is, after all invitations: whoever is invited again may have got another id. */
  async #told(): Promise<Answer | undefined> {
    const [first] = await Promise.allSettled([this.#invitations.first(), this.#invitations.settled()])
    const renewed = await this.#invitations.duplicate().catch(() => undefined)
    if (renewed && userOf(renewed)) return renewed
    return first.status === 'fulfilled' ? first.value.answer : undefined
  }

  /** The companion as the list and its own page show it; undefined where there is none. */
  companion(): Promise<SubjectSight | undefined> {
    return this.#once.do('v3 companion', async () => {
      const invitation = await this.#invitations.companion()
      if (!invitation || !succeeded(invitation.answer)) return undefined
      await this.#invitations.settled()
      const early = this.#early(invitation.answer, {}, 'read the companion')
      const list = await this.#invitations.listed()
      return this.#shown(await this.#recognition.find(invitation, list), list, early)
    })
  }

  /** Every user of the run before any removal, as far as the target shows them. */
  async all(): Promise<SubjectSight[]> {
    const sights = await Promise.allSettled([this.before(), this.secondBefore(), this.companion()])
    const failed = sights.find((one) => one.status === 'rejected')
    const seen = sights.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
    if (seen.length === 0 && failed) throw failed.reason
    return seen
  }

  /** The first user read by a developer before any removal. */
  beforeByDeveloper(): Promise<Answer> {
    return this.#once.do('v3 before removals, by developer', () => this.#beforeBy('developer'))
  }

  /** The same by somebody without a role; undefined where requests are counted and the second user is read so. */
  beforeByRestricted(): Promise<Answer | undefined> {
    return this.#once.do('v3 before removals, by restricted', async () => {
      if (this.#callers.has('profileId') && !(await this.#invitations.plenty())) return undefined
      return this.#beforeBy('restricted')
    })
  }

  async #beforeBy(who: 'developer' | 'restricted'): Promise<Answer> {
    const { subject } = await this.before()
    return this.#callers[who].get(subject.id, { purpose: `read the invited user as ${who}` })
  }

  /** The second user read in the profile by somebody without a role, before its removal. */
  secondByRestricted(): Promise<Answer> {
    return this.#once.do('v3 second user by restricted', async () => {
      const { subject } = await this.secondBefore()
      const purpose = 'read the second user without a role'
      return this.#callers.restricted.get(subject.id, scoped(subject, purpose))
    })
  }

  /** The second user before its removal. */
  secondBefore(): Promise<SubjectSight> {
    return this.#once.do('v3 second user', async () => {
      const invitation = await this.#invitations.second()
      // A duplicate may renew times, so nobody is looked at before the last of them.
      await this.#invitations.settled()
      const { answer, profileId } = invitation
      if (!succeeded(answer)) {
        throw new Inconclusive(`the second invitation was answered ${answer.status}`)
      }
      const early = this.#early(answer, { profileId }, 'read the second user')
      const list = await this.secondListed()
      return this.#shown(await this.#recognition.find(invitation, list), list, early)
    })
  }

  /** The list of the second user's scope after the invitation. */
  secondListed(): Promise<Answer> {
    return this.#once.do('v3 list with second user', async () => {
      const { profileId, email, answer } = await this.#invitations.second()
      if (profileId === undefined) return this.#invitations.listed()
      // That the profile lacks the organization's user says something only when there is one.
      await this.#invitations.settled()
      const purpose = 'list of the profile after the invitations'
      const list = await this.#invitations.untilListed(succeeded(answer) ? [email] : [], () =>
        this.#callers.admin.list({ purpose, profileId }),
      )
      return this.#recognition.lookedAt(list)
    })
  }

  /** The profile's user sought in the organization, before anybody is invited there under that address. */
  secondOutside(): Promise<Answer> {
    return this.#once.do('v3 second user outside', async () => {
      const { subject } = await this.secondBefore()
      const purpose = 'read the user of the profile without the header'
      return this.#callers.admin.get(subject.id, { purpose })
    })
  }

  /** Where requests are plenty: the organization's user sought in the profile. Undefined otherwise. */
  firstInProfile(): Promise<Answer | undefined> {
    return this.#once.do('v3 first user in profile', async () => {
      const { profileId } = this.#callers
      if (!(await this.#invitations.plenty())) return undefined
      const { subject } = await this.before()
      const purpose = 'read a user of the organization in the profile'
      return this.#callers.admin.get(subject.id, { purpose, profileId })
    })
  }

  /** Where requests are plenty, the third user: the second's twin in the organization. */
  thirdBefore(): Promise<Subject | undefined> {
    return this.#once.do('v3 third user', async () => {
      if (!(await this.#invitations.plenty())) return undefined
      if (this.#callers.has('profileId')) await this.secondOutside()
      const invitation = await this.#invitations.third()
      if (!invitation || !succeeded(invitation.answer)) return undefined
      const list = await this.#invitations.untilListed([invitation.email], () =>
        this.#callers.admin.list({ purpose: 'list after the third invitation' }),
      )
      return this.#recognition.find(invitation, this.#recognition.lookedAt(list))
    })
  }

  /**
   * A new user of the run, for a step that needs one of its own.
   * @param invited who was invited for it already
   * @throws Inconclusive when there is none to be had
   */
  async fresh(
    purpose: string,
    { role = 'developer', profileId }: { role?: string; profileId?: string } = {},
    invited?: Invitation,
  ): Promise<{ subject: Subject; sight: Sight }> {
    const { admin } = this.#callers
    const invitation =
      invited ?? (await this.#invitations.invite(purpose.replaceAll(' ', '-'), role, profileId))
    if (!succeeded(invitation.answer)) {
      throw new Inconclusive(
        `there is no user left to work with: the invitation was answered ${invitation.answer.status}`,
      )
    }
    const scope = profileId === undefined ? {} : { profileId }
    const list = this.#recognition.lookedAt(
      await this.#invitations.untilListed([invitation.email], () =>
        admin.list({ purpose: `list before ${purpose}`, ...scope }),
      ),
    )
    const subject = await this.#recognition.find(invitation, list)
    const get = await this.#invitations.untilFound(() =>
      admin.get(subject.id, { purpose: `read before ${purpose}`, ...scope }),
    )
    return { subject, sight: sightOf(subject.id, get, list) }
  }

  /** Reads a user under the id that an invitation told: the list has the last word, but need not be waited for. */
  #early(
    invitation: Answer,
    { profileId }: { profileId?: string | undefined },
    purpose: string,
  ): EarlyRead | undefined {
    const id = userOf(invitation)?.id
    if (typeof id !== 'string' || id === '') return undefined
    const scope = profileId === undefined ? {} : { profileId }
    const get = this.#invitations.untilFound(() => this.#callers.admin.get(id, { purpose, ...scope }))
    get.catch(() => undefined)
    return { id, get }
  }

  async #shown(subject: Subject, list: Answer, early: EarlyRead | undefined): Promise<SubjectSight> {
    const get = await (early?.id === subject.id
      ? early.get
      : this.#callers.admin.get(subject.id, scoped(subject, 'read the user that the list shows')))
    return { subject, ...sightOf(subject.id, get, list) }
  }
}

/** A read of a user whose id is not yet certain. */
interface EarlyRead {
  id: string
  get: Promise<Answer>
}

/** @throws Untested when there is no child profile to speak of */
export function requireProfile(subject: { profileId?: string | undefined }): string {
  if (subject.profileId === undefined) throw new Untested('needs PROFILE_ID')
  return subject.profileId
}
