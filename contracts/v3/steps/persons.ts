/** The two persons who must not be removed: who they are, and what proves that they are the ones meant. */
import type { Config } from '../../../helpers/config/config.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import { Inconclusive, NotApplicable, Untested } from '../../../model/outcome.ts'
import { isSameId } from '../../../model/user.ts'
import { byEmail, usersOf, type V3User } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Forbidden, Which } from './climb.ts'
import type { Invitations } from './invitations.ts'

export class Persons {
  readonly #callers: V3Callers
  readonly #invitations: Invitations
  readonly #once: Memo
  readonly #config: Config

  constructor(callers: V3Callers, invitations: Invitations, once: Memo, config: Config) {
    this.#callers = callers
    this.#invitations = invitations
    this.#once = once
    this.#config = config
  }

  /** @throws as {@link self} and {@link soleAdmin} do */
  named(which: Which): Promise<Forbidden> {
    return which === 'self' ? this.self() : this.soleAdmin()
  }

  /**
   * The account that owns API_KEY, proven by id and address.
   * @throws Untested where a proof is not given; Inconclusive where the list contradicts it
   */
  self(): Promise<Forbidden> {
    return this.#once.do('v3 self', async () => {
      const { selfId } = this.#callers
      const { selfEmail } = this.#config.v3
      const listed = (usersOf(await this.#invitations.baseline()) ?? []).find(({ id }) =>
        isSameId(id, selfId),
      )
      if (!listed) throw new Inconclusive('the target lists no user with the id in SELF_USER_ID')
      if (selfEmail === undefined) {
        throw new Untested(
          'needs SELF_EMAIL, the address of the account that owns API_KEY: without it nobody is named in a removal',
        )
      }
      this.ownedBy(selfEmail, listed)
      // The id as the target writes it: another letter case would be another request.
      return { id: String(listed.id) }
    })
  }

  /** @throws Inconclusive unless the user has this address and is an active admin, as the owner of API_KEY must be */
  ownedBy(email: string, user: V3User): V3User {
    if (!hasAddress(user, email)) {
      throw new Inconclusive(
        'SELF_USER_ID and SELF_EMAIL contradict each other: the target lists that id with another address',
      )
    }
    if (user.role !== 'admin' || user.status !== 'active') {
      throw new Inconclusive(
        'SELF_USER_ID and SELF_EMAIL name somebody who is no active admin, so API_KEY belongs to somebody else',
      )
    }
    return user
  }

  /** Somebody else who is the only admin of a scope. @throws Untested where there is none to be sure of */
  soleAdmin(): Promise<Forbidden> {
    return this.#once.do('v3 sole admin', async () => {
      if (this.#config.ownerCountsAsAdmin) {
        throw new NotApplicable(
          'OWNER_COUNTS_AS_ADMIN says that the owner counts as an admin, so an admin always remains',
        )
      }
      const organization = usersOf(await this.#invitations.baseline()) ?? []
      return (
        (await this.#ofProfile(organization)) ??
        this.#ofOrganization(organization) ?? // An owner without an entry is the only one who can meet this rule there.
        this.#nobody()
      )
    })
  }

  /** The person as the list shows them just now, and that list. @throws Inconclusive where they are not the one meant any more */
  async stillThere(
    which: Which,
    id: string,
    profileId: string | undefined,
    what: string,
  ): Promise<{ person: V3User; list: Answer }> {
    const scope = profileId === undefined ? {} : { profileId }
    const { selfEmail = '' } = this.#config.v3
    const list = await this.#callers.admin.list({
      purpose: `list right before ${what}`,
      ...scope,
    })
    const users = usersOf(list) ?? []
    if (which === 'sole admin') {
      const found = soleAdminOf(users)
      if (found?.id !== id) throw new Inconclusive('somebody changed the admins of the scope meanwhile')
      return { person: found, list }
    }
    const found = users.find((user) => isSameId(user.id, id))
    if (!found)
      throw new Inconclusive('the target does not list the user with the id in SELF_USER_ID any more')
    return { person: this.ownedBy(selfEmail, found), list }
  }

  async #ofProfile(organization: V3User[]): Promise<Forbidden | undefined> {
    if (!this.#callers.has('profileId')) return undefined
    const { profileId } = this.#callers
    const found = soleAdminOf(usersOf(await this.#invitations.profileBaseline()) ?? [])
    if (!found || this.#isMember(found, organization) || this.#isSelf(found, organization)) return undefined
    return { id: String(found.id), profileId }
  }

  #ofOrganization(organization: V3User[]): Forbidden | undefined {
    const { selfUnlisted, selfEmail } = this.#config.v3
    const found = soleAdminOf(organization)
    if (!found || selfUnlisted !== true || selfEmail === undefined) return undefined
    if (byEmail(organization, selfEmail).length > 0) {
      throw new Inconclusive(
        'SELF_USER_ID=none is contradicted by the list, which shows the address in SELF_EMAIL',
      )
    }
    return { id: String(found.id) }
  }

  #nobody(): never {
    const { selfUnlisted, selfEmail, selfUserId } = this.#config.v3
    if (selfUnlisted && selfEmail === undefined) {
      throw new Untested(
        'needs SELF_EMAIL, the address of the owner of API_KEY, to tell the owner from the only admin',
      )
    }
    if (!this.#callers.has('profileId'))
      throw new Untested('needs PROFILE_ID, to find a sole admin who is not the caller')
    throw new Untested(
      selfUserId === undefined && !selfUnlisted
        ? 'needs SELF_USER_ID, to find a sole admin who is not the caller'
        : 'needs a scope with a sole admin who is not the caller: neither the organization nor PROFILE_ID has one',
    )
  }

  /** A profile header that is ignored would strike the same person in the organization. */
  #isMember(user: V3User, organization: V3User[]): boolean {
    return organization.some(({ id }) => isSameId(id, user.id))
  }

  /** Whether this may be the caller, as far as ids and addresses tell. */
  #isSelf(user: V3User, organization: V3User[]): boolean {
    const { selfUserId, selfUnlisted, selfEmail } = this.#config.v3
    if (selfEmail !== undefined && hasAddress(user, selfEmail)) return true
    if (selfUserId === undefined) {
      // The caller's address stands in the organization's list, or is the owner's.
      return selfUnlisted !== true && organization.some((other) => hasAddress(other, user.email))
    }
    const self = organization.find(({ id }) => isSameId(id, selfUserId))
    return isSameId(user.id, selfUserId) || (self !== undefined && hasAddress(self, user.email))
  }
}

/** The only admin among users, invited ones included, if active. */
export function soleAdminOf(users: V3User[]): V3User | undefined {
  const admins = users.filter((user) => user.role === 'admin')
  const [only] = admins
  return admins.length === 1 && only?.status === 'active' && typeof only.id === 'string' ? only : undefined
}

function hasAddress(user: V3User, email: unknown): boolean {
  return typeof email === 'string' && String(user.email).toLowerCase() === email.toLowerCase()
}
