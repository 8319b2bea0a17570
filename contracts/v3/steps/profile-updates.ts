/** Changes of role in the child profile, of the run's user there, before its removal. */

import { inOtherCase } from '../../../helpers/text/uuid.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import { Inconclusive, NotOffered } from '../../../model/outcome.ts'
import { absence } from '../client/offered.ts'
import { errorCode } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Harmless } from './harmless.ts'
import { look } from './sight.ts'
import type { RoleChange, Updates } from './updates.ts'
import { requireProfile, type Users } from './users.ts'

export class ProfileUpdates {
  readonly #callers: V3Callers
  readonly #users: Users
  readonly #harmless: Harmless
  readonly #updates: Updates
  readonly #once: Memo

  constructor(callers: V3Callers, users: Users, harmless: Harmless, updates: Updates, once: Memo) {
    this.#callers = callers
    this.#users = users
    this.#harmless = harmless
    this.#updates = updates
    this.#once = once
  }

  /** Takes every step, so that the user may go. */
  async all(): Promise<void> {
    await Promise.allSettled([this.spelt()])
  }

  /**
   * A simulated change of the run's admin in the profile: what the ladder rests on there.
   * @throws NotOffered where the target has no such operation; Untested where there is no profile
   */
  rehearsed(): Promise<RoleChange> {
    return this.#once.do('v3 simulated change of role in the profile', async () => {
      const { subject, ...before } = await this.#users.secondBefore()
      requireProfile(subject)
      // Who reads or simulates a removal has to see the role that the invitation asked for.
      await Promise.allSettled([
        this.#harmless.simulatedInProfile(),
        this.#harmless.refusedInProfile(),
        this.#users.secondByRestricted(),
      ])
      if (!before.user || !before.entry) throw new Inconclusive('the user of the profile is not to be seen')
      const body = { role: 'developer', sandbox: true }
      const purpose = 'simulated change of role in the profile'
      const options = { purpose, probe: true, profileId: requireProfile(subject) }
      const answer = await this.#callers.admin.changeRole(subject.id, body, options)
      const absent = absence(answer)
      if (absent !== undefined && !isUnfound(answer)) {
        throw new NotOffered(`PATCH /v3/users/{userId} in the profile ${absent}`)
      }
      const after = await look(this.#callers.admin, subject, `after the ${purpose}`)
      return { subject, role: body.role, before, answer, after }
    })
  }

  /** The same user sought in the organization, which has no such member; undefined where the profile has none either. */
  outside(): Promise<RoleChange | undefined> {
    return this.#once.do('v3 change of role outside of the profile', async () => {
      const { subject, after: before, answer: rehearsal } = await this.rehearsed()
      if (isUnfound(rehearsal)) return undefined
      const role = 'developer'
      const purpose = 'a user of the profile, without the header'
      const answer = await this.#callers.admin.changeRole(subject.id, { role }, { purpose })
      const after = await look(this.#callers.admin, subject, 'after the change of role without the header')
      return { subject, role, before, answer, after }
    })
  }

  /** One more, in the profile under its id in another letter case; undefined where the user is not found there. */
  spelt(): Promise<RoleChange | undefined> {
    return this.#once.do('v3 change of role in the profile, spelt otherwise', async () => {
      const { subject, after } = await this.changed()
      if (isUnfound((await this.rehearsed()).answer)) return undefined
      const profileSpelt = inOtherCase(requireProfile(subject))
      const purpose = 'change of role in the profile, its id in another letter case'
      return this.#updates.change(subject, after, { role: 'developer' }, purpose, { profileSpelt })
    })
  }

  /** A change in earnest, in the profile. */
  changed(): Promise<RoleChange> {
    return this.#once.do('v3 change of role in the profile', async () => {
      const rehearsed = await this.rehearsed()
      const { subject, after } = (await this.outside()) ?? rehearsed
      // Whether there is such an operation is open then: what it answers is for one check alone.
      const more = isUnfound(rehearsed.answer) ? { apart: true } : {}
      return this.#updates.change(subject, after, { role: 'billing' }, 'change of role in the profile', more)
    })
  }
}

/** What the operation says of a user whom it does not find, or a router of a path. */
function isUnfound(answer: Answer): boolean {
  return answer.status === 404 && errorCode(answer) === 'RESOURCE_006'
}
