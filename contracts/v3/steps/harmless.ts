/**
 * Removals that must leave the user alone: those that must be refused, and a simulated one. They are tried side
 * by side on the first user, and one look afterwards clears all of them. Only where somebody is missing or
 * changed are they tried apart, each kind on a user of its own, so that none is blamed for what another did.
 */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { Inconclusive, Untested } from '../../../model/outcome.ts'
import type { RemovalBody } from '../client/requests.ts'
import { byId, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Subject } from './invitation.ts'
import type { Invitations } from './invitations.ts'
import { BEGINNING, nearId } from './odd-ids.ts'
import type { ProfileSpelling } from './profile-spelling.ts'
import { type FurtherCause, type RefusalCause, refusalCauses, refusedRemoval } from './refused-removals.ts'
import type { SandboxInvitations } from './sandbox-invitations.ts'
import {
  type Effect,
  effectOn,
  look,
  lookUntilAsBefore,
  type Removal,
  type Sight,
  type SubjectSight,
  scoped,
} from './sight.ts'
import type { Users } from './users.ts'

type Outcome<T> = PromiseSettledResult<T>

/** What was tried on one user, and what was to be seen of the user afterwards. */
interface Trial {
  before: SubjectSight
  refused: ReadonlyMap<RefusalCause, Outcome<Answer>>
  simulated?: Outcome<Answer>
  after: Outcome<Sight>
  effect: Effect
}

/** What those were answered who may not remove the second user from the profile. */
type InProfile = Partial<Record<'nobody' | 'developer' | 'simulated' | 'restricted', Answer>>

/** How whoever is not in the profile is refused. */
const NOT_THERE = [403, 404]

const SIMULATED = 'a simulated removal had an effect'
const UNWANTED = 'a simulated removal had an effect, or a refused one'

export class Harmless {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #users: Users
  readonly #spelling: ProfileSpelling
  readonly #once: Memo

  /** What the rehearsal's removal by an id that begins alike was answered; see {@link near}. */
  #near: Answer | undefined
  readonly #sandboxInvitations: SandboxInvitations
  readonly #consistencyMs: number

  constructor(
    callers: V3Callers,
    guard: Guard,
    invitations: Invitations,
    sandboxInvitations: SandboxInvitations,
    users: Users,
    spelling: ProfileSpelling,
    once: Memo,
    consistencyMs: number,
  ) {
    this.#consistencyMs = consistencyMs
    this.#sandboxInvitations = sandboxInvitations
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#users = users
    this.#spelling = spelling
    this.#once = once
  }

  /** The answer to a removal that must be refused. */
  async refusal(cause: RefusalCause): Promise<Answer> {
    this.#guard.requires('disposable')
    // What the configuration lacks is said before anything else.
    refusedRemoval(cause, this.#callers, this.#guard)
    return resultOf((await this.#refused()).refused.get(cause))
  }

  /** What some of those were answered the first time, whatever they were answered when they were repeated apart. */
  async firstRefusals<Cause extends RefusalCause>(causes: readonly Cause[]): Promise<Map<Cause, Answer>> {
    const { refused } = await this.#together()
    return new Map(
      causes.flatMap((cause) => {
        const outcome = refused.get(cause)
        return outcome?.status === 'fulfilled' ? [[cause, outcome.value] as const] : []
      }),
    )
  }

  /** The answers to those that are tried where requests are plenty; none where they are not. */
  async further(causes: readonly FurtherCause[]): Promise<Answer[]> {
    this.#guard.requires('disposable')
    if (!(await this.#invitations.isPlenty())) return []
    return Promise.all(causes.map((cause) => this.refusal(cause)))
  }

  /**
   * The second user's removal from the profile by those who may not, and its simulation in further forms; none where
   * requests are scarce or there is no profile.
   */
  refusedInProfile(): Promise<InProfile> {
    return this.#once.do('v3 refused removals in profile', async (): Promise<InProfile> => {
      if (!this.#callers.has('profileId') || !(await this.#invitations.isPlenty())) return {}
      const { subject } = await this.#users.secondBefore()
      const ask = (who: 'nobody' | 'developer' | 'restricted', sandbox: boolean): Promise<Answer> =>
        this.#callers[who].remove(
          subject.id,
          { sandbox },
          scoped(subject, `must be refused: ${who}${sandbox ? ', simulated' : ''}, in the profile`),
        )
      const isDeveloper = this.#callers.has('developerApiKey')
      const [nobody, developer, simulated, restricted] = await Promise.all([
        ask('nobody', false),
        isDeveloper ? ask('developer', false) : undefined,
        isDeveloper ? ask('developer', true) : undefined,
        this.#callers.has('restrictedApiKey') ? ask('restricted', false) : undefined,
      ])
      return {
        nobody,
        ...(developer ? { developer } : {}),
        ...(simulated ? { simulated } : {}),
        ...(restricted ? { restricted } : {}),
      }
    })
  }

  /**
   * The companion's removal simulated in further forms, at once where requests are scarce or another user is asked for
   * in one of them, and the companion before and after.
   */
  simulatedOddly(): Promise<Removal | undefined> {
    return this.#once.do('v3 simulated removals of the companion', async () => {
      const before = await this.#users.companion()
      if (!before) return undefined
      const { admin } = this.#callers
      const { subject } = before
      const strange = { sandbox: true, reason: 'no longer here' }
      const ask = (form: string, body: RemovalBody, charset: boolean): Promise<Answer> =>
        admin.remove(subject.id, body, { purpose: `simulated removal of the companion, ${form}`, charset })
      // Where there is a profile, the charset alone is tried there.
      const isApart = !this.#callers.has('profileId') && (await this.#invitations.isPlenty())
      const answers = isApart
        ? await Promise.all([ask('charset', { sandbox: true }, true), ask('unknown member', strange, false)])
        : [await ask('charset and unknown member', strange, true)]
      const after = await this.#look(before, 'the simulated removals of the companion')
      if (effectOn(before, after) === 'some') this.#guard.closeLadder(1, SIMULATED)
      return { subject, before, answer: answers[0] as Answer, after }
    })
  }

  /** All refusals that were tried, and what was to be seen of the user afterwards. */
  async refusals(): Promise<{ before: SubjectSight; answers: Answer[]; after: Sight }> {
    const { before, refused, after } = await this.#attributed(await this.#refused())
    const answers = [...refused].flatMap(([cause, one]) => {
      if (one.status !== 'fulfilled') return []
      // Whether a simulation looks at the role is told elsewhere; one that does not removes nobody either.
      return cause.endsWith('simulated') && succeeded(one.value) ? [] : [one.value]
    })
    return { before, answers, after: resultOf(after) }
  }

  /**
   * The simulated removal of a user of the run. What was seen beside other removals is not forgiven when it does
   * not show again.
   * @throws Inconclusive where a user was changed and no repetition shows by which removal
   */
  simulated(): Promise<Removal> {
    return this.#once.do('v3 simulated removal', async () => {
      const { before, simulated, after, effect } = await this.#together()
      if (effect === 'none' && after.status === 'fulfilled') {
        return { subject: before.subject, before, answer: resultOf(simulated), after: after.value }
      }
      const alone = await this.#simulatedAlone()
      const again = effectOn(alone.before, alone.after)
      if (effect === 'some' && again !== 'some' && !(await this.#isExplained())) throw unattributed()
      return alone
    })
  }

  /**
   * The simulated removal of an admin of the run from the organization, in which such a user then has no place any
   * more: where somebody is the only admin, nobody else may be one.
   */
  simulatedAsAdmin(): Promise<Removal> {
    return this.#once.do('v3 simulated removal of an admin', async () => {
      if (this.#invitations.isFew) return this.simulated()
      // Whoever is invited later is in nobody's way.
      await this.#together()
      const real = await this.#sandboxInvitations.real().catch(() => undefined)
      const invited = real?.instead ?? real?.invitation
      const { subject, sight } = await this.#users.fresh('rehearsal', { role: 'admin' }, invited)
      const removal = await this.#simulate(subject, sight)
      this.#near = await this.#removedNear(subject, removal.after.list)
      await this.#callers.admin.remove(subject.id, { sandbox: false }, { purpose: 'end of the rehearsal' })
      return removal
    })
  }

  /** The simulated removal of a user of the run from the child profile; undefined where nothing shows what it did. */
  simulatedInProfile(): Promise<Removal | undefined> {
    return this.#once.do('v3 simulated removal in profile', async () => {
      if (!this.#callers.has('profileId')) return undefined
      this.#guard.requires('disposable')
      const before = await this.#users.secondBefore()
      const { subject } = before
      const isPlenty = await this.#invitations.isPlenty()
      const [removal, refused] = await Promise.all([
        this.#simulate(subject, before, () => (isPlenty ? this.#askLabelled(subject) : undefined)),
        this.refusedInProfile().catch((): InProfile => ({})),
      ])
      // Whoever was removed in earnest meanwhile is no effect of the simulation.
      return isDone(refused) && effectOn(removal.before, removal.after) === 'some' ? undefined : removal
    })
  }

  /** Whether the second user is gone from the profile because somebody removed it who may not. */
  async isRemovedInProfile(): Promise<boolean> {
    return isDone(await this.refusedInProfile().catch((): InProfile => ({})))
  }

  /** The removal of an id that begins like that of a user of the run; undefined where ids are not random. */
  async near(): Promise<Answer | undefined> {
    await this.simulatedAsAdmin()
    return this.#near
  }

  /** Only where nobody else's id begins alike, so that nobody else can be meant. */
  async #removedNear({ id }: Subject, list: Answer): Promise<Answer | undefined> {
    const beginning = id.slice(0, BEGINNING).toLowerCase()
    const alike = (usersOf(list) ?? []).filter((user) => String(user.id).toLowerCase().startsWith(beginning))
    const near = alike.length === 1 ? nearId(this.#guard, id) : undefined
    const purpose = 'an id that begins like that of a user of the run'
    return near === undefined ? undefined : this.#callers.admin.remove(near, { sandbox: false }, { purpose })
  }

  /** One user read twice while nobody changes it. */
  readTwice(): Promise<{ subject: Subject; first: Sight; second: Sight }> {
    return this.#once.do('v3 user read twice', async () => {
      const { before, after, effect } = await this.#together()
      if (effect === 'none' && after.status === 'fulfilled') {
        return { subject: before.subject, first: before, second: after.value }
      }
      const { subject, sight } = await this.#users.fresh('reading')
      return { subject, first: sight, second: await look(this.#callers.admin, subject, 'after reading it') }
    })
  }

  /**
   * Removal of an organization's user under the profile, which has no such member: in the form that is heeded least,
   * without a body and with the id in another letter case, where the target serves it.
   */
  underProfile(): Promise<{ answer: Answer; isMember: boolean }> {
    return this.#once.do('v3 removal under the profile', async () => {
      this.#guard.requires('disposable')
      const { profileId } = this.#callers
      const [{ subject }, members, profileSpelt] = await Promise.all([
        this.#users.before(),
        this.#users.secondListed(),
        this.#spelling.served(),
      ])
      const { admin } = this.#callers
      const purpose = 'a user of the organization, under the profile'
      const odd = await admin.remove(subject.id, undefined, { purpose, profileId, profileSpelt })
      // A target may want a body, or the id as it writes it, before it looks for anybody.
      const isFormRefused = isRefusal(odd) && !NOT_THERE.includes(odd.status)
      const answer = isFormRefused
        ? await admin.remove(subject.id, { sandbox: false }, { purpose, profileId })
        : odd
      return { answer, isMember: byId(usersOf(members) ?? [], subject.id).length > 0 }
    })
  }

  #together(): Promise<Trial> {
    return this.#once.do('v3 harmless removals', async () => {
      this.#guard.requires('disposable')
      const before = await this.#users.before()
      const order = this.#guard.chance.for('refused removals')
      await Promise.allSettled([
        // Should a removal have an effect that it must not have, nobody else is to be blamed for it.
        this.#users.beforeByDeveloper(),
        this.#users.beforeByRestricted(),
      ])
      const causes = order.shuffled(refusalCauses(await this.#invitations.isPlenty()))
      const [refused, [simulated]] = await Promise.all([
        this.#refuse(before.subject, causes),
        Promise.allSettled([this.#ask(before.subject)]),
        Promise.allSettled([this.underProfile()]),
      ])
      const [after] = await Promise.allSettled([this.#look(before, 'removals without effect')])
      const effect = after.status === 'fulfilled' ? effectOn(before, after.value) : 'unseen'
      const trial = { before, refused, simulated, after, effect }
      // A removal that was answered as done may have been done; whatever else was done had to be left undone.
      if (effect === 'some' && areRefused(trial)) this.#guard.closeLadder(1, UNWANTED)
      return trial
    })
  }

  /** The simulated removal of a user who is like the first in everything that an effect may set. */
  #simulatedAlone(): Promise<Removal> {
    return this.#once.do('v3 simulated removal alone', async () => {
      const { subject, sight } = await this.#users.fresh('simulated', await this.#invitations.first())
      return this.#simulate(subject, sight)
    })
  }

  /** The refusals that count: where the user was changed, those tried apart from the simulated removal. */
  #refused(): Promise<Trial> {
    return this.#once.do('v3 refused removals', async () => {
      const together = await this.#together()
      if (together.effect !== 'some' || !areRefused(together)) return together
      return this.#refusedAlone().catch(() => together)
    })
  }

  #refusedAlone(): Promise<Trial> {
    return this.#once.do('v3 refused removals alone', async () => {
      const together = await this.#together()
      const { subject, sight } = await this.#users.fresh('refused removals', await this.#invitations.first())
      const refused = await this.#refuse(subject, [...together.refused.keys()])
      const [after] = await Promise.allSettled([this.#look({ subject, ...sight }, 'the refused removals')])
      const effect = after.status === 'fulfilled' ? effectOn(sight, after.value) : 'unseen'
      return { before: { subject, ...sight }, refused, after, effect }
    })
  }

  /** Whether what happened to the first user has been seen to come from something else than the simulation. */
  async #isExplained(): Promise<boolean> {
    if (!areRefused(await this.#together())) return true
    const { effect } = await this.#refusedAlone().catch(() => ({ effect: 'unseen' }))
    return effect === 'some'
  }

  /** @throws Inconclusive where the first user was changed and neither kind of removal shows that again */
  async #attributed(refused: Trial): Promise<Trial> {
    const together = await this.#together()
    if (together.effect !== 'some' || !areRefused(together)) return refused
    if (refused !== together && refused.effect === 'some') return refused
    const alone = await this.#simulatedAlone().catch(() => undefined)
    const isSimulated = alone !== undefined && effectOn(alone.before, alone.after) === 'some'
    if (refused === together || !isSimulated) throw unattributed()
    return refused
  }

  async #refuse(subject: Subject, causes: RefusalCause[]): Promise<Map<RefusalCause, Outcome<Answer>>> {
    const answers = await Promise.allSettled(
      causes.map(async (cause) => {
        const row = refusedRemoval(cause, this.#callers, this.#guard)
        const { caller, body, ...options } = row
        return caller.remove(subject.id, body, { purpose: `must be refused: ${cause}`, ...options })
      }),
    )
    const pairs = causes.map((cause, index) => [cause, answers[index] ?? NOT_TRIED] as const)
    return new Map(pairs)
  }

  /** @param beside what is simulated at the same time, in another form */
  async #simulate(
    subject: Subject,
    before: Sight,
    beside: () => Promise<Answer> | undefined = () => undefined,
  ): Promise<Removal> {
    const [answer] = await Promise.all([this.#ask(subject), beside()])
    const after = await this.#look({ subject, ...before }, 'the simulated removal')
    if (effectOn(before, after) === 'some') this.#guard.closeLadder(1, SIMULATED)
    return { subject, before, answer, after }
  }

  #ask(subject: Subject): Promise<Answer> {
    return this.#callers.admin.remove(subject.id, { sandbox: true }, scoped(subject, 'simulated removal'))
  }

  #askLabelled(subject: Subject): Promise<Answer> {
    const options = { ...scoped(subject, 'simulated removal, charset'), charset: true }
    return this.#callers.admin.remove(subject.id, { sandbox: true }, options)
  }

  /** What is to be seen after a removal that must have no effect. */
  #look(before: SubjectSight, what: string): Promise<Sight> {
    return lookUntilAsBefore(this.#callers.admin, before, `after ${what}`, this.#consistencyMs)
  }
}

/** Whether every removal that had to be refused was answered as refused, or not answered. */
function areRefused({ refused }: Trial): boolean {
  return [...refused.values()].every((one) => one.status === 'rejected' || !succeeded(one.value))
}

/** Whether a removal in earnest by somebody who may not was answered as done. */
function isDone({ nobody, developer, restricted }: InProfile): boolean {
  return [nobody, developer, restricted].some((answer) => answer !== undefined && succeeded(answer))
}

function unattributed(): Inconclusive {
  return new Inconclusive(
    'a user was changed after removals that must have no effect, simulated and refused ones; repeated apart, none shows which it was',
  )
}

const NOT_TRIED: Outcome<Answer> = { status: 'rejected', reason: new Inconclusive('it was not tried') }

/** @throws what the step threw */
function resultOf<T>(outcome: Outcome<T> | undefined): T {
  if (outcome === undefined) throw new Untested('it was not tried')
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
