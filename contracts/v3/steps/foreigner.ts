/**
 * Somebody of another organization, by id. They are nobody of the run's: they are read, and at most their removal is
 * simulated, once it was seen that reads keep organizations apart and that simulations have no effect. A change of
 * theirs in earnest, or of their role, could neither be seen nor be mended.
 */
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { isSameId } from '../../../model/user.ts'
import { usersOf, type V3User } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Harmless } from './harmless.ts'
import type { Invitations } from './invitations.ts'
import type { Removals } from './removals.ts'
import { effectOn } from './sight.ts'

/** How a read has to be refused before anything else is asked for. */
const KEPT_APART = [403, 404]

export class Foreigner {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #harmless: Harmless
  readonly #removals: Removals
  readonly #once: Memo

  constructor(
    callers: V3Callers,
    guard: Guard,
    invitations: Invitations,
    harmless: Harmless,
    removals: Removals,
    once: Memo,
  ) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#harmless = harmless
    this.#removals = removals
    this.#once = once
  }

  /** Read by the admin. @throws Untested where the configuration names nobody */
  read(): Promise<Answer> {
    return this.#once.do('v3 read of a foreigner', () =>
      this.#callers.admin.get(this.#callers.foreignUserId, {
        purpose: 'read somebody of another organization',
      }),
    )
  }

  /** Whether the admin's organization, or its profile, lists that id. */
  async isListed(): Promise<boolean> {
    const { foreignUserId } = this.#callers
    return (await this.#listed()).some(({ id }) => isSameId(id, foreignUserId))
  }

  /** Whether that id is an address where ids are none: it would name nobody, and what is refused for it proves nothing. */
  async isAddress(): Promise<boolean> {
    const users = await this.#listed()
    return (
      this.#callers.foreignUserId.includes('@') &&
      users.length > 0 &&
      !users.some(({ id }) => String(id).includes('@'))
    )
  }

  async #listed(): Promise<V3User[]> {
    const lists = [await this.#invitations.baseline()]
    if (this.#callers.has('profileId')) lists.push(await this.#invitations.profileBaseline())
    return lists.flatMap((list) => usersOf(list) ?? [])
  }

  /**
   * The simulated removal, under SAFETY=full. Undefined where something argues against it, and where the target
   * simulates the removal of anybody, so that the answer would say nothing.
   * @throws Untested or Inconclusive where it may not be asked for
   */
  simulatedRemoval(): Promise<Answer | undefined> {
    return this.#once.do('v3 simulated removal of a foreigner', async () => {
      this.#guard.requires('full')
      const { foreignUserId } = this.#callers
      if ((await this.isListed()) || !KEPT_APART.includes((await this.read()).status)) return undefined
      const { before, after } = await this.#harmless.simulated()
      if (effectOn(before, after) !== 'none' || succeeded(await this.#removals.simulatedUnknown()))
        return undefined
      this.#guard.mayClimb()
      this.#guard.openRung(foreignUserId, 'sandbox')
      const purpose = 'simulated removal of somebody of another organization'
      return this.#callers.admin.remove(foreignUserId, { sandbox: true }, { purpose })
    })
  }
}
