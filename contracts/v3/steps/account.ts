/** What `GET /v3/me` tells of the keys of the configuration, where a run may ask for it. */
import type { Config } from '../../../helpers/config/config.ts'
import type { Memo } from '../../../language/memo.ts'
import { isChosen } from '../../../language/public-tier.ts'
import { type Answer, asObject, succeeded } from '../../../model/answer.ts'
import { Inconclusive, NotOffered } from '../../../model/outcome.ts'
import { byEmail, isSameId } from '../../../model/user.ts'
import { absence } from '../client/offered.ts'
import { usersOf, type V3User } from '../client/user.ts'
import type { OwnCustomers } from '../inspection/later.ts'
import type { V3Callers } from './callers.ts'
import { type Climb, isRefusedAsOwn } from './climb.ts'
import type { Invitations } from './invitations.ts'

/** The account of a key as a target shows it; members may be missing or of another type. */
export type ShownAccount = Record<string, unknown>

export class Account {
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

  /** The account of API_KEY. @throws NotOffered where the target has no such operation */
  own(): Promise<Answer> {
    return this.#once.do('v3 me', async () => {
      const answer = await this.#callers.admin.me({ purpose: 'whose key is API_KEY?', probe: true })
      const absent = absence(answer)
      if (absent !== undefined) throw new NotOffered(`GET /v3/me ${absent}`)
      return answer
    })
  }

  /** The same once more. */
  again(): Promise<Answer> {
    return this.#once.do('v3 me again', async () => {
      await this.own()
      return this.#callers.admin.me({ purpose: 'whose key is API_KEY? once more' })
    })
  }

  /**
   * The id of the organization to which a key belongs.
   * @throws Inconclusive where it is that of a profile or a person, or nothing is told
   */
  async organization(who: 'admin' | 'developer'): Promise<unknown> {
    const account = accountOf(await (who === 'admin' ? this.own() : this.by(who)))
    if (account?.type === 'organization') return account.id
    throw new Inconclusive(`the account of the ${who} is not shown as an organization`)
  }

  /** The same without a key, with one that nobody was given, or another one of the configuration. */
  by(
    who: 'nobody' | 'empty' | 'bearer' | 'stranger' | 'otherStranger' | 'shorter' | 'developer',
  ): Promise<Answer> {
    return this.#once.do(`v3 me by ${who}`, async () => {
      await this.own()
      const caller = this.#callers[who]
      return caller.me({ purpose: `account, by ${caller.name}` })
    })
  }

  /** The account under a profile. @param profileId sent as `x-profile-id` */
  under(profileId: string, what: string): Promise<Answer> {
    return this.#once.do(`v3 me under ${what}`, async () => {
      await this.own()
      return this.#callers.admin.me({ purpose: `account under ${what}`, profileId })
    })
  }

  /**
   * What is missing before oneself is asked for in earnest: proof that API_KEY is the account in SELF_USER_ID; undefined
   * where nothing is.
   * @param what that was simulated, e.g. `simulated removal`
   */
  async proofMissing(simulated: Climb, what: string): Promise<string | undefined> {
    const { selfEmail, selfConfirmed } = this.#config.v3
    if (isRefusedAsOwn(simulated) || selfConfirmed === selfEmail) return this.#contradiction()
    return `needs SELF_CONFIRMED, the address in SELF_EMAIL once more: stopped at rung 2, where the ${what} was not refused as one’s own, so API_KEY may be somebody else’s`
  }

  /**
   * Why the account of API_KEY seems to be somebody else than the configuration says; undefined where nothing says so.
   * The account shows no user, and its address is only where to reach it: it can contradict, and proves nothing.
   */
  async #contradiction(): Promise<string | undefined> {
    const { selfUserId, selfEmail } = this.#config.v3
    if (selfUserId === undefined) return undefined
    const { email, users } = await this.owners(usersOf(await this.#invitations.baseline()) ?? [])
    if (email === selfEmail) return undefined
    return users.every(({ id }) => isSameId(id, selfUserId))
      ? undefined
      : 'stopped at rung 2: GET /v3/me shows API_KEY to belong to another listed user than SELF_USER_ID'
  }

  /** Which customers the users of a run may belong to, as far as the configuration and the account of API_KEY say it. */
  async customers(): Promise<OwnCustomers> {
    const { profileId, foreignProfileId } = this.#config.v3
    const shown = isChosen('me', this.#config.publicTier)
      ? accountOf(await this.own().catch(() => undefined))
      : undefined
    const organization = shown?.type === 'organization' ? shown : undefined
    const profiles = Array.isArray(organization?.profiles) ? organization.profiles : []
    const ids = [profileId, organization?.id, ...profiles.map((one: unknown) => asObject(one)?.id)]
    return {
      own: ids.filter((id) => typeof id === 'string'),
      isWhole: typeof organization?.id === 'string',
      foreign: foreignProfileId === undefined ? [] : [foreignProfileId],
    }
  }

  /**
   * The listed users whom the account of API_KEY names, and its address: nothing where the operation is not to be asked
   * for, or does not answer.
   */
  async owners(listed: readonly V3User[]): Promise<{ email?: unknown; users: V3User[] }> {
    if (!isChosen('me', this.#config.publicTier)) return { users: [] }
    const account = accountOf(await this.own().catch(() => undefined))
    return account === undefined ? { users: [] } : { email: account.email, users: namedBy(account, listed) }
  }
}

/** The account of an answer; undefined where there is none. */
export function accountOf(answer: Answer | undefined): ShownAccount | undefined {
  if (answer === undefined || !succeeded(answer)) return undefined
  return asObject(asObject(answer.json)?.data)
}

/** The listed users whom an account names: by id, or by its address. */
function namedBy({ id, email }: ShownAccount, listed: readonly V3User[]): V3User[] {
  const byId = listed.filter((user) => typeof id === 'string' && isSameId(user.id, id))
  return [...byId, ...(typeof email === 'string' ? byEmail([...listed], email) : [])]
}
