/** Everybody who speaks in a v3 run, and the ids that the configuration names. */

import { credentialLike } from '../../../helpers/chance/alike.ts'
import type { Config } from '../../../helpers/config/config.ts'
import { CredentialWatch } from '../../../helpers/safety/credential-watch.ts'
import { SecondCredentials } from '../../../helpers/safety/second-credentials.ts'
import { lastInOtherCase, nearMissOf } from '../../../helpers/secrets/near-miss.ts'
import { isUuid } from '../../../helpers/text/uuid.ts'
import type { Answer } from '../../../model/answer.ts'
import { NotApplicable, Untested } from '../../../model/outcome.ts'
import { isSameId } from '../../../model/user.ts'
import { V3Caller, type V3Wire } from '../client/caller.ts'
import { userOf, usersOf, type V3User } from '../client/user.ts'

/** So many drawn characters are nobody's key. */
const WORD_CHARS = 32

export class V3Callers {
  readonly #config: Config['v3']
  readonly #wire: V3Wire
  #foreignList: Promise<Answer> | undefined
  /** Reads somebody of the organization with another key of the configuration, where a run does that anyway. */
  readBy: ((variable: string) => Promise<Answer> | undefined) | undefined
  /** Sends no key at all. */
  readonly nobody: V3Caller
  /** Sends a key that nobody was given, in the form of the real one. */
  readonly stranger: V3Caller
  /** The same in the other form: the documents show keys that are UUIDs, and words. */
  readonly otherStranger: V3Caller
  /** Sends the header with nothing in it. */
  readonly empty: V3Caller
  /** Sends the right key under a scheme that is not documented. */
  readonly bearer: V3Caller
  /** Sends the word that a program writes for nothing. */
  readonly nullKey: V3Caller
  /** Sends that word under a scheme that is not documented. */
  readonly nullBearer: V3Caller
  /** Sends a key that nobody was given, and the right one where it is not looked for. */
  readonly beside: V3Caller
  /** Near misses of the right key: few of them, because a target may lock out who tries many. */
  readonly longer: V3Caller
  readonly shorter: V3Caller
  readonly changed: V3Caller

  constructor(config: Config['v3'], parts: Omit<V3Wire, 'admin' | 'watch' | 'others' | 'makers'>) {
    const wire: V3Wire = {
      ...parts,
      watch: new CredentialWatch(),
      others: new SecondCredentials(usersOf, (variable) => this.readBy?.(variable)),
      makers: new Set(),
      admin: () => this.admin,
    }
    this.#config = config
    this.#wire = wire
    this.nobody = new V3Caller(wire, 'nobody (no key)', undefined)
    const key = config.apiKey ?? ''
    const { chance } = parts.guard
    this.stranger = new V3Caller(
      wire,
      'stranger (unknown key)',
      credentialLike(key, chance.for('unknown key')),
    )
    const draws = chance.for('unknown key of another form')
    const otherwise = isUuid(key) ? `${draws.letters(3)}_${draws.hex(WORD_CHARS)}` : draws.uuid()
    this.otherStranger = new V3Caller(wire, 'stranger (unknown key of another form)', otherwise)
    this.empty = new V3Caller(wire, 'nobody (empty key)', '')
    this.nullKey = new V3Caller(wire, 'nobody (key null)', 'null')
    this.nullBearer = new V3Caller(wire, 'nobody (Bearer null)', 'null', undefined, 'bearer')
    this.bearer = new V3Caller(wire, 'admin (as bearer token)', key, undefined, 'bearer')
    this.beside = new V3Caller(
      wire,
      'stranger (right key as bearer token)',
      credentialLike(key, chance.for('unknown key beside')),
      undefined,
      { beside: key },
    )
    // Of a short key any near miss would give it away, so nothing but a random one is left to try.
    const shorter = nearMissOf(key) ?? chance.for('no near miss').hex(WORD_CHARS)
    this.longer = new V3Caller(wire, 'near miss (one character more)', `${key}0`)
    this.shorter = new V3Caller(wire, 'near miss (one character fewer)', shorter)
    const last = lastInOtherCase(key) ?? (key.endsWith('0') ? '1' : '0')
    this.changed = new V3Caller(wire, 'near miss (another last character)', shorter + last)
  }

  get admin(): V3Caller {
    return this.#as('admin', 'API_KEY', this.#config.apiKey)
  }

  get developer(): V3Caller {
    return this.#as('developer', 'DEVELOPER_API_KEY', this.#config.developerApiKey)
  }

  /** Sends the developer's key and one character more. */
  get developerLonger(): V3Caller {
    const key = configured('DEVELOPER_API_KEY', this.#config.developerApiKey)
    return new V3Caller(this.#wire, 'near miss of the developer (one character more)', `${key}0`)
  }

  get restricted(): V3Caller {
    return this.#as('restricted', 'RESTRICTED_API_KEY', this.#config.restrictedApiKey)
  }

  get billing(): V3Caller {
    return this.#as('billing', 'BILLING_API_KEY', this.#config.billingApiKey)
  }

  /** What the configuration says of the account that owns API_KEY. */
  get owner(): { email: string | undefined; isUnlisted: boolean } {
    return { email: this.#config.selfEmail, isUnlisted: this.#config.selfUnlisted === true }
  }

  /** The address of the account that owns DEVELOPER_API_KEY, where the configuration names it. */
  get developerEmail(): string | undefined {
    return this.#config.developerEmail
  }

  get selfId(): string {
    if (this.#config.selfUnlisted) {
      throw new NotApplicable(
        'SELF_USER_ID=none declares that the owner of API_KEY has no entry to be removed',
      )
    }
    return configured('SELF_USER_ID', this.#config.selfUserId)
  }

  /**
   * The id of the account of API_KEY as the target shows it, in a list or alone; undefined unless the id and the
   * address of the configuration name the same
   * admin.
   */
  async ownId(listed: readonly V3User[]): Promise<string | undefined> {
    const { selfUserId, selfEmail } = this.#config
    if (selfUserId === undefined || selfEmail === undefined) return undefined
    const shown =
      listed.find(({ id }) => isSameId(id, selfUserId)) ??
      userOf(await this.admin.get(selfUserId, { purpose: 'read oneself, whom the list does not show' }))
    // Whoever is no admin does not own this key, whatever the configuration says.
    const isOwn = String(shown?.email).toLowerCase() === selfEmail && shown?.role === 'admin'
    return isOwn ? String(shown?.id) : undefined
  }

  get profileId(): string {
    return configured('PROFILE_ID', this.#config.profileId)
  }

  get foreignProfileId(): string {
    return configured('FOREIGN_PROFILE_ID', this.#config.foreignProfileId)
  }

  get foreignUserId(): string {
    return configured('FOREIGN_USER_ID', this.#config.foreignUserId)
  }

  /** The list of the foreign profile as the admin is shown it. */
  listOfForeignProfile(): Promise<Answer> {
    this.#foreignList ??= this.admin.list({
      purpose: 'list of a foreign profile',
      profileId: this.foreignProfileId,
    })
    return this.#foreignList
  }

  /** Whether a caller or an id is configured, without asking for it. */
  has(name: keyof Config['v3']): boolean {
    return this.#config[name] !== undefined
  }

  #as(name: string, variable: string, key: string | undefined): V3Caller {
    return new V3Caller(this.#wire, name, configured(variable, key), variable)
  }
}

function configured(variable: string, value: string | undefined): string {
  if (value === undefined) throw new Untested(`needs ${variable}`)
  return value
}
