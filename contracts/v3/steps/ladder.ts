/**
 * The removals that must be refused, approached rung by rung: simulated removals of users of the run, of the same
 * role and in the same scope, must have no effect; then the forbidden removal is simulated, first of the person
 * whose loss the run can mend; and only then, under SAFETY=full and as the very last steps of a run, it is asked
 * for in earnest. An effect that must not be ends the climb for good.
 */
import type { Config } from '../../../helpers/config/config.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byId, changedMembers, userOf, usersOf, type V3User } from '../client/user.ts'
import type { Account } from './account.ts'
import { Amends } from './amends.ts'
import { goneBystander, KEPT_MEMBERS } from './bystanders.ts'
import type { V3Callers } from './callers.ts'
import {
  asked,
  type Climb,
  EMPTY_OBJECT,
  type Forbidden,
  isRefusedAsOwn,
  OTHER_FORMS,
  objectionTo,
  stopped,
  victimOf,
  type Which,
  wasSeen,
} from './climb.ts'
import type { Harmless } from './harmless.ts'
import type { Invitations } from './invitations.ts'
import { Persons } from './persons.ts'
import type { Removals } from './removals.ts'
import { effectOn } from './sight.ts'

/** Whose removal is asked for, and how. */
interface Asked {
  which: Which
  id: string
  purpose: string
  scope: { profileId?: string }
  /** As they were before. */
  before: V3User
  /** The list that shows that. */
  list: Answer
}

export class Ladder {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #harmless: Harmless
  readonly #invitations: Invitations
  readonly #removals: Removals
  readonly #once: Memo
  readonly #persons: Persons
  readonly #amends: Amends
  readonly #account: Account
  /** Whose removal a check has asked for. */
  readonly #asked = new Set<Which>()

  constructor(
    callers: V3Callers,
    guard: Guard,
    invitations: Invitations,
    harmless: Harmless,
    removals: Removals,
    once: Memo,
    config: Config,
    account: Account,
  ) {
    this.#account = account
    this.#callers = callers
    this.#guard = guard
    this.#harmless = harmless
    this.#invitations = invitations
    this.#removals = removals
    this.#once = once
    this.#persons = new Persons(callers, invitations, once, config)
    this.#amends = new Amends(callers, guard)
  }

  /** Second rung. @throws Untested or Inconclusive with what keeps it from being climbed */
  simulate(which: Which): Promise<Climb> {
    this.#asked.add(which)
    return this.#once.do(`v3 simulated removal of ${which}`, async () => {
      this.#guard.requires('disposable')
      const forbidden = await this.#persons.named(which)
      await this.#firstRung(forbidden.profileId)
      // First the person whose loss could be mended, so that a first damage is the last.
      if (which === 'self') await this.simulate('sole admin').catch(() => undefined)
      return this.#climb(which, forbidden, 2)
    })
  }

  /** What else than SAFETY=full the third rung needs; undefined where nothing is missing. */
  async missing(which: Which): Promise<string | undefined> {
    const simulated = await this.simulate(which)
    return which === 'self' ? this.#account.proofMissing(simulated, 'simulated removal') : undefined
  }

  /** Third rung; to be called in the last phase only. */
  attempt(which: Which): Promise<Climb> {
    return this.#once.do(`v3 real removal of ${which}`, async () => {
      const simulated = await this.simulate(which)
      const objection = objectionTo(simulated, 'the simulated removal')
      if (objection !== undefined) throw stopped(objection, 2)
      this.#guard.requires('full')
      const missing = await this.missing(which)
      if (missing !== undefined) throw new Inconclusive(missing)
      // Oneself comes last: whoever removes oneself loses the key that everything else needs.
      if (which === 'self') await this.attempt('sole admin').catch(() => undefined)
      const climb = await this.#climb(which, await this.#persons.named(which), 3)
      if (
        which === 'self' &&
        climb.after === undefined &&
        succeeded(climb.seen) &&
        wasSeen(climb) &&
        !isRefusedAsOwn(simulated)
      ) {
        throw new Inconclusive(
          'API_KEY still works after the removal of SELF_USER_ID, so it may belong to somebody else',
        )
      }
      return climb
    })
  }

  /** Waits until the removals that checks of this run ask for have been climbed as far as they are. */
  async finished(): Promise<void> {
    const climbs = [...this.#asked].map(async (which) => {
      const simulated = await this.simulate(which)
      const isOver = victimOf(simulated) !== undefined || simulated.answer.status >= 500
      if (isOver || !this.#guard.allows('full') || (await this.missing(which)) !== undefined) return
      await this.attempt(which)
    })
    await Promise.allSettled(climbs)
  }

  /** First rung, in both scopes, because an effect in one of them says enough of the other. */
  async #firstRung(profileId: string | undefined): Promise<void> {
    const [organization, profile] = await Promise.allSettled([
      this.#harmless.simulatedAsAdmin(),
      this.#harmless.simulatedInProfile(),
      this.#harmless.simulated(),
    ])
    this.#guard.mayClimb()
    const shown = profileId === undefined ? organization : profile
    if (shown.status === 'rejected') throw shown.reason
    if (shown.value === undefined)
      throw new Inconclusive('stopped at rung 1: nobody was simulated in the profile')
    const { answer, before, after } = shown.value
    const objection = succeeded(answer)
      ? {
          none: undefined,
          some: 'a simulated removal had an effect',
          unseen: 'whether a simulated removal had an effect could not be seen',
        }[effectOn(before, after)]
      : `the simulated removal of an own user was answered ${answer.status}`
    if (objection !== undefined) throw stopped(objection)
    if (before.entry?.role !== 'admin') {
      throw new Inconclusive(
        'stopped at rung 1: the user of the run that was invited as admin is not shown as one',
      )
    }
    if (profileId !== undefined) await this.#profileIsHonoured()
  }

  /** A profile header that removals ignore would strike the same person in the organization. */
  async #profileIsHonoured(): Promise<void> {
    const { answer, after } = await this.#removals.secondReal()
    if (!succeeded(answer) || after.entry || after.user) {
      throw new Inconclusive('stopped before rung 2: removal of an own user in the profile did not work')
    }
  }

  async #climb(which: Which, { id, profileId }: Forbidden, rung: Climb['rung']): Promise<Climb> {
    this.#guard.mayClimb()
    const sandbox = rung === 2
    const what = `the ${sandbox ? 'simulated ' : ''}removal of ${which === 'self' ? 'oneself' : 'the last admin'}`
    const scope = profileId === undefined ? {} : { profileId }
    const { admin } = this.#callers
    const { person: before, list } = await this.#persons.stillThere(
      which,
      id,
      profileId,
      `the removal of ${which}`,
    )
    this.#guard.openRung(id, sandbox ? 'sandbox' : 'real')
    const purpose = what.slice('the '.length)
    const removal = { which, id, purpose, scope, before, list }
    let climb = await this.#attempt(rung, what, removal, async () => [
      await admin.remove(id, { sandbox }, { purpose, ...scope, risk: true }),
    ])
    // A guard must hold in every form; but nothing more is asked for before the first is seen to have done nothing.
    if (rung === 3 && isRefusal(climb.answer) && objectionTo(climb, what) === undefined) {
      const others = await this.#attempt(rung, what, removal, () => this.#inOtherForms(removal))
      if (!isRefusal(others.answer) || victimOf(others) !== undefined) climb = others
    }
    const victim = victimOf(climb)
    if (victim !== undefined || !succeeded(climb.seen) || !wasSeen(climb)) {
      const objection = objectionTo(climb, what) ?? `${what} had an effect`
      this.#guard.closeLadder(
        rung,
        objection.replace(/^the removal of the last admin/, '$&, which came first,'),
      )
    }
    if (victim !== undefined) await this.#amends.make(which, { ...climb, ...victim }, profileId)
    return climb
  }

  /**
   * Sends removals of one person and looks what they did. Of several answers the one that was not refused counts, with
   * success before a breakdown.
   */
  async #attempt(
    rung: Climb['rung'],
    what: string,
    asking: Asked,
    send: () => Promise<Climb['answer'][]>,
  ): Promise<Climb> {
    const answers = await asked(this.#guard, rung, what, send)
    const answer = answers.find(succeeded) ?? answers.find((one) => !isRefusal(one)) ?? answers[0]
    if (answer === undefined) throw new Error('no removal was asked for')
    return { rung, answer, before: asking.before, ...(await this.#aftermath(asking)) }
  }

  /** Asks for the same in every other form of body, side by side: it is one person, who can be lost once. */
  async #inOtherForms({ id, purpose, scope }: Asked): Promise<Climb['answer'][]> {
    return Promise.all(
      ((await this.#invitations.isPlenty()) ? [...OTHER_FORMS, EMPTY_OBJECT] : OTHER_FORMS).map(
        ({ form, body, charset = false }) =>
          this.#callers.admin.remove(id, body, {
            purpose: `${purpose}, ${form}`,
            ...scope,
            charset,
            risk: true,
          }),
      ),
    )
  }

  async #aftermath({
    which,
    id,
    purpose,
    scope,
    before,
    list,
  }: Asked): Promise<Pick<Climb, 'after' | 'seen' | 'get' | 'bystander'>> {
    const { admin } = this.#callers
    const get = which === 'self' ? await admin.get(id, { purpose: `read after the ${purpose}` }) : undefined
    const alone = get && userOf(get)
    // A user may be shown otherwise alone than in the list, so that a difference has to show in the list, too.
    if (get && alone && changedMembers(before, alone, KEPT_MEMBERS).length === 0) {
      // Who else is there costs a request more.
      if (!(await this.#invitations.isPlenty())) return { after: alone, seen: get, get }
      const others = await admin.list({ purpose: `list after the ${purpose}`, ...scope })
      return { after: alone, seen: get, get, ...(await this.#bystander(id, scope, list, others)) }
    }
    // The list says who else is an admin, and that somebody is gone is said only when the list says so too.
    const seen = await admin.list({ purpose: `list after the ${purpose}`, ...scope })
    return {
      after: byId(usersOf(seen) ?? [], id)[0],
      seen,
      ...(alone ? { get } : {}),
      ...(await this.#bystander(id, scope, list, seen)),
    }
  }

  /** Somebody who was not meant, and is gone. */
  async #bystander(
    id: string,
    scope: { profileId?: string },
    before: Answer,
    after: Answer,
  ): Promise<Pick<Climb, 'bystander'>> {
    const start =
      scope.profileId === undefined ? this.#invitations.baseline() : this.#invitations.profileBaseline()
    const bystander = goneBystander(this.#guard, id, await start, before, after)
    return bystander === undefined ? {} : { bystander }
  }
}
