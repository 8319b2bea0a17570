/** Changes of role in the child profile, of the run's user there, before its removal. */
import type { Memo } from '../../../helpers/suite/memo.ts'
import { inOtherCase } from '../../../helpers/text/uuid.ts'
import { Inconclusive, NotOffered } from '../../../model/outcome.ts'
import { NOT_THERE } from '../client/requests.ts'
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
      // A 404 with a code is what the operation says of a user whom it does not find.
      if (NOT_THERE.includes(answer.status) && errorCode(answer) === undefined) {
        throw new NotOffered(`PATCH /v3/users/{userId} in the profile was answered ${answer.status}`)
      }
      const after = await look(this.#callers.admin, subject, `after the ${purpose}`)
      return { subject, role: body.role, before, answer, after }
    })
  }

  /** The same user sought in the organization, which has no such member. */
  outside(): Promise<RoleChange> {
    return this.#once.do('v3 change of role outside of the profile', async () => {
      const { subject, after: before } = await this.rehearsed()
      const role = 'developer'
      const purpose = 'a user of the profile, without the header'
      const answer = await this.#callers.admin.changeRole(subject.id, { role }, { purpose })
      const after = await look(this.#callers.admin, subject, 'after the change of role without the header')
      return { subject, role, before, answer, after }
    })
  }

  /** One more, in the profile under its id in another letter case. */
  spelt(): Promise<RoleChange> {
    return this.#once.do('v3 change of role in the profile, spelt otherwise', async () => {
      const { subject, after } = await this.changed()
      const profileSpelt = inOtherCase(requireProfile(subject))
      const purpose = 'change of role in the profile, its id in another letter case'
      return this.#updates.change(subject, after, { role: 'developer' }, purpose, { profileSpelt })
    })
  }

  /** A change in earnest, in the profile. */
  changed(): Promise<RoleChange> {
    return this.#once.do('v3 change of role in the profile', async () => {
      const { subject, after } = await this.outside()
      return this.#updates.change(subject, after, { role: 'billing' }, 'change of role in the profile')
    })
  }
}
