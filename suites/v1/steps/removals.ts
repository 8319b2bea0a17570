/** The end of the run's users: removals that must be refused, and the real ones. */

import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Once } from '../../../helpers/suite/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { differingMembers, STABLE_MEMBERS } from '../client/user.ts'
import type { UnknownCaller, V1Callers } from './callers.ts'
import type { CensusTaker, Subject } from './census.ts'
import type { Directory } from './directory.ts'
import { type Creation, needed, type People } from './people.ts'

/** A removal that was answered. */
export interface Removal {
  subject: Subject
  answer: Answer
}

/** Who tries to delete the witness; a token without a scheme is tried elsewhere. */
export const INTRUDERS = ['nobody', 'stranger', 'basic'] as const satisfies readonly UnknownCaller[]

export class Removals {
  readonly #callers: V1Callers
  readonly #people: People
  readonly #directory: Directory
  readonly #census: CensusTaker
  readonly #guard: Guard
  readonly #once: Once

  constructor(
    callers: V1Callers,
    people: People,
    directory: Directory,
    census: CensusTaker,
    guard: Guard,
    once: Once,
  ) {
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
      const { subject } = await this.real()
      const answer = await this.#callers.manager.get(subject.id, { purpose: 'read after the removal' })
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

  /** The leaver's address asked for again. */
  recreated(): Promise<Creation> {
    return this.#once.do('v1 recreation', async () => {
      const { subject, answer } = await this.real()
      if (!succeeded(answer)) throw new Inconclusive(`the removal was answered ${answer.status}`)
      return this.#people.again(subject.email)
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

  /** The resident deleted by a caller who may not. */
  forbidden(): Promise<Removal> {
    return this.#once.do('v1 forbidden removal', async () => {
      this.#guard.requires('disposable')
      const caller = this.#callers.restricted
      const subject = await this.#census.resident()
      const answer = await caller.remove(subject.id, { purpose: 'removal by a caller who may not' })
      return { subject, answer }
    })
  }

  /** What reading the resident gives afterwards. */
  afterForbidden(): Promise<Answer> {
    return this.#once.do('v1 read after forbidden removal', async () => {
      const { subject } = await this.forbidden()
      return this.#people.read(subject.id, 'read after the forbidden removal')
    })
  }

  /** Members that change when a user is only read, told from one whom nobody tried to delete. */
  changedByReading(): Promise<string[]> {
    return this.#once.do('v1 read twice', async () => {
      const purpose = 'does reading alone change a user?'
      const first = await this.#people.show(await needed(this.recreated()), purpose)
      const second = await this.#people.show(await needed(this.recreated()), purpose)
      return differingMembers(first.user ?? {}, second.user ?? {}, STABLE_MEMBERS)
    })
  }

  /** The witness deleted by somebody whom the target must not serve. */
  byUnknown(who: (typeof INTRUDERS)[number]): Promise<Answer> {
    return this.#once.do(`v1 removal by ${who}`, async () => {
      const { id } = await this.#census.witness()
      return this.#callers.unknown(who).remove(id, { purpose: 'removal by an unknown caller' })
    })
  }

  /** The witness deleted by who may, which shows whether it was still there after the attempts of others. */
  secondReal(): Promise<Removal> {
    return this.#once.do('v1 second real removal', async () => {
      const subject = await this.#census.witness()
      await Promise.allSettled(INTRUDERS.map((who) => this.byUnknown(who)))
      return { subject, answer: await this.#remove(subject, 'removal after the attempts of unknown callers') }
    })
  }

  /**
   * Whether a refused removal was done all the same. Only where the witness is gone, everybody's attempt is
   * repeated on a user of its own, to tell whose it was.
   */
  async wasDone(who: (typeof INTRUDERS)[number]): Promise<Answer | undefined> {
    const attempts = await Promise.all(INTRUDERS.map((one) => this.byUnknown(one)))
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
    await Promise.allSettled([this.gone(), this.secondReal(), this.recreated(), this.forbidden()])
  }

  async #remove({ id, email }: Subject, purpose: string): Promise<Answer> {
    const answer = await this.#callers.manager.remove(id, { purpose })
    this.answered.push({ subject: { id, email }, answer })
    return answer
  }
}
