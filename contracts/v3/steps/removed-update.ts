/** A change of role of somebody who was removed, once everybody has looked at whoever is gone. */
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { isSameId } from '../../../model/user.ts'
import { idOf, userOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Subject } from './invitation.ts'
import type { Removals } from './removals.ts'
import { look, type Sight } from './sight.ts'

/** What became of it. */
export interface RemovedChange {
  subject: Subject
  answer: Answer
  after: Sight
}

export class RemovedUpdate {
  readonly #callers: V3Callers
  readonly #removals: Removals
  readonly #once: Memo
  readonly #looked: () => Promise<unknown>

  /** @param looked waits until the documents' checks have seen what they look at */
  constructor(callers: V3Callers, removals: Removals, once: Memo, looked: () => Promise<unknown>) {
    this.#callers = callers
    this.#removals = removals
    this.#once = once
    this.#looked = looked
  }

  /** @throws Inconclusive where the user is not seen to be gone, or is back */
  changed(): Promise<RemovedChange> {
    return this.#once.do('v3 change of role of a removed user', async () => {
      const { subject, answer: removal, after: gone } = await this.#removals.real()
      await this.#looked()
      if (!succeeded(removal) || gone.user || gone.entry)
        throw new Inconclusive('nobody was seen to be removed')
      // Who is invited again may have the former id.
      const again = await this.#removals.invitedAgain().catch(() => undefined)
      const id = again && idOf(userOf(again.invitation.answer))
      if (id !== undefined && isSameId(id, subject.id))
        throw new Inconclusive('the removed user was invited again')
      const { admin } = this.#callers
      const purpose = 'change of role of a removed user'
      const answer = await admin.changeRole(subject.id, { role: 'developer' }, { purpose })
      return { subject, answer, after: await look(admin, subject, `after the ${purpose}`) }
    })
  }
}
