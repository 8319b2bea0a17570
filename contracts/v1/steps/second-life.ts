/** Somebody who was deleted and created again: a user like any other, with an id of their own. */
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { differingMembers, idOf, STABLE_MEMBERS, userOf } from '../client/user.ts'
import { type Creation, needed, type Shown } from './people.ts'
import { goneAfter, type Removal, type RemovalParts } from './refused-removals.ts'

/** What went before, and what is told by this user while they are there. */
interface Before {
  real(): Promise<Removal>
  afterForbidden(): Promise<Answer>
  /** What is told of reading, and of new users, by this one. */
  controls(): Promise<unknown>
  /** Reads by others of the first life, before a second one has ended as well. */
  readByOthers(): Promise<unknown>
  /** Remembers a removal by who may. */
  removed(removal: Removal): void
}

export class SecondLife {
  readonly #parts: RemovalParts
  readonly #before: Before

  constructor(parts: RemovalParts, before: Before) {
    this.#parts = parts
    this.#before = before
  }

  /** The leaver's address asked for again. */
  created(): Promise<Creation> {
    const { once, people } = this.#parts
    return once.do('v1 recreation', async () => {
      const { answer } = await this.#before.real()
      if (!succeeded(answer)) throw new Inconclusive(`the removal was answered ${answer.status}`)
      return people.again(await people.leaver())
    })
  }

  /** The user who was created again, read by its id. */
  shown(): Promise<Shown> {
    const { once, people } = this.#parts
    return once.do('v1 recreation shown', async () =>
      people.show(await needed(this.created()), 'read the user who was created again'),
    )
  }

  /** The address once more; undefined where requests are counted. */
  duplicate(): Promise<Creation | undefined> {
    const { once, people, plenty } = this.#parts
    return once.do('v1 duplicate of the recreation', async () => {
      if (!(await plenty.isGiven())) return undefined
      return people.onceMore(await needed(this.created()))
    })
  }

  /** Deleted by a caller who may not; undefined where requests are counted. */
  forbidden(): Promise<Answer | undefined> {
    const { once, plenty, callers } = this.#parts
    return once.do('v1 forbidden removal of the recreation', async () => {
      if (!(await plenty.isGiven())) return undefined
      const id = await this.#id()
      return callers.restricted.remove(id, { purpose: 'removal by a caller who may not' })
    })
  }

  /** The id of the first life, read in the second; undefined where requests are counted. */
  oldId(): Promise<Answer | undefined> {
    const { once, plenty, callers } = this.#parts
    return once.do('v1 read of the id before the recreation', async () => {
      if (!(await plenty.isGiven())) return undefined
      await needed(this.created())
      const { subject } = await this.#before.real()
      const purpose = 'read by the id before the recreation'
      return goneAfter(() => callers.manager.get(subject.id, { purpose }), this.#parts.consistencyMs)
    })
  }

  /** Deleted by who may, once everything else was seen. */
  end(): Promise<Removal> {
    const { once, callers } = this.#parts
    return once.do('v1 removal of the recreation', async () => {
      const beforehand = [this.shown(), this.duplicate(), this.forbidden(), this.oldId()]
      await Promise.allSettled([...beforehand, this.#before.readByOthers()])
      if (await this.#isControl()) await this.#before.controls()
      const { email } = await needed(this.created())
      const id = await this.#id()
      const answer = await callers.manager.remove(id, {
        purpose: 'removal of the user who was created again',
      })
      const other = await this.forbidden().catch(() => undefined)
      if (answer.status === 404 && (await this.shown()).user && !(other && succeeded(other)))
        callers.deniedWrongly(answer)
      const removal = { subject: { id, email }, answer }
      this.#before.removed(removal)
      return removal
    })
  }

  /** What reading gives afterwards; undefined where requests are counted, so that the lists have to tell. */
  gone(): Promise<Answer | undefined> {
    const { once, plenty, callers } = this.#parts
    return once.do('v1 read after the removal of the recreation', async () => {
      const { subject } = await this.end()
      if (!(await plenty.isGiven())) return undefined
      const purpose = 'read after the removal of the user who was created again'
      return goneAfter(() => callers.manager.get(subject.id, { purpose }), this.#parts.consistencyMs)
    })
  }

  /** @throws Inconclusive where the target does not show whom it created */
  async #id(): Promise<string> {
    const { id } = await this.shown()
    if (!this.#parts.guard.isOwn(id)) throw new Inconclusive('the target shows no such user')
    return id
  }

  /** Whether a forbidden removal seems to have changed somebody, so that this user has to tell what comes by itself. */
  async #isControl(): Promise<boolean> {
    const before = await this.#parts.people.residentShown().catch(() => undefined)
    const after = await this.#before.afterForbidden().catch(() => before?.get)
    const [one, other] = [before?.user ?? {}, (after && userOf(after)) ?? {}]
    return idOf(one) !== undefined && differingMembers(one, other, STABLE_MEMBERS).length > 0
  }
}
