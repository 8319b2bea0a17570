/**
 * Whoever was removed and invited again: a user like any other, whom a target that keeps traces of the removed one may
 * show, simulate or remove otherwise. The clean-up would have to remove them anyway.
 */
import type { Memo } from '../../../language/memo.ts'
import { succeeded } from '../../../model/answer.ts'
import { isSameId } from '../../../model/user.ts'
import { userOf, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitations } from './invitations.ts'
import type { Removals } from './removals.ts'
import { lookAfter, lookUntilAsBefore, type Removal, type SubjectSight, sightOf } from './sight.ts'

export class Returned {
  readonly #callers: V3Callers
  readonly #invitations: Invitations
  readonly #removals: Removals
  readonly #once: Memo
  readonly #consistencyMs: number

  constructor(
    callers: V3Callers,
    invitations: Invitations,
    removals: Removals,
    once: Memo,
    consistencyMs: number,
  ) {
    this.#callers = callers
    this.#invitations = invitations
    this.#removals = removals
    this.#once = once
    this.#consistencyMs = consistencyMs
  }

  /** As the list and a read by the id show them; undefined where the address was not taken again, or has its former id. */
  shown(): Promise<SubjectSight | undefined> {
    return this.#once.do('v3 user invited again', async () => {
      const again = await this.#removals.invitedAgain()
      if (!again || !succeeded(again.invitation.answer) || usersOf(again.list) === undefined) return undefined
      const { subject: former } = await this.#removals.real()
      const told = userOf(again.invitation.answer)?.id
      const subject = await this.#invitations.recognition.find(again.invitation, again.list)
      if (isSameId(subject.id, former.id) || (told !== undefined && !isSameId(subject.id, told)))
        return undefined
      const purpose = 'read whoever was invited again'
      const get = await this.#invitations.untilFound(() => this.#callers.admin.get(subject.id, { purpose }))
      return { subject, ...sightOf(subject.id, get, again.list) }
    })
  }

  /** Their removal simulated, where requests are plenty; undefined where they are not to be seen. */
  simulated(): Promise<Removal | undefined> {
    return this.#once.do('v3 simulated removal of a user invited again', async () => {
      const before = await this.shown()
      if (!before?.user || !before.entry || !(await this.#invitations.plenty())) return undefined
      const { subject } = before
      const { admin } = this.#callers
      const purpose = 'simulated removal of whoever was invited again'
      const answer = await admin.remove(subject.id, { sandbox: true }, { purpose })
      const after = await lookUntilAsBefore(admin, before, `after the ${purpose}`, this.#consistencyMs)
      return { subject, before, answer, after }
    })
  }

  /** Their removal; undefined where they are not to be seen. */
  removed(): Promise<Removal | undefined> {
    return this.#once.do('v3 removal of a user invited again', async () => {
      const before = await this.shown()
      if (!before?.user || !before.entry) return undefined
      const simulated = await this.simulated().catch(() => undefined)
      // Whoever went with a simulation is for that one to answer for.
      if (simulated && simulated.after.user === undefined) return undefined
      // After all other removals, so that the list says for the clean-up, too, who is left.
      await Promise.allSettled([this.#removals.companion(), this.#removals.thirdReal()])
      const { subject } = before
      const { admin } = this.#callers
      const purpose = 'removal of whoever was invited again'
      const answer = await admin.remove(subject.id, { sandbox: false }, { purpose })
      const after = await lookAfter(admin, subject, answer, `after the ${purpose}`, this.#consistencyMs)
      return { subject, before, answer, after }
    })
  }
}
