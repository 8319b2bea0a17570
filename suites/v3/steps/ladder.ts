/**
 * The removals that must be refused, approached rung by rung: a simulated removal of a user of the run
 * must have no effect; then the forbidden removal is simulated; and only then, under SAFETY=full and as
 * the very last steps of a run, it is asked for in earnest. A rung that fails stops the climb.
 */
import type { Config } from '../../../helpers/config/config.ts'
import type { Answer } from '../../../helpers/http/answer.ts'
import { succeeded } from '../../../helpers/http/answer.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Once } from '../../../helpers/suite/memo.ts'
import { Inconclusive, Untested } from '../../../model/outcome.ts'
import { byId, changedMembers, userOf, usersOf, type V3User } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Harmless } from './harmless.ts'
import type { Invitations } from './invitations.ts'
import type { Removals } from './removals.ts'
import { STABLE_MEMBERS } from './sight.ts'

/** One forbidden removal on one rung. */
export interface Climb {
  /** 2: simulated; 3: in earnest. */
  rung: 2 | 3
  answer: Answer
  before: V3User
  /** The user afterwards; undefined when it is gone. */
  after: V3User | undefined
  /** The answer that shows `after`. */
  seen: Answer
  /** The user read by its id afterwards, where that was tried. */
  get?: Answer
}

/** Somebody who must not be removed. */
export interface Forbidden {
  id: string
  email: unknown
  profileId?: string
  user: V3User
}

/** What tells that a person was touched: the owner may sign in and change profile data meanwhile. */
export const KEPT_MEMBERS = ['id', 'email', 'name', 'role', 'status'] as const

export class Ladder {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #harmless: Harmless
  readonly #removals: Removals
  readonly #once: Once
  readonly #config: Config

  constructor(
    callers: V3Callers,
    guard: Guard,
    invitations: Invitations,
    harmless: Harmless,
    removals: Removals,
    once: Once,
    config: Config,
  ) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#harmless = harmless
    this.#removals = removals
    this.#once = once
    this.#config = config
  }

  /** First rung. @throws Inconclusive when simulation cannot be trusted on this target */
  async sandboxIsSound(): Promise<void> {
    const { answer, before, after } = await this.#harmless.simulated()
    if (!succeeded(answer)) {
      throw new Inconclusive(
        `stopped at rung 1: the simulated removal of an own user was answered ${answer.status}`,
      )
    }
    const kept = before.user && after.user && before.entry && after.entry
    if (!kept || changedMembers(before.user ?? {}, after.user ?? {}, STABLE_MEMBERS).length > 0) {
      throw new Inconclusive(
        'stopped at rung 1: a simulated removal had an effect, so nothing more is risked',
      )
    }
  }

  /** The account that owns API_KEY. */
  self(): Promise<Forbidden> {
    return this.#once.do('v3 self', async () => {
      const id = this.#callers.selfId
      const listed = byId(usersOf(await this.#invitations.baseline()) ?? [], id)[0]
      const user = listed ?? userOf(await this.#callers.admin.get(id, { purpose: 'read oneself' }))
      if (!user) throw new Inconclusive('the target shows no user with the id in SELF_USER_ID')
      return { id, email: user.email, user }
    })
  }

  /** Somebody else who is the only admin of a scope. */
  soleAdmin(): Promise<Forbidden> {
    return this.#once.do('v3 sole admin', async () => {
      if (this.#config.ownerCountsAsAdmin) {
        throw new Untested(
          'OWNER_COUNTS_AS_ADMIN says that the owner counts as an admin, so an admin always remains',
        )
      }
      const organization = usersOf(await this.#invitations.baseline()) ?? []
      if (this.#callers.has('profileId')) {
        const { profileId } = this.#callers
        const members = usersOf(await this.#invitations.profileBaseline()) ?? []
        const found = soleAdminOf(members)
        if (found && this.#isSomebodyElse(found, organization, true)) {
          await this.#profileIsHonoured()
          return { id: String(found.id), email: found.email, profileId, user: found }
        }
      }
      const found = soleAdminOf(organization)
      if (found && this.#isSomebodyElse(found, organization, false)) {
        return { id: String(found.id), email: found.email, user: found }
      }
      throw new Untested(
        this.#callers.has('profileId') && this.#callers.has('selfUserId')
          ? 'needs a scope with a sole admin who is not the caller: neither the organization nor PROFILE_ID has one'
          : `needs ${this.#callers.has('profileId') ? 'SELF_USER_ID' : 'PROFILE_ID'}, to find a sole admin who is not the caller`,
      )
    })
  }

  /** Second rung. */
  simulate(which: 'self' | 'sole admin'): Promise<Climb> {
    return this.#once.do(`v3 simulated removal of ${which}`, async () => {
      this.#guard.requires('disposable')
      const forbidden = await (which === 'self' ? this.self() : this.soleAdmin())
      await this.sandboxIsSound()
      this.#guard.openRung(forbidden.id, 'sandbox')
      return this.#climb(which, forbidden, true)
    })
  }

  /** Third rung; to be called in the last phase only. */
  attempt(which: 'self' | 'sole admin'): Promise<Climb> {
    return this.#once.do(`v3 real removal of ${which}`, async () => {
      const simulated = await this.simulate(which)
      const objection = objectionTo(simulated)
      if (objection !== undefined) {
        throw new Inconclusive(`stopped at rung 2: ${objection}, so nothing more is risked`)
      }
      this.#guard.requires('full')
      // Oneself comes last: whoever removes oneself loses the key that everything else needs.
      const other = which === 'self' ? await this.attempt('sole admin').catch(() => undefined) : undefined
      if (other && wasTouched(other)) {
        throw new Inconclusive(
          'stopped at rung 3: the removal of the last admin, which came first, had an effect, so nothing more is risked',
        )
      }
      const forbidden = await (which === 'self' ? this.self() : this.soleAdmin())
      if (which === 'sole admin' && soleAdminOf(usersOf(simulated.seen) ?? [])?.id !== forbidden.id) {
        throw new Inconclusive('somebody changed the admins of the scope meanwhile')
      }
      this.#guard.openRung(forbidden.id, 'real')
      return this.#climb(which, forbidden, false)
    })
  }

  async #climb(which: 'self' | 'sole admin', forbidden: Forbidden, sandbox: boolean): Promise<Climb> {
    const { id, profileId, user } = forbidden
    const purpose = `${sandbox ? 'simulated ' : ''}removal of ${which}`
    const rung = sandbox ? 2 : 3
    const scope = profileId === undefined ? {} : { profileId }
    const answer = await this.#callers.admin.remove(id, { sandbox }, { purpose, ...scope })
    if (which === 'self') {
      const seen = await this.#callers.admin.get(id, { purpose: `read after the ${purpose}` })
      const after = userOf(seen)
      if (after) return { rung, answer, before: user, after, seen }
    }
    // The list says who else is an admin, and that somebody is gone is said only when the list says so too.
    const seen = await this.#callers.admin.list({ purpose: `list after the ${purpose}`, ...scope })
    return { rung, answer, before: user, after: byId(usersOf(seen) ?? [], id)[0], seen }
  }

  /** A profile header that removals ignore would strike the same person in the organization. */
  async #profileIsHonoured(): Promise<void> {
    const { answer, after } = await this.#removals.secondReal()
    if (!succeeded(answer) || after.entry || after.user) {
      throw new Inconclusive('stopped before rung 2: removal of an own user in the profile did not work')
    }
  }

  /** Not the caller, as far as ids and addresses tell. */
  #isSomebodyElse(user: V3User, organization: V3User[], inProfile: boolean): boolean {
    if (byId(organization, String(user.id)).length > 0 && inProfile) return false
    if (!this.#callers.has('selfUserId')) {
      // The caller's address is unknown, but it stands in the organization's list or is the owner's.
      return inProfile && !organization.some((other) => sameAddress(other, user))
    }
    const { selfId } = this.#callers
    const self = byId(organization, selfId)[0]
    return user.id !== selfId && !(self && sameAddress(self, user))
  }
}

/** Whether the forbidden removal left its mark. */
export function wasTouched({ before, after, seen }: Climb): boolean {
  if (seen.status >= 500) return false
  return after === undefined || changedMembers(before, after, KEPT_MEMBERS).length > 0
}

/** What a simulation shows that argues against asking in earnest. */
function objectionTo(simulated: Climb): string | undefined {
  const { answer, seen } = simulated
  if (wasTouched(simulated)) return 'the simulated removal had an effect'
  if (answer.status >= 500) return `the simulated removal was answered ${answer.status}`
  return succeeded(seen) ? undefined : 'whether the simulated removal had an effect could not be seen'
}

function soleAdminOf(users: V3User[]): V3User | undefined {
  const admins = users.filter((user) => user.role === 'admin')
  const [only] = admins
  return admins.length === 1 && only?.status === 'active' && typeof only.id === 'string' ? only : undefined
}

function sameAddress(one: V3User, other: V3User): boolean {
  return String(one.email).toLowerCase() === String(other.email).toLowerCase()
}
