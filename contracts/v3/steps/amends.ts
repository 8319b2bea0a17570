/** What follows when somebody who is not the run's was touched: it is told, and mended where that is possible. */

import type { Guard } from '../../../helpers/safety/guard.ts'
import { succeeded } from '../../../model/answer.ts'
import type { Damage } from '../../../model/report.ts'
import { isSameId } from '../../../model/user.ts'
import type { V3Callers } from './callers.ts'
import type { Climb, Which } from './climb.ts'

export class Amends {
  readonly #callers: V3Callers
  readonly #guard: Guard

  constructor(callers: V3Callers, guard: Guard) {
    this.#callers = callers
    this.#guard = guard
  }

  /** Tells of the damage, and invites again who is gone. */
  async make(which: Which, climb: Climb, profileId: string | undefined): Promise<void> {
    const { before, after, answer, rung } = climb
    const damage: Damage = {
      contract: 'v3',
      effect: after === undefined ? 'removed' : 'changed',
      email: String(before.email),
      ...(typeof before.name === 'string' ? { name: before.name } : {}),
      role: String(before.role),
      scope: profileId === undefined ? 'organization' : `profile ${profileId}`,
      id: String(before.id),
      simulated: rung === 2,
      exchange: answer.exchange.id,
      restore: restoring(which, after === undefined, String(before.role), profileId),
    }
    this.#guard.damages.push(damage)
    // Without oneself nothing can be mended; whoever else is gone can be invited again.
    if (after === undefined && !(which === 'self' && isSameId(before.id, this.#callers.selfId))) {
      damage.mended = await this.#inviteAgain(before, profileId)
    }
  }

  async #inviteAgain({ email, name, role }: Climb['before'], profileId: string | undefined): Promise<string> {
    const scope = profileId === undefined ? {} : { profileId }
    try {
      const purpose = 'invitation of the removed admin, to mend it'
      const answer = await this.#callers.admin.restore({ email, name, role }, { purpose, ...scope })
      if (!succeeded(answer)) return `no: inviting them again was answered ${answer.status}`
      return 'in part: they have been invited again with the same role and must accept the invitation'
    } catch {
      return 'unknown: inviting them again got no answer'
    }
  }
}

function restoring(which: Which, isGone: boolean, role: string, profileId: string | undefined): string {
  const where = profileId === undefined ? 'the organization' : `profile ${profileId}`
  const by = which === 'self' ? 'with the key of another admin or of the owner' : 'with API_KEY'
  return isGone
    ? `Invite the address again as ${role} into ${where} (POST /v3/users), ${by}; the invitation has to be accepted.`
    : `Set role and status back to what they were (${role}, active) in ${where}, ${by}.`
}
