/** Everything that a v1 suite may ask for. Asking for what the configuration lacks leaves a check untested. */

import type { Config } from '../../helpers/config/config.ts'
import { variablesOf } from '../../helpers/config/credentials.ts'
import type { VariableName } from '../../helpers/config/variables.ts'
import type { Guard } from '../../helpers/safety/guard.ts'
import { cleanOwn } from '../../helpers/safety/leavings.ts'
import type { SuiteContext } from '../../language/bind.ts'
import { expect } from '../../language/matchers/answers.ts'
import { provenBy, seenIn } from '../../language/matchers/evidence.ts'
import type { Memo } from '../../language/memo.ts'
import type { StepParts } from '../../language/parts.ts'
import { tried } from '../../language/scope.ts'
import { type Answer, isRefusal, succeeded } from '../../model/answer.ts'
import type { Safety } from '../../model/contract.ts'
import type { Leftover } from '../../model/report.ts'
import type { V1Caller } from './client/caller.ts'
import { scopeOfRun } from './client/clean-up-scope.ts'
import { idsOf } from './client/pages.ts'
import type { ListQuery } from './client/requests.ts'
import { errorWord } from './client/user.ts'
import { isComplete } from './inspection/judge-pages.ts'
import { expectSound } from './sound.ts'
import { Bystanders } from './steps/bystanders.ts'
import { V1Callers } from './steps/callers.ts'
import { has } from './steps/catching-up.ts'
import { CensusTaker } from './steps/census.ts'
import { Directory } from './steps/directory.ts'
import { FilterGaps } from './steps/filter-gaps.ts'
import { Filters } from './steps/filters.ts'
import { isUnusual, otherQueriesOf, queryOf, type UnknownCaller } from './steps/intruders.ts'
import { Listed, type ListedUser } from './steps/listed.ts'
import { OddIds } from './steps/odd-ids.ts'
import { OtherIds } from './steps/other-ids.ts'
import { People } from './steps/people.ts'
import { Plenty } from './steps/plenty.ts'
import { Probes } from './steps/probes.ts'
import { Removals } from './steps/removals.ts'
import { Standing } from './steps/standing.ts'

/** A parameter that no page has. */
const UNKNOWN_QUERY = 'expand=true'

export class V1Steps implements SuiteContext {
  readonly expect = expect
  readonly provenBy = provenBy
  readonly seen = seenIn
  readonly tried = tried
  readonly expectSound = expectSound
  readonly has = has
  readonly plenty: Plenty
  readonly callers: V1Callers
  readonly people: People
  readonly directory: Directory
  readonly census: CensusTaker
  readonly listed: Listed
  readonly probes: Probes
  readonly otherIds: OtherIds
  readonly oddIds: OddIds
  readonly removals: Removals
  readonly standing: Standing
  readonly bystanders: Bystanders
  readonly filters: Filters
  readonly filterGaps: FilterGaps
  readonly #parts: StepParts
  readonly #consistencyMs: number
  readonly #once: Memo
  readonly #variables: ReadonlySet<string>

  constructor(config: Config, parts: StepParts) {
    const { client, guard, ledger, once, inspector } = parts
    this.#parts = parts
    this.#consistencyMs = config.consistencyMs
    this.#variables = variablesOf(config.v1)
    this.#once = once
    // What reads the list first, and who is created first, tells whether a limit is announced.
    this.plenty = new Plenty(config.invitations, once, () =>
      Promise.all([this.directory.baseline(), ...(this.mayChange() ? [this.people.resident()] : [])]),
    )
    const { heed } = this.plenty
    this.callers = new V1Callers(config.v1, inspector, { client, guard, ledger, heed })
    this.people = new People(this.callers, guard, ledger, this.plenty, once, config)
    this.directory = new Directory(this.callers, guard, ledger, this.people, this.plenty, once, config)
    this.census = new CensusTaker(this.directory, this.people, guard, ledger, once, config.consistencyMs)
    this.listed = new Listed(this.callers, this.directory, once)
    this.probes = new Probes(this.callers, guard, this.directory, once)
    this.otherIds = new OtherIds(this.callers, guard, once)
    this.oddIds = new OddIds(this.callers, this.people, guard, this.plenty, once)
    const { callers, people, directory, census, plenty } = this
    const { consistencyMs } = config
    this.removals = new Removals(
      { callers, people, directory, census, guard, plenty, once, consistencyMs },
      this.oddIds,
    )
    this.standing = new Standing(this.callers, this.people, this.removals, once)
    this.bystanders = new Bystanders(this.callers, this.people, this.removals, once)
    this.filters = new Filters(
      this.directory,
      this.census,
      this.removals,
      guard,
      plenty,
      once,
      config.consistencyMs,
    )
    this.filterGaps = new FilterGaps(
      this.callers,
      this.directory,
      this.filters,
      guard,
      once,
      config.consistencyMs,
    )
  }

  get guard(): Guard {
    return this.#parts.guard
  }

  /** Who may manage users. */
  get manager(): V1Caller {
    return this.callers.manager
  }

  /** Whether the run may create and remove users of its own. */
  readonly mayChange = (): boolean => this.#parts.guard.allows('disposable')

  /** The list as somebody asks for it whom the target must not serve; in two ways where requests are plenty. */
  readonly listsBy = async (who: UnknownCaller): Promise<Answer[]> => {
    const { chance } = this.guard
    const options = { purpose: 'list by an unknown caller', patient: true }
    const ask = (query: ListQuery): Promise<Answer> => this.callers.unknown(who).list(query, options)
    return Promise.all([
      this.#once.do(`v1 list by ${who}`, () => ask(queryOf(who, chance))),
      ...(await this.plenty.of(otherQueriesOf(who, chance))).map((query) =>
        this.#once.do(`v1 list by ${who} once more`, () => ask(query)),
      ),
    ])
  }

  /** The list as somebody is shown it who may not remove users. */
  readonly listedByRestricted = (): Promise<Answer> =>
    this.#once.do('v1 list by restricted', () =>
      this.callers.restrictedUnproven.list({}, { purpose: 'is the token known at all?', patient: true }),
    )

  /** A user as somebody asks for it whom the target must not serve. */
  readonly getBy = (who: UnknownCaller): Promise<Answer> =>
    this.#once.do(`v1 get by ${who}`, async () => {
      const { id } = await this.someUser()
      const options = isUnusual(who) ? { query: UNKNOWN_QUERY } : {}
      const purpose = 'read by an unknown caller'
      return this.callers.unknown(who).get(id, { purpose, patient: true, ...options })
    })

  /** An id that nobody has. */
  readonly getOfUnknown = (): Promise<Answer> =>
    this.#once.do('v1 get of nobody', async () =>
      this.manager.get(await this.directory.unknownId(), { purpose: 'unknown id', patient: true }),
    )

  /** The same as somebody asks for it whom the target must not serve. */
  readonly getOfUnknownBy = (who: UnknownCaller): Promise<Answer> =>
    this.#once.do(`v1 get of nobody by ${who}`, async () => {
      const id = await this.directory.unknownId()
      return this.callers.unknown(who).get(id, { purpose: 'unknown id, by an unknown caller', patient: true })
    })

  /** A user who is there, read by its id: the run's own where it may create any. */
  readonly someUser = async (): Promise<{ id: string; get: Answer }> => {
    for (const shown of this.mayChange() ? [this.people.residentShown, this.people.leaverShown] : []) {
      const { id, get } = await shown.call(this.people)
      if (succeeded(get)) return { id, get }
    }
    const { id, get }: ListedUser = await this.listed.at('first')
    return { id, get }
  }

  /** Whose id may be written otherwise: the spare user, with an address; without one where the run has none. */
  readonly spareOrSomebody = async (): Promise<{ id: string; email?: string }> => {
    const spare = await this.census.subject('spare').catch(() => undefined)
    return spare ?? { id: (await this.someUser()).id }
  }

  /** Whether a variable of the contract is set. */
  readonly isSet = (variable: VariableName): boolean => this.#variables.has(variable)

  readonly allows = (safety: Safety): boolean => this.#parts.guard.allows(safety)

  /** The error word for a missing e-mail address, where that creation was asked for and refused with 400. */
  readonly wordOfMissingEmail = (): { answer: Answer; word: string | undefined } | undefined => {
    const answer = this.people.answered.find(({ flaw }) => flaw === 'email-missing')?.answer
    return answer?.status === 400 ? { answer, word: errorWord(answer) } : undefined
  }

  /** Removes what the run created; returns what could not be removed. */
  async cleanUp(): Promise<Leftover[]> {
    const { guard, ledger } = this.#parts
    const consistencyMs = this.#consistencyMs
    if (!this.mayChange()) return []
    const { sighted } = this.directory
    const scope = scopeOfRun(this.manager, () => sighted.size > 0)
    const addresses = new Set(sighted.values())
    const isLost = ledger
      .open()
      .some(
        ({ contract, id, email }) =>
          contract === 'v1' && id === undefined && !addresses.has(email) && !this.#cameToNothing(email),
      )
    if (isLost) return cleanOwn({ scope, guard, ledger, consistencyMs })
    const gone = this.#gone()
    // Whom a list of everybody misses is not looked for again, unless reading has shown otherwise.
    const isTold = isComplete(this.filters.first?.everybody[0]) && this.removals.stillRead.size === 0
    if (isTold) for (const id of gone) guard.notFound(id)
    const known = [...sighted].flatMap(([id, email]) => (gone.has(id) ? [] : [{ id, email }]))
    return cleanOwn({ scope, guard, ledger, consistencyMs, known })
  }

  /** Whether a creation was refused, and the list was searched for the address all the same. */
  #cameToNothing(email: string): boolean {
    const { latest } = this.census
    const asked = this.people.answered.filter((creation) => creation.email === email)
    const wasRefused = asked.length > 0 && asked.every(({ answer }) => isRefusal(answer))
    return (latest?.complete || latest?.near) === true && wasRefused
  }

  /** Ids of deleted users whom nothing shows any more. Looks only at what was done already. */
  #gone(): Set<string> {
    const { first } = this.filters
    if (!first) return new Set()
    const listed = new Set([...first.everybody, ...first.lists.flatMap(({ pages }) => pages)].flatMap(idsOf))
    const removed = this.removals.answered.filter(({ answer }) => succeeded(answer))
    return new Set(
      removed
        .map(({ subject }) => subject.id)
        .filter((id) => !listed.has(id) && !this.removals.stillRead.has(id)),
    )
  }
}
