/** The end of the run's users: the real removals, and what is to be seen afterwards. */

import { untilSeen } from '../../../helpers/http/ambiguous-write.ts'
import { eventually } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import { isUuid } from '../../../helpers/text/uuid.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byEmail, byId, idOf, userOf, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Harmless } from './harmless.ts'
import type { Invitation, Subject } from './invitation.ts'
import type { Invitations } from './invitations.ts'
import type { OddIds } from './odd-ids.ts'
import {
  effectOn,
  type ListSight,
  look,
  lookAfter,
  lookAtList,
  lookUntilAsBefore,
  type Removal,
  type Sight,
  type SubjectSight,
  scoped,
} from './sight.ts'
import type { Users } from './users.ts'

/** The form of an unknown id that another step asks for. */
const ASKED_ANYWAY = 'a random UUID'

/** The removal from the profile. */
export interface SecondRemoval extends Removal<ListSight> {
  /** Who must not be listed any more. */
  sought: { id: string; email?: string }
}

export class Removals {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #users: Users
  readonly #harmless: Harmless
  readonly #once: Memo
  readonly #ids: () => Promise<OddIds>
  /** Reads by such ids: whoever is found under one is nobody to be removed. */
  readonly #readFirst: () => Promise<unknown>
  /** How long a change may take to show. */
  readonly #consistencyMs: number
  /** Steps that need the companion, or the second user, before these go. */
  readonly #before: Record<'companion' | 'second', (() => Promise<unknown>)[]> = {
    companion: [],
    second: [],
  }

  constructor(
    callers: V3Callers,
    guard: Guard,
    invitations: Invitations,
    users: Users,
    harmless: Harmless,
    once: Memo,
    odd: { ids(): Promise<OddIds>; read(): Promise<unknown> },
    consistencyMs: number,
  ) {
    this.#ids = () => odd.ids()
    this.#readFirst = () => odd.read()
    this.#consistencyMs = consistencyMs
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#users = users
    this.#harmless = harmless
    this.#once = once
  }

  /** Names a step that needs one of the run's users when everybody else is done with that user. */
  beforehand(who: 'companion' | 'second', step: () => Promise<unknown>): void {
    this.#before[who].push(step)
  }

  /** The real removal with the documented sample body. */
  real(): Promise<Removal> {
    return this.#once.do('v3 real removal', async () => {
      // Where a removal counted but its answer is lost, somebody else is removed.
      return untilSeen(async (attempt) => {
        const { subject, sight: before } = await (attempt === 1
          ? this.#intact()
          : this.#users.fresh('removal'))
        const { admin } = this.#callers
        const answer = await admin.remove(subject.id, { sandbox: false }, { purpose: 'real removal' })
        return {
          subject,
          before,
          answer,
          after: await lookAfter(
            this.#callers.admin,
            subject,
            answer,
            'after the removal',
            this.#consistencyMs,
          ),
        }
      })
    })
  }

  /**
   * The address of the removed user invited again, with another role and name: it is a new invitation, or a conflict.
   * Undefined where every invitation is counted, or the user is not seen to be gone.
   */
  invitedAgain(): Promise<{ invitation: Invitation; list: Answer } | undefined> {
    return this.#once.do('v3 invitation of a removed address', async () => {
      if (this.#invitations.isFew) return undefined
      const { subject, answer: removal, after } = await this.real()
      if (!succeeded(removal) || after.user || after.entry) return undefined
      // Who is invited again may have the former id, so the former user is looked at before.
      await Promise.allSettled([this.lastLook(), this.thirdTime()])
      const invitation = await this.#invitations.inviteAddress(
        subject.email,
        'again',
        'developer',
        'a removed address again',
      )
      const { admin } = this.#callers
      const told = idOf(userOf(invitation.answer))
      // A list that is late may still show the address under the id that was removed.
      const isNew = (list: Answer): boolean => {
        const entries = byEmail(usersOf(list) ?? [], invitation.email)
        return entries.length > 0 && (told === undefined || entries.some((entry) => idOf(entry) === told))
      }
      const list = await eventually(
        () => admin.list({ purpose: 'list after the invitation of a removed address' }),
        (shown) => !succeeded(invitation.answer) || usersOf(shown) === undefined || isNew(shown),
        (shown) => [shown],
        this.#consistencyMs,
      )
      return { invitation, list: this.#invitations.recognition.lookedAt(list) }
    })
  }

  /** The removed user removed once more, this time without a body. */
  again(): Promise<Answer> {
    return this.#once.do('v3 second removal', async () => {
      const { subject, after } = await this.real()
      if (after.user !== undefined) throw new Inconclusive('the first removal had no effect')
      return this.#callers.admin.remove(subject.id, undefined, { purpose: 'second removal, without a body' })
    })
  }

  /** The removed user removed once more with the sample body; for targets that want a body. */
  againWithBody(): Promise<Answer> {
    return this.#once.do('v3 second removal with body', async () => {
      const { subject } = await this.real()
      return this.#callers.admin.remove(subject.id, { sandbox: false }, { purpose: 'second removal' })
    })
  }

  /** The real removal of the second user with `{}`, in the child profile where there is one. */
  secondReal(): Promise<SecondRemoval> {
    return this.#once.do('v3 second real removal', async () => {
      const before = await this.#second()
      const { subject } = before
      if (!before.entry && !before.user) throw new Inconclusive('the second user is not to be seen')
      // Its twin in the organization has to be there first, to be seen untouched afterwards.
      await Promise.allSettled([this.#users.thirdBefore(), this.#users.secondByRestricted()])
      const twin = await this.#users.thirdBefore().catch(() => undefined)
      await Promise.allSettled(this.#before.second.map((step) => step()))
      const { admin } = this.#callers
      const answer = await admin.remove(subject.id, {}, scoped(subject, 'real removal with {}'))
      // Where requests are counted, the list says enough.
      const seen = (await this.#invitations.plenty()) ? look : lookAtList
      const after = await eventually<ListSight>(
        () => seen(admin, subject, 'after the removal with {}'),
        ({ user, entry }) => !succeeded(answer) || (user === undefined && entry === undefined),
        ({ get, list }) => (get ? [get, list] : [list]),
        this.#consistencyMs,
      )
      // A profile may show the members of the organization, too: there the twin keeps the address.
      const isInherited = twin !== undefined && byId(usersOf(after.list) ?? [], twin.id).length > 0
      return { subject, before, answer, after, sought: isInherited ? { id: subject.id } : subject }
    })
  }

  /** The second user removed once more from the profile; undefined where nobody was there. */
  againInProfile(): Promise<Answer | undefined> {
    return this.#once.do('v3 second removal in the profile', async () => {
      const { subject, answer, after } = await this.secondReal()
      if (subject.profileId === undefined || !succeeded(answer) || after.user || after.entry) return undefined
      const options = scoped(subject, 'second removal, in the profile')
      return this.#callers.admin.remove(subject.id, { sandbox: false }, options)
    })
  }

  /** The third user after the second was removed from the profile; undefined when there is none. */
  thirdKept(): Promise<{ subject: Subject; after: Sight } | undefined> {
    return this.#once.do('v3 third user kept', async () => {
      const subject = await this.#users.thirdBefore()
      if (!subject) return undefined
      await this.secondReal()
      const after = await eventually(
        () => look(this.#callers.admin, subject, 'after the removal from the profile'),
        ({ user }) => user !== undefined,
        ({ get, list }) => [get, list],
        this.#consistencyMs,
        { isTold: false },
      )
      return { subject, after }
    })
  }

  /** The companion after the first user was removed; undefined where there is none. */
  companionKept(): Promise<{ subject: Subject; before: Sight; kept: Sight } | undefined> {
    return this.#once.do('v3 companion kept', async () => {
      const before = await this.#users.companion()
      if (!before) return undefined
      await Promise.allSettled([this.real(), this.#harmless.simulatedOddly(), this.secondReal()])
      const { subject } = before
      const when = 'of the companion, after others were removed'
      const kept = await lookUntilAsBefore(this.#callers.admin, before, when, this.#consistencyMs)
      return { subject, before, kept }
    })
  }

  /**
   * The companion's removal by a developer, whose role it has, once everybody else is done with it; undefined where
   * requests are scarce or there is no companion. @throws Untested where there is no DEVELOPER_API_KEY
   */
  companionByDeveloper(): Promise<Answer | undefined> {
    return this.#once.do('v3 removal of the companion by a developer', async () => {
      const { developer } = this.#callers
      const intact = (await this.#invitations.plenty()) ? await this.companionKept() : undefined
      if (!intact) return undefined
      await this.#doneWithCompanion()
      const purpose = 'must be refused: developer, a user with the same role'
      return developer.remove(intact.subject.id, { sandbox: false }, { purpose })
    })
  }

  /** The companion, kept until then, removed itself; undefined where there is none, or a developer has removed it. */
  companion(): Promise<(Removal & { kept: Sight }) | undefined> {
    return this.#once.do('v3 removal of the companion', async () => {
      const intact = await this.companionKept()
      if (!intact) return undefined
      const { admin } = this.#callers
      const { subject, before, kept } = intact
      await Promise.allSettled([this.#doneWithCompanion(), this.companionByDeveloper()])
      if (this.#guard.isGone(subject.id)) return undefined
      const purpose = 'real removal, charset and unknown member'
      const body = { sandbox: false, reason: 'no longer here' }
      const answer = await admin.remove(subject.id, body, { purpose, charset: true })
      return {
        subject,
        before,
        kept,
        answer,
        after: await lookAfter(
          this.#callers.admin,
          subject,
          answer,
          'after the removal of the companion',
          this.#consistencyMs,
        ),
      }
    })
  }

  /** Waits for everybody who needs the companion before it goes. */
  #doneWithCompanion(): Promise<unknown> {
    return this.#once.do('v3 steps with the companion', () =>
      Promise.allSettled(this.#before.companion.map((step) => step())),
    )
  }

  /** The removed user looked for again after others were removed and invited. */
  lastLook(): Promise<{
    last: Answer
    asDeveloper: Answer | undefined
    upper: Answer | undefined
    inProfile: Answer | undefined
  }> {
    return this.#once.do('v3 removed user once more', async () => {
      const { subject } = await this.real()
      await Promise.allSettled([this.again(), this.secondReal(), this.#harmless.simulatedAsAdmin()])
      const developer = this.#callers.has('developerApiKey') ? this.#callers.developer : undefined
      const upperId = subject.id.toUpperCase()
      const isOther = isUuid(subject.id) && upperId !== subject.id
      const untilGone = (read: () => Promise<Answer>): Promise<Answer> =>
        eventually(
          read,
          (answer) => !succeeded(answer),
          (answer) => [answer],
          this.#consistencyMs,
          { isTold: false },
        )
      const profileId =
        this.#callers.has('profileId') &&
        subject.profileId === undefined &&
        (await this.#invitations.plenty())
          ? this.#callers.profileId
          : undefined
      const [last, asDeveloper, upper, inProfile] = await Promise.all([
        untilGone(() => this.#callers.admin.get(subject.id, { purpose: 'read the removed user once more' })),
        developer &&
          untilGone(() => developer.get(subject.id, { purpose: 'read the removed user as developer' })),
        isOther
          ? this.#callers.admin.get(upperId, { purpose: 'read the removed user in upper case' })
          : undefined,
        profileId === undefined
          ? undefined
          : this.#callers.admin.get(subject.id, {
              purpose: 'read the removed user in the profile',
              profileId,
            }),
      ])
      return { last, asDeveloper, upper, inProfile }
    })
  }

  /** The user who was removed twice, removed a third time; undefined where requests are scarce. */
  thirdTime(): Promise<Answer | undefined> {
    return this.#once.do('v3 third removal of one user', async () => {
      if (!(await this.#invitations.plenty())) return undefined
      const [{ subject }] = await Promise.all([this.real(), this.again()])
      return this.#callers.admin.remove(subject.id, { sandbox: false }, { purpose: 'third removal' })
    })
  }

  /**
   * The removed user removed once more in forms that the others do not have: simulated, and by the id in capitals.
   * Undefined where requests are scarce.
   */
  goneOddly(): Promise<{ simulated: Answer; upper: Answer | undefined } | undefined> {
    return this.#once.do('v3 odd removals of a removed user', async () => {
      if (!(await this.#invitations.plenty())) return undefined
      const [{ subject }] = await Promise.all([this.real(), this.again()])
      const { admin } = this.#callers
      const upperId = subject.id.toUpperCase()
      const simulated = await admin.remove(
        subject.id,
        { sandbox: true },
        { purpose: 'simulated, of somebody removed' },
      )
      if (!isUuid(subject.id) || upperId === subject.id) return { simulated, upper: undefined }
      this.#guard.nobody(upperId)
      const upper = await admin.remove(
        upperId,
        { sandbox: false },
        { purpose: 'second removal, in upper case' },
      )
      return { simulated, upper }
    })
  }

  /**
   * The profile's user removed without the header, where reading them so was refused; undefined where it was not, or
   * requests are scarce.
   */
  outsideProfile(): Promise<Answer | undefined> {
    return this.#once.do('v3 removal from outside the profile', async () => {
      if (!(await this.#invitations.plenty())) return undefined
      const { subject, user } = await this.#users.secondBefore()
      if (subject.profileId === undefined || user === undefined) return undefined
      if (!isRefusal(await this.#users.secondOutside())) return undefined
      const purpose = 'must be refused: the user of the profile, without the header'
      return this.#callers.admin.remove(subject.id, { sandbox: false }, { purpose })
    })
  }

  /** Ids that nobody has, in several forms, and in the profile and without a body; each with its form. */
  ofNobody(): Promise<{ unknown: [string, Answer][]; malformed: [string, Answer][] }> {
    return this.#once.do('v3 removals of odd ids', async () => {
      this.#guard.requires('disposable')
      await this.#readFirst()
      const { unknown, malformed } = await this.#ids()
      const isPlenty = await this.#invitations.isPlenty()
      const { admin } = this.#callers
      const ask = (ids: Record<string, string>): Promise<[string, Answer][]> =>
        Promise.all(
          Object.entries(ids)
            .filter(([form], index) => form !== ASKED_ANYWAY && (isPlenty || index === 0))
            .map(
              async ([form, id]): Promise<[string, Answer]> => [
                form,
                await admin.remove(id, { sandbox: false }, { purpose: `removal of nobody: ${form}` }),
              ],
            ),
        )
      const more: Promise<[string, Answer]>[] = []
      if (isPlenty && this.#callers.has('profileId')) {
        const options = { purpose: 'unknown id, in the profile', profileId: this.#callers.profileId }
        const id = this.#guard.unknownId('removal in the profile')
        more.push(admin.remove(id, { sandbox: false }, options).then((one) => ['in the profile', one]))
      }
      const [first, second, third] = await Promise.all([ask(unknown), ask(malformed), Promise.all(more)])
      return { unknown: [...first, ...third], malformed: second }
    })
  }

  /** The real removal of the third user, without a body; undefined when there is none. */
  thirdReal(): Promise<Removal | undefined> {
    return this.#once.do('v3 third real removal', async () => {
      const kept = await this.thirdKept()
      if (!kept?.after.user) return undefined
      const { subject, after: before } = kept
      const { admin } = this.#callers
      const answer = await admin.remove(subject.id, undefined, { purpose: 'real removal without a body' })
      return {
        subject,
        before,
        answer,
        after: await lookAfter(
          this.#callers.admin,
          subject,
          answer,
          'after the removal without a body',
          this.#consistencyMs,
        ),
      }
    })
  }

  /** Without a key, simulated, naming nobody. */
  byNobodyUnknown(): Promise<Answer> {
    return this.#once.do('v3 removal of nobody without key', () =>
      this.#ofNobody(true, 'simulated, without key, unknown id', 'nobody'),
    )
  }

  /** Without a key, simulated, with an id that is no UUID. */
  byNobodyMalformed(): Promise<Answer> {
    return this.#once.do('v3 removal of a malformed id without key', () =>
      this.#callers.nobody.remove(
        this.#guard.malformedId(),
        { sandbox: true },
        { purpose: 'simulated, without key, malformed id' },
      ),
    )
  }

  /** Without a key, not simulated, naming nobody; asked for only where the simulated one was not answered 401. */
  byNobodyInEarnest(): Promise<Answer> {
    return this.#once.do('v3 removal of nobody without key, in earnest', () =>
      this.#ofNobody(false, 'without key, unknown id', 'nobody'),
    )
  }

  /** Simulated, naming nobody. */
  simulatedUnknown(): Promise<Answer> {
    return this.#once.do('v3 simulated removal of nobody', () =>
      this.#ofNobody(true, 'simulated, unknown id'),
    )
  }

  /** Naming nobody. */
  unknown(): Promise<Answer> {
    return this.#once.do('v3 removal of nobody', () => this.#ofNobody(false, 'unknown id'))
  }

  /** The same once more, simulated, each time with another id. */
  unknownAgain(time: number): Promise<Answer> {
    return this.#ofNobody(true, `simulated, unknown id, asked again (${time + 1})`)
  }

  async #ofNobody(sandbox: boolean, purpose: string, by: 'admin' | 'nobody' = 'admin'): Promise<Answer> {
    if (!sandbox) await this.#readFirst()
    return this.#callers[by].remove(this.#guard.unknownId(purpose), { sandbox }, { purpose })
  }

  /** The second user, or another one where a removal from the profile that must leave it alone has left a mark. */
  async #second(): Promise<SubjectSight> {
    const before = await this.#users.secondBefore()
    const simulated = await this.#harmless.simulatedInProfile().catch(() => undefined)
    const outside = await this.outsideProfile().catch(() => undefined)
    const isMarked =
      (simulated !== undefined && effectOn(simulated.before, simulated.after) === 'some') ||
      (outside !== undefined && succeeded(outside))
    // Whoever was removed by somebody who may not is for the roles to tell, not for the removal by an admin.
    if (!isMarked && !(await this.#harmless.isRemovedInProfile())) return before
    const { role, profileId = '' } = await this.#invitations.second()
    const { subject, sight } = await this.#users.fresh('removal from the profile', { role, profileId })
    return { subject, ...sight }
  }

  /** The user of the simulated removal if it is still to be seen, else a new one; after all that needs it. */
  async #intact(): Promise<{ subject: Subject; sight: Sight }> {
    const [simulated] = await Promise.allSettled([
      this.#harmless.simulated(),
      this.#harmless.refusals(),
      this.#users.beforeByDeveloper(),
      this.#users.beforeByRestricted(),
      this.#invitations.listedByDeveloper(),
    ])
    if (simulated.status === 'rejected' && !(simulated.reason instanceof Inconclusive)) throw simulated.reason
    if (simulated.status === 'rejected') return this.#users.fresh('removal')
    const { subject, after } = simulated.value
    return after.user && after.entry ? { subject, sight: after } : this.#users.fresh('removal')
  }
}
