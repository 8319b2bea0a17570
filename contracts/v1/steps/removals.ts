/** The end of the run's users: removals that must be refused, and the real ones. */

import { startedInDrawnOrder } from '../../../helpers/chance/chance.ts'
import { eventually } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { differingMembers, idOf, STABLE_MEMBERS, userOf } from '../client/user.ts'
import type { V1Callers } from './callers.ts'
import type { CensusTaker, Subject } from './census.ts'
import type { Directory } from './directory.ts'

import { isUnusual, type UnknownCaller } from './intruders.ts'
import type { OddIds } from './odd-ids.ts'
import { type Creation, needed, type People, type Person } from './people.ts'
import type { Plenty } from './plenty.ts'
import { RefusedRemovals, type Removal, type RemovalParts } from './refused-removals.ts'
import { SecondLife } from './second-life.ts'

export type { Removal } from './refused-removals.ts'

/** A user who is removed beside the others, as they were created. */
export interface FurtherRemoval {
  creation: Creation
  removal: Removal
}

/** Who is removed beside the leaver and the witness. */
const FURTHER = ['long', 'labelled', 'spare', 'twin'] as const satisfies readonly Person[]

/** A parameter that no page has: it gives nobody a right. */
const QUERY = 'force=true'

/** So many reads in a row meet a target that fails every tenth time. */
const STEADY_READS = 12

export class Removals {
  readonly #callers: V1Callers
  readonly #people: People
  readonly #directory: Directory
  readonly #census: CensusTaker
  readonly #guard: Guard
  readonly #once: Memo
  readonly #consistencyMs: number
  readonly #oddIds: OddIds
  readonly #plenty: Plenty
  readonly refused: RefusedRemovals
  readonly secondLife: SecondLife

  constructor(parts: RemovalParts, oddIds: OddIds) {
    const { callers, people, directory, census, guard, once, consistencyMs } = parts
    this.#consistencyMs = consistencyMs
    this.#callers = callers
    this.#people = people
    this.#directory = directory
    this.#census = census
    this.#guard = guard
    this.#once = once
    this.#oddIds = oddIds
    this.#plenty = parts.plenty
    const real = (): Promise<Removal> => this.real()
    this.refused = new RefusedRemovals(parts, {
      real,
      gone: () => this.gone(),
      admin: () => this.#forbiddenAdmin(),
    })
    this.secondLife = new SecondLife(parts, {
      real,
      afterForbidden: () => this.afterForbidden(),
      controls: () => Promise.allSettled([this.areActivated(), this.changedByReading()]),
      removed: (removal) => this.answered.push(removal),
      readByOthers: () => this.refused.readsOfRemoved(),
    })
  }

  /** Every removal by who may that was answered so far. */
  readonly answered: Removal[] = []
  /** Ids of users who could still be read after their removal. */
  readonly stillRead = new Set<string>()

  /** The leaver deleted by who may. */
  real(): Promise<Removal> {
    return this.#once.do('v1 real removal', async () => {
      const subject = await this.#census.leaver()
      const answer = await this.#remove(subject, 'removal')
      this.#callers.deniedWrongly(answer)
      return { subject, answer }
    })
  }

  /** What reading the leaver gives afterwards. */
  gone(): Promise<Answer> {
    return this.#once.do('v1 read after removal', async () => {
      const { subject, answer: removal } = await this.real()
      const answer = await eventually(
        () => this.#callers.manager.get(subject.id, { purpose: 'read after the removal' }),
        (read) => !succeeded(read) || !succeeded(removal),
        (read) => [read],
        this.#consistencyMs,
      )
      if (answer.status !== 404) this.stillRead.add(subject.id)
      return answer
    })
  }

  /** The leaver deleted once more. */
  again(): Promise<Answer> {
    return this.#once.do('v1 second removal', async () => {
      const { subject } = await this.real()
      if (succeeded(await this.gone())) throw new Inconclusive('the first removal had no effect')
      return this.#callers.manager.remove(subject.id, { purpose: 'second removal of the same user' })
    })
  }

  /** The leaver deleted a third time. */
  third(): Promise<Answer> {
    return this.#once.do('v1 third removal', async () => {
      await this.again()
      const { subject } = await this.real()
      return this.#callers.manager.remove(subject.id, { purpose: 'third removal of the same user' })
    })
  }

  /** Further users of the run deleted by who may, all at the same time. */
  further(): Promise<FurtherRemoval[]> {
    return this.#once.do('v1 further removals', async () => {
      await Promise.allSettled([
        this.#forbiddenAdmin(),
        this.#byAllUnknown(),
        this.refused.kept(),
        this.#oddIds.afterRemovals(this.#census),
      ])
      const removed = await Promise.allSettled([
        ...FURTHER.map(async (who) => {
          const creation = await needed(this.#people.person(who))
          const subject = await this.#census.subject(who)
          return this.#removed(creation, subject, who === 'spare')
        }),
        this.refused.weak().then(async (subject) => this.#removed(await this.#people.weak(), subject)),
      ])
      return removed.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    })
  }

  /** The resident read once everybody else was removed. */
  last(): Promise<Answer> {
    return this.#once.do('v1 resident at the end', async () => {
      await this.settled()
      const { id } = await this.#census.resident()
      return this.#people.read(id, 'read at the end of the run')
    })
  }

  /**
   * Where somebody new was found only after a while: the resident read again and again at the end, when that must be
   * over. Whoever was read before and is denied now and then is not late.
   */
  denials(): Promise<void> {
    return this.#once.do('v1 resident read again and again', async () => {
      if (!this.#people.wasLate || !succeeded(await this.last())) return
      const { id } = await this.#census.resident()
      const reads: Answer[] = []
      for (let count = 0; count < STEADY_READS; count++) {
        const purpose = 'is somebody who was read before read every time?'
        reads.push(await this.#callers.manager.get(id, { purpose }))
      }
      const found = reads.findLastIndex(succeeded)
      for (const denied of reads.slice(0, found).filter(({ status }) => status === 404)) {
        this.#callers.deniedWrongly(denied)
      }
    })
  }

  /** An id that nobody has. */
  unknown(): Promise<Answer> {
    return this.#once.do('v1 removal of nobody', async () => {
      this.#guard.requires('disposable')
      const id = await this.#directory.unknownId()
      return this.#callers.manager.remove(id, { purpose: 'removal of an unknown id' })
    })
  }

  /** The same by somebody without a token; undefined where requests are counted. */
  unknownByNobody(): Promise<Answer | undefined> {
    return this.#once.do('v1 removal of nobody by nobody', async () => {
      if (!(await this.#plenty.isGiven())) return undefined
      const id = await this.#directory.unknownId()
      const purpose = 'removal of an unknown id, by an unknown caller'
      return this.#callers.unknown('nobody').remove(id, { purpose, patient: true })
    })
  }

  /** The resident deleted by a caller who may not. */
  forbidden(): Promise<Removal> {
    return this.#once.do('v1 forbidden removal', async () => {
      this.#guard.requires('disposable')
      return this.#forbid(await this.#census.resident())
    })
  }

  /** The same for an admin, and for the resident once more. @throws where the resident cannot be tried */
  forbiddenAll(): Promise<Removal[]> {
    return this.#once.do('v1 forbidden removals', async () => {
      const admin = this.#forbiddenAdmin()
      const first = await this.forbidden()
      // Read in between, because twice the same may be as if nothing had happened.
      const again = this.afterForbidden().then(() => this.#forbid(first.subject))
      const others = await Promise.allSettled([admin, again])
      const asked = others.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      return [first, ...asked, ...(await this.refused.all())]
    })
  }

  /** What reading the resident gives afterwards. */
  afterForbidden(): Promise<Answer> {
    return this.#once.do('v1 read after forbidden removal', async () => {
      const { subject } = await this.forbidden()
      return this.#people.read(subject.id, 'read after the forbidden removal')
    })
  }

  /** Whether new users whom nobody tried to delete have become active, too. */
  areActivated(): Promise<boolean> {
    return this.#once.do('v1 new users who are active', async () => {
      const user = await this.secondLife.created().catch(() => undefined)
      const created = user && userOf(user.answer)
      const id = idOf(created)
      if (id === undefined || created?.status !== 'pending') return false
      const read = () => this.#people.read(id, 'do new users become active by themselves?')
      const seen = await eventually(
        read,
        (answer) => userOf(answer)?.status === 'active',
        (answer) => [answer],
        this.#consistencyMs,
        { isTold: false },
      )
      return userOf(seen)?.status === 'active'
    })
  }

  /** Members that change when a user is only read, told from one whom nobody tried to delete. */
  changedByReading(): Promise<string[]> {
    return this.#once.do('v1 read twice', async () => {
      const purpose = 'does reading alone change a user?'
      const first = await this.secondLife.shown()
      const second = await this.#people.show(await needed(this.secondLife.created()), purpose)
      // Whoever is not shown any more was not changed by a read.
      if (!first.user || !second.user) return []
      return differingMembers(first.user, second.user, STABLE_MEMBERS)
    })
  }

  /** The witness deleted by somebody whom the target must not serve. */
  byUnknown(who: UnknownCaller): Promise<Answer> {
    return this.#once.do(`v1 removal by ${who}`, async () => {
      const { id } = await this.#census.witness()
      const options = isUnusual(who) ? { query: QUERY } : {}
      return this.#callers.unknown(who).remove(id, { purpose: 'removal by an unknown caller', ...options })
    })
  }

  /** The witness deleted by who may, which shows whether it was still there after the attempts of others. */
  secondReal(): Promise<Removal> {
    return this.#once.do('v1 second real removal', async () => {
      const subject = await this.#census.witness()
      await this.#byAllUnknown()
      return { subject, answer: await this.#remove(subject, 'removal after the attempts of unknown callers') }
    })
  }

  /**
   * Whether a refused removal was done all the same. Only where the witness is gone, everybody's attempt is
   * repeated on a user of its own, to tell whose it was.
   */
  async wasDone(who: UnknownCaller): Promise<Answer | undefined> {
    const changers = await this.#people.changers()
    const attempts = await Promise.all(changers.map((one) => this.byUnknown(one)))
    const { answer } = await this.secondReal()
    if (answer.status !== 404 || attempts.some(succeeded)) return undefined
    return this.#once.do(`v1 repeated removal by ${who}`, async () => {
      const victim = await this.#people.show(await needed(this.#people.victim(who)), 'read another new user')
      if (!victim.user) throw new Inconclusive('another new user could not be read')
      await this.#callers
        .unknown(who)
        .remove(victim.id, { purpose: 'removal by an unknown caller, repeated' })
      const after = await this.#people.read(victim.id, 'read after the repeated removal')
      return succeeded(after) ? undefined : after
    })
  }

  /** Waits until nobody comes or goes by the run's doing. */
  async settled(): Promise<void> {
    await Promise.allSettled([
      this.gone(),
      this.secondReal(),
      this.further(),
      this.secondLife.end(),
      this.forbiddenAll(),
    ])
  }

  async #byAllUnknown(): Promise<void> {
    const changers = await this.#people.changers()
    const draws = this.#guard.chance.for('removals by unknown callers')
    await Promise.allSettled(startedInDrawnOrder(changers, draws, (who) => this.byUnknown(who)))
  }

  /** @param twice whether it is asked for twice at once, of which one has to come to something and none to break */
  async #removed(creation: Creation, subject: Subject, twice = false): Promise<FurtherRemoval> {
    const purpose = twice ? 'one of two removals at once' : 'removal'
    const other = twice ? this.#callers.manager.remove(subject.id, { purpose }) : undefined
    const [answer, beside] = await Promise.all([this.#remove(subject, purpose), other])
    return { creation, removal: { subject, answer: beside && succeeded(beside) ? beside : answer } }
  }

  #forbiddenAdmin(): Promise<Removal> {
    return this.#once.do('v1 forbidden removal of an admin', async () =>
      this.#forbid(await this.#census.subject('long'), { query: QUERY }),
    )
  }

  async #forbid(subject: Subject, query: { query?: string } = {}): Promise<Removal> {
    const purpose = 'removal by a caller who may not'
    return { subject, answer: await this.#callers.restricted.remove(subject.id, { purpose, ...query }) }
  }

  async #remove({ id, email }: Subject, purpose: string): Promise<Answer> {
    const answer = await this.#callers.manager.remove(id, { purpose })
    this.answered.push({ subject: { id, email }, answer })
    return answer
  }
}
