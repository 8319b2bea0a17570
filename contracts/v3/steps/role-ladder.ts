/**
 * The changes of role that must be refused, approached like the forbidden removals and after them: simulated changes of
 * the run's own admins must have no effect; then one's own role, and that of the only admin, is changed in simulation;
 * and only under SAFETY=full, for somebody who is proven to be the one meant, in earnest. Whatever the removals or a
 * change of role have shown to have an effect ends the climb.
 */
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byId, usersOf } from '../client/user.ts'
import type { Account } from './account.ts'
import { Amends } from './amends.ts'
import type { V3Callers } from './callers.ts'
import {
  asked,
  type Climb,
  type Forbidden,
  objectionTo,
  stopped,
  type Which,
  wasSeen,
  wasTouched,
} from './climb.ts'
import type { Ladder } from './ladder.ts'
import type { Persons } from './persons.ts'
import type { ProfileUpdates } from './profile-updates.ts'
import { effectOn } from './sight.ts'
import type { RoleChange, Updates } from './updates.ts'

/** What an admin would be made. */
const LESSER = 'developer'

export class RoleLadder {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #persons: Persons
  readonly #removals: Ladder
  readonly #updates: Updates
  readonly #inProfile: ProfileUpdates
  readonly #account: Account
  readonly #once: Memo
  readonly #amends: Amends

  constructor(
    callers: V3Callers,
    guard: Guard,
    persons: Persons,
    steps: { ladder: Ladder; updates: Updates; profileUpdates: ProfileUpdates; account: Account },
    once: Memo,
  ) {
    this.#callers = callers
    this.#guard = guard
    this.#persons = persons
    this.#removals = steps.ladder
    this.#updates = steps.updates
    this.#inProfile = steps.profileUpdates
    this.#account = steps.account
    this.#once = once
    this.#amends = new Amends(callers, guard)
  }

  /** First rung, as long as the run's own users are there. @throws NotOffered, Untested or Inconclusive */
  async rehearse(which: Which): Promise<Forbidden> {
    this.#guard.requires('disposable')
    await this.#updates.start()
    const forbidden = await this.#persons.named(which)
    const isInProfile = forbidden.profileId !== undefined
    const [organization, profile] = await Promise.allSettled([
      this.#updates.rehearsed(),
      this.#callers.has('profileId') ? this.#inProfile.rehearsed() : undefined,
    ])
    // An effect in one scope says enough of the other.
    for (const one of [organization, profile]) {
      if (one.status === 'fulfilled' && one.value && effectOn(one.value.before, one.value.after) === 'some') {
        throw stopped('a simulated change of role had an effect')
      }
    }
    const shown = isInProfile ? profile : organization
    if (shown.status === 'rejected') throw shown.reason
    if (shown.value === undefined) throw stopped('nobody was simulated in the profile')
    expectHarmless(shown.value)
    if (isInProfile) await this.#profileIsHonoured()
    return forbidden
  }

  /** Second rung; to be called in the last phase only. @throws Inconclusive with what keeps it from being climbed */
  simulate(which: Which): Promise<Climb> {
    return this.#once.do(`v3 simulated change of role of ${which}`, async () => {
      const forbidden = await this.rehearse(which)
      // Whatever may cost somebody the role that removals need comes after them.
      await this.#removals.finished()
      if (which === 'self') await this.simulate('sole admin').catch(() => undefined)
      return this.#climb(which, forbidden, 2)
    })
  }

  /** What else than SAFETY=full the third rung needs; undefined where nothing is missing. */
  async missing(which: Which): Promise<string | undefined> {
    if (which === 'sole admin') return undefined
    return this.#account.proofMissing(await this.simulate(which), 'simulated change')
  }

  /** Third rung; to be called in the last phase only. */
  attempt(which: Which): Promise<Climb> {
    return this.#once.do(`v3 change of role of ${which}`, async () => {
      const simulated = await this.simulate(which)
      const objection = objectionTo(simulated, 'the simulated change of role')
      if (objection !== undefined) throw stopped(objection, 2)
      this.#guard.requires('full')
      const missing = await this.missing(which)
      if (missing !== undefined) throw new Inconclusive(missing)
      // Oneself comes last: who has lost the role cannot ask for anything more.
      if (which === 'self') await this.#soleAdminFirst()
      return this.#climb(which, await this.#persons.named(which), 3)
    })
  }

  async #soleAdminFirst(): Promise<void> {
    const isSimulated = await this.simulate('sole admin').then(
      () => true,
      () => false,
    )
    if (isSimulated) await this.attempt('sole admin').catch(() => undefined)
  }

  /** A profile header that changes of role ignore would strike the same person in the organization. */
  async #profileIsHonoured(): Promise<void> {
    const { answer, after, role } = await this.#inProfile.changed()
    if (!succeeded(answer) || after.user?.role !== role) {
      throw stopped('the change of role of an own user in the profile did not work')
    }
  }

  async #climb(which: Which, { id, profileId }: Forbidden, rung: Climb['rung']): Promise<Climb> {
    this.#guard.mayClimb()
    const sandbox = rung === 2
    const whose = which === 'self' ? 'oneself' : 'the last admin'
    const what = `the ${sandbox ? 'simulated ' : ''}change of role of ${whose}`
    const purpose = what.slice('the '.length)
    const scope = profileId === undefined ? {} : { profileId }
    const { person: before } = await this.#persons.stillThere(which, id, profileId, what)
    this.#guard.openRung(id, sandbox ? 'role, simulated' : 'role')
    const { admin } = this.#callers
    const answer = await asked(this.#guard, rung, what, () =>
      admin.changeRole(id, { role: LESSER, sandbox }, { purpose, ...scope, risk: true }),
    )
    const seen = await admin.list({ purpose: `list after the ${purpose}`, ...scope })
    const climb: Climb = { rung, answer, before, after: byId(usersOf(seen) ?? [], id)[0], seen }
    const isUnseen = !succeeded(seen) || !wasSeen(climb)
    if (isUnseen || wasTouched(climb)) {
      this.#guard.closeLadder(rung, objectionTo(climb, what) ?? `${what} had an effect`)
    }
    if (!isUnseen && wasTouched(climb)) await this.#amends.make(which, climb, profileId)
    return climb
  }
}

/** @throws Inconclusive unless an admin of the run was simulated to have another role, and kept it */
function expectHarmless({ answer, before, after }: RoleChange): void {
  if (!succeeded(answer)) throw stopped(`the simulated change of an own user was answered ${answer.status}`)
  const effect = effectOn(before, after)
  if (effect === 'some') throw stopped('a simulated change of role had an effect')
  if (effect === 'unseen') throw stopped('whether a simulated change of role had an effect could not be seen')
  if (before.entry?.role !== 'admin') throw stopped('the user of the run is not shown as an admin')
}
