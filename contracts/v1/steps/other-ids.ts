/** Ids of other forms than those of the target, which name nobody: read, and named in a removal. */
import type { Guard } from '../../../helpers/safety/guard.ts'
import { type OtherId, otherIds } from '../../../helpers/safety/other-ids.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, isRefusal } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { idOf, userOf } from '../client/user.ts'
import type { V1Callers } from './callers.ts'

/** So long has the random end of an id to be that a part of it names nobody. */
const LONG_TAIL = /[0-9a-z]{12,}$/i
const LEFT_OUT = 4
const CUT = 'the beginning of somebody’s'

export class OtherIds {
  readonly #callers: V1Callers
  readonly #guard: Guard
  readonly #once: Memo
  readonly #ids: Record<OtherId, string>

  constructor(callers: V1Callers, guard: Guard, once: Memo) {
    this.#callers = callers
    this.#guard = guard
    this.#once = once
    this.#ids = otherIds(guard.chance.for('other ids'))
    for (const id of Object.values(this.#ids)) guard.nobody(id)
  }

  /** An id of this form, read. */
  read(form: OtherId): Promise<Answer> {
    return this.#once.do(`v1 read of an id: ${form}`, () => this.#get(this.#ids[form], form))
  }

  /** Whether somebody has that id all the same. */
  isTaken(form: OtherId, answer: Answer): boolean {
    return idOf(userOf(answer)) === this.#ids[form]
  }

  /**
   * The beginning of somebody's id, read.
   * @returns undefined where ids are so short that their beginning may be another one
   */
  async beginning(id: string): Promise<Answer | undefined> {
    if (!LONG_TAIL.test(id)) return undefined
    return this.#once.do(`v1 read of the beginning of ${id}`, () => this.#get(cut(id), CUT))
  }

  /**
   * The beginning of the id of a user of the run, removed.
   * @returns undefined where ids are so short that their beginning may be another one
   * @throws Inconclusive where reading it has not shown that it names nobody
   */
  async removalOfBeginning(id: string): Promise<Answer | undefined> {
    const read = await this.beginning(id)
    if (read === undefined) return undefined
    this.#guard.nobody(cut(id))
    return this.#once.do('v1 removal of the beginning of an id', () => this.#remove(cut(id), CUT, read))
  }

  /**
   * An id of this form, removed.
   * @throws Inconclusive where reading it has not shown that it names nobody
   */
  removal(form: OtherId): Promise<Answer> {
    return this.#once.do(`v1 removal of an id: ${form}`, async () =>
      this.#remove(this.#ids[form], form, await this.read(form)),
    )
  }

  async #remove(id: string, form: string, read: Answer): Promise<Answer> {
    this.#guard.requires('disposable')
    if (!isRefusal(read)) {
      throw new Inconclusive(`an id (${form}) was read with status ${read.status}, so it is not removed`)
    }
    const purpose = `removal of an id: ${form}`
    return this.#callers.manager.remove(id, { purpose, silent: true, patient: true })
  }

  #get(id: string, form: string): Promise<Answer> {
    return this.#callers.manager.get(id, { purpose: `read of an id: ${form}`, patient: true, silent: true })
  }
}

/** The id without its end. */
function cut(id: string): string {
  return id.slice(0, -LEFT_OUT)
}
