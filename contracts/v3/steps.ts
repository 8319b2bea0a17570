/** Everything that a v3 suite may ask for. Asking for what the configuration lacks leaves a check untested. */

import type { Config } from '../../helpers/config/config.ts'
import { variablesOf } from '../../helpers/config/credentials.ts'
import type { VariableName } from '../../helpers/config/variables.ts'
import type { Guard } from '../../helpers/safety/guard.ts'
import { cleanOwn } from '../../helpers/safety/leavings.ts'
import type { SuiteContext } from '../../language/bind.ts'
import { type Instrument, Instruments } from '../../language/instrument.ts'
import { provenBy, seenIn } from '../../language/matchers/evidence.ts'
import type { Memo } from '../../language/memo.ts'
import { restOn } from '../../language/needs.ts'
import type { StepParts } from '../../language/parts.ts'
import { isChosen } from '../../language/public-tier.ts'
import { tried } from '../../language/scope.ts'
import type { Answer } from '../../model/answer.ts'
import type { Safety } from '../../model/contract.ts'
import type { Leftover } from '../../model/report.ts'
import type { V3Caller } from './client/caller.ts'
import { scopeOfRun } from './client/clean-up-scope.ts'
import { LatestLists } from './client/latest-lists.ts'
import { Timeline } from './client/timeline.ts'
import { AGREEING } from './client/user.ts'
import { expectListedAsBefore, expectReal, expectUnchanged } from './effects.ts'
import { Customers } from './inspection/later.ts'
import { PublicHeaders } from './inspection/public-headers.ts'
import { expect } from './matchers.ts'
import { Account } from './steps/account.ts'
import { Always } from './steps/always.ts'
import { Billing } from './steps/billing.ts'
import { V3Callers } from './steps/callers.ts'
import { keptText, victimOf, wasTouched } from './steps/climb.ts'
import { Flaws } from './steps/flaws.ts'
import { Foreigner } from './steps/foreigner.ts'
import { Harmless } from './steps/harmless.ts'
import { Intruders } from './steps/intruders.ts'
import { InvitationReplays } from './steps/invitation-replays.ts'
import { Invitations } from './steps/invitations.ts'
import { Ladder } from './steps/ladder.ts'
import { type ListedPerson, readOneOfEachKind } from './steps/listed-people.ts'
import { OddReads } from './steps/odd-reads.ts'
import { Persons } from './steps/persons.ts'
import { ProfileSpelling } from './steps/profile-spelling.ts'
import { ProfileUpdates } from './steps/profile-updates.ts'
import { Promotion } from './steps/promotion.ts'
import { RefusedInvitations } from './steps/refused-invitations.ts'
import { RefusedReads } from './steps/refused-reads.ts'
import { isWithoutBody } from './steps/refused-removals.ts'
import { Removals } from './steps/removals.ts'
import { RemovedUpdate } from './steps/removed-update.ts'
import { Replays } from './steps/replays.ts'
import { Returned } from './steps/returned.ts'
import { RoleLadder } from './steps/role-ladder.ts'
import { SandboxInvitations } from './steps/sandbox-invitations.ts'
import { type SomeUser, someUser } from './steps/some-user.ts'
import { Standing } from './steps/standing.ts'
import { Updates } from './steps/updates.ts'
import { requireProfile, Users } from './steps/users.ts'
import { Views } from './steps/views.ts'
import { WrongValues } from './steps/wrong-values.ts'

/** What is controlled before an answer of somebody else, or in the profile, counts. */
export type ScopeInstruments = Record<
  'DEVELOPER_API_KEY' | 'RESTRICTED_API_KEY' | 'BILLING_API_KEY' | 'PROFILE_ID' | 'FOREIGN_USER_ID',
  Instrument<V3Steps>
>

/** A variable that unlocks forms of requirements that are judged without it, too. */
export type OptionalVariable = 'BILLING_API_KEY' | 'FOREIGN_USER_ID'

export class V3Steps implements SuiteContext {
  readonly expect = expect
  readonly provenBy = provenBy
  readonly seen = seenIn
  readonly tried = tried
  readonly expectReal = expectReal
  readonly expectUnchanged = expectUnchanged
  readonly expectListedAsBefore = expectListedAsBefore
  readonly wasTouched = wasTouched
  readonly victimOf = victimOf
  readonly keptText = keptText
  readonly requireProfile = requireProfile
  readonly isWithoutBody = isWithoutBody
  readonly callers: V3Callers
  readonly flaws: Flaws
  readonly invitations: Invitations
  readonly intruders: Intruders
  readonly billing: Billing
  readonly users: Users
  readonly harmless: Harmless
  readonly removals: Removals
  readonly foreigner: Foreigner
  readonly returned: Returned
  readonly ladder: Ladder
  readonly refusedReads: RefusedReads
  readonly refusedInvitations: RefusedInvitations
  readonly sandboxInvitations: SandboxInvitations
  readonly wrongValues: WrongValues
  readonly oddReads: OddReads
  readonly views: Views
  readonly always: Always
  readonly account: Account
  readonly updates: Updates
  readonly profileUpdates: ProfileUpdates
  readonly removedUpdate: RemovedUpdate
  readonly replays: Replays
  readonly invitationReplays: InvitationReplays
  readonly roleLadder: RoleLadder
  readonly standing: Standing
  readonly #parts: StepParts
  readonly #consistencyMs: number
  readonly #once: Memo
  /** What the controls of those came to that answers rest on. */
  readonly #states = new Instruments<V3Steps>(this)
  readonly #latest = new LatestLists()
  readonly #variables: Set<string>

  readonly #instruments: ScopeInstruments

  /** @param instruments the controls on which it depends whose answers count */
  constructor(config: Config, parts: StepParts, instruments: ScopeInstruments) {
    this.#instruments = instruments
    const { client, guard, ledger, once } = parts
    this.#parts = parts
    this.#consistencyMs = config.consistencyMs
    this.#once = once
    this.#variables = variablesOf(config.v3)
    // An owner without an entry has neither, and what asks for them says so.
    if (config.v3.selfUnlisted) for (const name of ['SELF_USER_ID', 'SELF_EMAIL']) this.#variables.add(name)
    const { profileId } = config.v3
    const timeline = new Timeline()
    const wire = { client, guard, ledger, latest: this.#latest, timeline, profileId }
    this.callers = new V3Callers(config.v3, wire)
    this.flaws = new Flaws(this.callers, guard, once, config.emailDomain)
    this.invitations = new Invitations(this.callers, guard, ledger, once, this.flaws, config)
    const { callers, invitations } = this
    this.intruders = new Intruders(callers, guard, invitations, once, config.emailDomain)
    this.billing = new Billing(callers, guard, invitations, once)
    this.refusedInvitations = new RefusedInvitations(callers, guard, invitations, once)
    this.sandboxInvitations = new SandboxInvitations(callers, invitations, once)
    this.wrongValues = new WrongValues(callers, guard, invitations, once, config.emailDomain)
    this.users = new Users(callers, invitations, once)
    const spelling = new ProfileSpelling(callers, guard, this.users, once)
    this.harmless = new Harmless(
      callers,
      guard,
      invitations,
      this.sandboxInvitations,
      this.users,
      spelling,
      once,
      config.consistencyMs,
    )
    this.removals = new Removals(
      callers,
      guard,
      invitations,
      this.users,
      this.harmless,
      once,
      { ids: () => this.oddReads.ids(), read: () => this.oddReads.all() },
      config.consistencyMs,
    )
    this.returned = new Returned(callers, invitations, this.removals, once, config.consistencyMs)
    const promotion = new Promotion(
      callers,
      this.harmless,
      this.intruders,
      this.refusedInvitations,
      this.users,
      once,
    )
    callers.readBy = (variable) => {
      if (variable === 'DEVELOPER_API_KEY') return this.someUserBy('developer')
      return variable === 'RESTRICTED_API_KEY' ? this.someUserBy('restricted') : undefined
    }
    this.standing = new Standing(callers, invitations, this.removals, promotion, once)
    this.foreigner = new Foreigner(callers, guard, invitations, this.harmless, this.removals, once)
    this.refusedReads = new RefusedReads(callers, guard, once, this.sparing)
    this.oddReads = new OddReads(callers, guard, invitations, once, this.sparing)
    this.views = new Views(
      callers,
      guard,
      invitations,
      this.users,
      this.harmless,
      this.removals,
      spelling,
      once,
    )
    this.always = new Always(timeline, () => this.#looked())
    this.account = new Account(callers, invitations, once, config)
    this.ladder = new Ladder(
      callers,
      guard,
      invitations,
      this.harmless,
      this.removals,
      once,
      config,
      this.account,
    )
    this.updates = new Updates(callers, guard, this.removals, once, config.consistencyMs, () =>
      this.invitations.isPlenty(),
    )
    this.profileUpdates = new ProfileUpdates(callers, this.users, this.harmless, this.updates, once)
    const isUpdating = isChosen('update', config.publicTier)
    this.replays = new Replays(
      callers,
      guard,
      this.updates,
      once,
      () => (isUpdating ? this.updates.all() : Promise.resolve()),
      () => this.invitationReplays.isShown(),
    )
    this.removedUpdate = new RemovedUpdate(callers, this.removals, once, () => this.#looked())
    this.invitationReplays = new InvitationReplays(
      callers,
      guard,
      this,
      once,
      config.emailDomain,
      () => this.#looked(),
      () => this.replays.isShown(),
    )
    const persons = new Persons(callers, invitations, once, config)
    this.roleLadder = new RoleLadder(callers, guard, persons, this, once)
    if (isUpdating) this.removals.beforehand('companion', () => this.updates.all())
    if (isUpdating) this.removals.beforehand('second', () => this.profileUpdates.all())
    if (isChosen('replay', config.publicTier)) {
      this.removals.beforehand('companion', () => this.replays.all())
    }
  }

  /** Waits until the run has looked at everybody whom it looks at, as far as nothing is risked. */
  #looked(): Promise<unknown> {
    return this.#once.do('v3 looks', () =>
      Promise.allSettled([
        this.invitations.settled(),
        this.removals.thirdReal(),
        this.removals.secondReal(),
        this.returned.removed(),
        this.removals.companion(),
        this.removals.lastLook(),
        this.harmless.simulatedAsAdmin(),
      ]),
    )
  }

  /** What the answers so far have shown of the headers of the public tier. */
  get publicHeaders(): PublicHeaders {
    return this.#parts.inspector.shared('public headers', () => new PublicHeaders())
  }

  /** Which customers the users of the answers so far belong to. */
  get customers(): Customers {
    return this.#parts.inspector.shared('customers', () => new Customers())
  }

  get guard(): Guard {
    return this.#parts.guard
  }

  get admin(): V3Caller {
    return this.callers.admin
  }
  get developer(): V3Caller {
    return this.callers.developer
  }
  get restricted(): V3Caller {
    return this.callers.restricted
  }
  get nobody(): V3Caller {
    return this.callers.nobody
  }
  get stranger(): V3Caller {
    return this.callers.stranger
  }
  get selfId(): string {
    return this.callers.selfId
  }
  get profileId(): string {
    return this.callers.profileId
  }
  get foreignProfileId(): string {
    return this.callers.foreignProfileId
  }
  /** A UUID that names no profile and no user. */
  get unknownId(): string {
    return this.#parts.guard.unknownId('nobody')
  }
  /** Not a UUID. */
  get malformedId(): string {
    return this.#parts.guard.malformedId()
  }

  /** Takes a step that several checks share only once. */
  readonly once = (key: string, step: () => Promise<Answer>): Promise<Answer> =>
    this.#once.do(`v3 ${key}`, step)

  /** Whether the run may create and remove users of its own. */
  readonly mayChange = (): boolean => this.#parts.guard.allows('disposable')

  /** Whether requests are counted, so that nothing is tried in more than one way; known after the first invitation. */
  readonly sparing = async (): Promise<boolean> =>
    this.mayChange() && !(await this.invitations.plenty().catch(() => true))

  /** Whether a text carries the run's tag. */
  readonly carriesTag = (text: unknown): boolean => this.#parts.guard.carriesTag(text)

  /** Whether the run may attempt what must be refused. */
  readonly mayRisk = (): boolean => this.#parts.guard.allows('full')

  /** A user that can be read without changing anything. */
  readonly someUser = (): Promise<SomeUser> =>
    this.#once.do('v3 some user', () => someUser(this.callers, this.invitations, this.users))

  /** An unknown key of the other form than the stranger's. */
  get otherStranger(): V3Caller {
    return this.callers.otherStranger
  }

  /** The list as somebody without a role is shown it. */
  readonly listedByRestricted = (): Promise<Answer> =>
    this.once('list by restricted', () => this.restricted.list({ purpose: 'list without a role' }))

  /** Others who are listed, one of each kind, where requests are not counted. */
  readonly listedPeople = (): Promise<ListedPerson[]> =>
    this.#once.do('v3 listed people', async () => {
      if (await this.sparing()) return []
      const { id } = await this.someUser()
      return readOneOfEachKind(this.callers.admin, await this.invitations.baseline(), id, AGREEING)
    })

  /** A user as somebody else than an admin is shown it. */
  readonly someUserBy = (who: 'developer' | 'restricted'): Promise<Answer> =>
    this.once(`get by ${who}`, async () => {
      const { id } = await this.someUser()
      const purpose = who === 'developer' ? 'read as developer' : 'read without a role'
      return this.callers[who].get(id, { purpose })
    })

  /** Reading an unknown id without a key. */
  readonly getOfNobody = (): Promise<Answer> =>
    this.once('get of nobody', () => this.nobody.get(this.unknownId, { purpose: 'unknown id, without key' }))

  /** Reading a malformed id without a key. */
  readonly malformedOfNobody = (): Promise<Answer> =>
    this.once('malformed get of nobody', () =>
      this.nobody.get(this.malformedId, { purpose: 'malformed id, without key' }),
    )

  /**
   * Those answers whose caller and profile are what the configuration says: what a developer, or anybody in the profile,
   * was answered counts only where the control of the key, or of the profile, bears it out.
   */
  readonly fromProven = async (answers: readonly (Answer | undefined)[]): Promise<Answer[]> => {
    const ofCaller: Record<string, Instrument<V3Steps>> = {
      developer: this.#instruments.DEVELOPER_API_KEY,
      restricted: this.#instruments.RESTRICTED_API_KEY,
      billing: this.#instruments.BILLING_API_KEY,
    }
    const isProven = async (one: Instrument<V3Steps>): Promise<boolean> => {
      const found = await this.#states.stateOf(one)
      if (found.state !== 'proven') return false
      restOn(one, found)
      return true
    }
    const own = this.callers.has('profileId') ? this.callers.profileId : undefined
    const kept = await Promise.all(
      answers.map(async (answer) => {
        const { caller = '', request } = answer?.exchange ?? {}
        const isInOwn = own !== undefined && request?.headers['x-profile-id'] === own
        const behind = [ofCaller[caller], isInOwn ? this.#instruments.PROFILE_ID : undefined]
        const proven = await Promise.all(behind.flatMap((one) => (one ? [isProven(one)] : [])))
        return proven.every(Boolean) ? answer : undefined
      }),
    )
    return kept.flatMap((answer) => answer ?? [])
  }

  /**
   * Those answers that rest on an optional variable, as far as there are any; none where it is not set.
   * @throws Inconclusive where it is not what it is declared to be
   */
  readonly restingOn = async (
    variable: OptionalVariable,
    answers: () => Promise<readonly (Answer | undefined)[]>,
  ): Promise<Answer[]> => {
    if (!this.isSet(variable)) return []
    const instrument = this.#instruments[variable]
    restOn(instrument, await this.#states.stateOf(instrument))
    return (await answers()).flatMap((answer) => answer ?? [])
  }

  /** Whether there is a caller who is seen to have the billing role, as far as that is to be seen. */
  readonly isBilling = async (): Promise<boolean> =>
    this.isSet('BILLING_API_KEY') &&
    (await this.#states.stateOf(this.#instruments.BILLING_API_KEY).catch(() => undefined))?.state === 'proven'

  /** Whether a variable of the contract is set. */
  readonly isSet = (variable: VariableName): boolean => this.#variables.has(variable)

  readonly allows = (safety: Safety): boolean => this.#parts.guard.allows(safety)

  /** Removes what the run created; returns what could not be removed. */
  async cleanUp(): Promise<Leftover[]> {
    const { guard, ledger } = this.#parts
    const mine = ledger.open().filter(({ contract }) => contract === 'v3')
    // Whoever came of an invitation that was refused is shown by a scope of the run's; any other shows nobody.
    const profiles = new Set(
      mine.flatMap(({ profileId, answer }) => (answer === 'refused' ? [] : [profileId])),
    )
    if (mine.length > 0) profiles.add(undefined)
    const own = this.callers.has('profileId') ? this.callers.profileId : undefined
    if (mine.some(({ profileId }) => profileId === own)) profiles.add(own)
    for (const entry of mine) if (!profiles.has(entry.profileId)) ledger.removed(entry)
    const left = [...profiles].map((profileId) => {
      const known = this.#latest.current(profileId)
      const scope = scopeOfRun(this.admin, profileId)
      const consistencyMs = this.#consistencyMs
      // A profile is listed for other steps, too, now before the last invitation and now after it: that is no end to go by.
      return cleanOwn({
        scope,
        guard,
        ledger,
        consistencyMs,
        ...(known === undefined ? {} : { known, isLast: profileId === undefined && this.#latest.isLast() }),
      })
    })
    return (await Promise.all(left)).flat()
  }
}
