/** The end of the run's users: removals that must be refused, and the real ones. */

import { startedInDrawnOrder } from '../../../helpers/chance/chance.ts'
import { eventually } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { differingMembers, idOf, STABLE_MEMBERS, userOf } from '../client/user.ts'
import { CHANGING_CALLERS, type UnknownCaller, type V1Callers } from './callers.ts'
import type { CensusTaker, Subject } from './census.ts'
import type { Directory } from './directory.ts'
import { type Creation, needed, type People, type Person, type Shown } from './people.ts'

/** A removal that was answered. */
export interface Removal {
  subject: Subject
  answer: Answer
}

/** A user who is removed beside the others, as they were created. */
export interface FurtherRemoval {
  creation: Creation
  removal: Removal
}

/** Who is removed beside the leaver and the witness. */
const FURTHER = ['long', 'labelled'] as const satisfies readonly Person[]

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

  constructor(
    callers: V1Callers,
    people: People,
    directory: Directory,
    census: CensusTaker,
    guard: Guard,
    once: Memo,
    consistencyMs: number,
  ) {
    this.#consistencyMs = consistencyMs
    this.#callers = callers
    this.#people = people
    this.#directory = directory
    this.#census = census
    this.#guard = guard
    this.#once = once
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
        ...startedInDrawnOrder(
          CHANGING_CALLERS,
          this.#guard.chance.for('removals by unknown callers'),
          (who) => this.byUnknown(who),
        ),
      ])
      const removed = await Promise.allSettled(
        FURTHER.map(async (who) => {
          const creation = await needed(this.#people.person(who))
          const subject = await this.#census.subject(who)
          return { creation, removal: { subject, answer: await this.#remove(subject, 'removal') } }
        }),
      )
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

  /** The leaver's address asked for again. */
  recreated(): Promise<Creation> {
    return this.#once.do('v1 recreation', async () => {
      const { answer } = await this.real()
      if (!succeeded(answer)) throw new Inconclusive(`the removal was answered ${answer.status}`)
      return this.#people.again(await this.#people.leaver())
    })
  }

  /** The user who was created again, read by its id. */
  recreatedShown(): Promise<Shown> {
    return this.#once.do('v1 recreation shown', async () =>
      this.#people.show(await needed(this.recreated()), 'read the user who was created again'),
    )
  }

  /** An id that nobody has. */
  unknown(): Promise<Answer> {
    return this.#once.do('v1 removal of nobody', async () => {
      this.#guard.requires('disposable')
      const id = await this.#directory.unknownId()
      return this.#callers.manager.remove(id, { purpose: 'removal of an unknown id' })
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
      return [first, ...others.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))]
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
      const user = await this.recreated().catch(() => undefined)
      const created = user && userOf(user.answer)
      const id = idOf(created)
      if (id === undefined || created?.status !== 'pending') return false
      const read = () => this.#people.read(id, 'do new users become active by themselves?')
      const seen = await eventually(
        read,
        (answer) => userOf(answer)?.status === 'active',
        () => [],
        this.#consistencyMs,
      )
      return userOf(seen)?.status === 'active'
    })
  }

  /** Members that change when a user is only read, told from one whom nobody tried to delete. */
  changedByReading(): Promise<string[]> {
    return this.#once.do('v1 read twice', async () => {
      const purpose = 'does reading alone change a user?'
      const first = await this.recreatedShown()
      const second = await this.#people.show(await needed(this.recreated()), purpose)
      return differingMembers(first.user ?? {}, second.user ?? {}, STABLE_MEMBERS)
    })
  }

  /** The witness deleted by somebody whom the target must not serve. */
  byUnknown(who: UnknownCaller): Promise<Answer> {
    return this.#once.do(`v1 removal by ${who}`, async () => {
      const { id } = await this.#census.witness()
      return this.#callers.unknown(who).remove(id, { purpose: 'removal by an unknown caller' })
    })
  }

  /** The witness deleted by who may, which shows whether it was still there after the attempts of others. */
  secondReal(): Promise<Removal> {
    return this.#once.do('v1 second real removal', async () => {
      const subject = await this.#census.witness()
      await Promise.allSettled(CHANGING_CALLERS.map((who) => this.byUnknown(who)))
      return { subject, answer: await this.#remove(subject, 'removal after the attempts of unknown callers') }
    })
  }

  /**
   * Whether a refused removal was done all the same. Only where the witness is gone, everybody's attempt is
   * repeated on a user of its own, to tell whose it was.
   */
  async wasDone(who: UnknownCaller): Promise<Answer | undefined> {
    const attempts = await Promise.all(CHANGING_CALLERS.map((one) => this.byUnknown(one)))
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
      this.recreated(),
      this.forbiddenAll(),
    ])
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
