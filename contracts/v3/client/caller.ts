/** A client of the v3 contract that speaks as one caller. */
import { CONFLICT, madeUnseen, sendOnce } from '../../../helpers/http/ambiguous-write.ts'
import type { Call } from '../../../helpers/http/call.ts'
import { CANARY_PURPOSE } from '../../../helpers/http/canary.ts'
import type { Client } from '../../../helpers/http/client.ts'
import { queryPart, segment } from '../../../helpers/http/segment.ts'
import type { CredentialWatch } from '../../../helpers/safety/credential-watch.ts'
import { knownAsGone, noted } from '../../../helpers/safety/gone.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import { isUnplanned, type Ledger, mayBeThere } from '../../../helpers/safety/ledger.ts'
import type { SecondCredentials } from '../../../helpers/safety/second-credentials.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import type { V3Operation } from '../pages.ts'
import { wasInvited, wasRemoved } from './ambiguous-write.ts'
import type { LatestLists } from './latest-lists.ts'
import { wholeList } from './list-pages.ts'
import { absence } from './offered.ts'
import type { CallOptions, InvitationBody, RemovalBody, RoleBody, Scheme } from './requests.ts'
import type { Timeline } from './timeline.ts'
import { idOf, userOf, type V3User } from './user.ts'

/** What every caller of a run shares. */
export interface V3Wire {
  client: Client
  guard: Guard
  ledger: Ledger
  latest: LatestLists
  timeline: Timeline
  /** The child profile, where there is one. */
  profileId: string | undefined
  /** Looks after the credentials of the configuration. */
  watch: CredentialWatch
  /** Keeps credentials of other organizations from changing anything. */
  others: SecondCredentials
  /** Everybody with whose key somebody was created. */
  makers: Set<V3Caller>
  /** Who can see what a lost change has done. */
  admin: () => V3Caller
}

export class V3Caller {
  /** Who speaks, as evidence names it. */
  readonly name: string
  readonly #wire: V3Wire
  readonly #key: string | undefined
  readonly #variable: string | undefined
  readonly #scheme: Scheme

  /**
   * @param key the API key; undefined sends none
   * @param variable of the configuration that holds it; absent for keys that nobody was given
   * @param scheme by which the key is sent; only `x-api-key` is documented
   */
  constructor(
    wire: V3Wire,
    name: string,
    key: string | undefined,
    variable?: string,
    scheme: Scheme = 'x-api-key',
  ) {
    this.#scheme = scheme
    this.#wire = wire
    this.name = name
    this.#key = key
    this.#variable = variable
  }

  list(options: CallOptions): Promise<Answer> {
    const { timeline } = this.#wire
    const page = (query: string) => this.#call('GET /v3/users', 'GET', `/users${query}`, options)
    const send = async (): Promise<Answer> => {
      const began = timeline.tick()
      const first = await page('')
      const answer = await wholeList(first, page)
      // Whoever moves from page to page while they are read is in none of them: only one page is one moment.
      if (this.#isAdmin && answer === first) timeline.listed({ answer, profileId: options.profileId, began })
      return answer
    }
    // What others are shown says nothing of what is there.
    const list = this.#isAdmin ? this.#wire.latest.listing(options.profileId, send) : send()
    return options.profileId === undefined && options.profileSpelt === undefined
      ? this.#wire.others.listing(this.#variable, list)
      : list
  }

  async get(id: string, options: CallOptions): Promise<Answer> {
    const { timeline } = this.#wire
    const began = timeline.tick()
    const answer = await this.#call('GET /v3/users/{userId}', 'GET', `/users/${segment(id)}`, options)
    if (this.#isAdmin) timeline.read({ answer, profileId: options.profileId, id, began })
    if (this.#isAdmin) noted(this.#wire.guard, id, answer, userOf(answer), options.profileId)
    return answer
  }

  /** Invites; the address goes into the journal before the request leaves. */
  async invite(body: InvitationBody, options: CallOptions): Promise<Answer> {
    const { guard, ledger } = this.#wire
    guard.requires('disposable')
    await this.#admitted()
    const email = typeof body.email === 'string' ? body.email : undefined
    const began = this.#wire.timeline.tick()
    const { profileId } = options
    const before = email !== undefined && mayBeThere(ledger, { contract: 'v3', email, profileId }, guard)
    if (email !== undefined) ledger.planned('v3', email, profileId, body.sandbox === true)
    const isNew = (user: V3User): boolean => isUnplanned(user, guard, ledger)
    const isReal = email !== undefined && !before && body.sandbox !== true
    const invited = this.#wire.latest.inviting(() =>
      sendOnce(
        () => this.#call('POST /v3/users', 'POST', '/users', options, body),
        () => wasInvited({ admin: this.#wire.admin(), options }, body, before, isNew),
        (again) => isReal && again.status === CONFLICT,
      ),
    )
    const answer = await (isReal
      ? madeUnseen(invited, () => ledger.created('v3', email, undefined, profileId))
      : invited)
    this.#note(email, answer, options.profileId, body.sandbox === true)
    if (email !== undefined && body.sandbox !== true && this.#isAdmin)
      this.#wire.timeline.made(email, options.profileId, answer, began)
    return answer
  }

  /**
   * Invites under a key for replays that was used before, or that is none. Its answer is that of another request or a
   * refusal, so that whatever the documents promise of invitations is not looked for in it.
   */
  async inviteUnderKey(
    body: InvitationBody & { email: string },
    options: CallOptions & { idempotencyKey: string },
  ): Promise<Answer> {
    const { guard, ledger, latest } = this.#wire
    guard.requires('disposable')
    const { profileId } = options
    const before = mayBeThere(ledger, { contract: 'v3', email: body.email, profileId }, guard)
    ledger.planned('v3', body.email, profileId)
    const isNew = (user: V3User): boolean => isUnplanned(user, guard, ledger)
    const answer = await latest.inviting(() =>
      sendOnce(
        () => this.#call('POST /v3/users', 'POST', '/users', { ...options, apart: true }, body),
        () => wasInvited({ admin: this.#wire.admin(), options }, body, before, isNew),
      ),
    )
    const user = userOf(answer)
    const isAsked = String(user?.email).toLowerCase() === body.email.toLowerCase()
    // A repeated answer tells of whoever was invited first.
    if (succeeded(answer) && isAsked) ledger.created('v3', body.email, idOf(user), profileId)
    return answer
  }

  /**
   * Sends a text in place of an invitation, or no body at all. Whoever comes of it is written down.
   * @param email that the text holds, where it holds one: it goes into the journal before the request leaves
   */
  async inviteText(text: string | undefined, options: CallOptions, email?: string): Promise<Answer> {
    const { guard, ledger } = this.#wire
    guard.requires('disposable')
    await this.#admitted()
    if (email !== undefined) ledger.planned('v3', email, options.profileId)
    const isNew = (user: V3User): boolean => isUnplanned(user, guard, ledger)
    const answer = await this.#wire.latest.inviting(() =>
      sendOnce(
        () => this.#call('POST /v3/users', 'POST', '/users', options, text, true),
        () => wasInvited({ admin: this.#wire.admin(), options }, {}, false, isNew),
      ),
    )
    const isTold = succeeded(answer) && userOf(answer)?.email !== email
    this.#note(isTold ? undefined : email, answer, options.profileId, false)
    return answer
  }

  /**
   * Invites somebody again whom the target removed although it must not. They are nobody of the run's, so that
   * neither journal nor clean-up may know of them.
   */
  restore(body: InvitationBody, options: CallOptions): Promise<Answer> {
    this.#wire.guard.requires('disposable')
    return this.#wire.latest.inviting(() => this.#call('POST /v3/users', 'POST', '/users', options, body))
  }

  /** Whoever may have been made is written down, also where nobody should have been. */
  #note(email: string | undefined, answer: Answer, profileId: string | undefined, simulated: boolean): void {
    const { ledger } = this.#wire
    const user = userOf(answer)
    if (isRefusal(answer) && email !== undefined) ledger.refused('v3', email, profileId)
    if (!succeeded(answer) || simulated) return
    this.#wire.makers.add(this)
    if (email === undefined) ledger.createdUnasked('v3', user ?? {}, profileId)
    // Should the list break, the clean-up can still ask who that is.
    else ledger.created('v3', email, idOf(user), profileId)
  }

  /** Removes; `body` is what is sent as JSON, `undefined` sends no body at all. */
  async remove(id: string, body: RemovalBody | undefined, options: CallOptions): Promise<Answer> {
    const { guard, admin } = this.#wire
    guard.beforeRemoval(id, body?.sandbox === true)
    this.#wire.timeline.touching(id)
    const isUnseen = guard.isUnseen(id, options.profileId) && guard.isUnseen(id)
    const removal = sendOnce(
      () => this.#call('DELETE /v3/users/{userId}', 'DELETE', `/users/${segment(id)}`, options, body),
      () => wasRemoved({ admin: admin(), options }, id, isUnseen || guard.isGone(id)),
    )
    if (body?.sandbox === true) return removal
    const answer = await knownAsGone(
      guard,
      id,
      this.#wire.latest.removing(options.profileId, () => removal),
    )
    if (this.#isAdmin) this.#wire.timeline.removed(id, options.profileId, answer)
    return answer
  }

  /** Gives somebody another role; `body` is what is sent as JSON, `undefined` sends no body at all. */
  async changeRole(id: string, body: RoleBody | undefined, options: CallOptions): Promise<Answer> {
    this.#wire.guard.beforeRoleChange(id, body?.sandbox === true)
    // The same role twice is the same as once, so that nothing has to be looked for where an answer is lost.
    return sendOnce(() =>
      this.#call('PATCH /v3/users/{userId}', 'PATCH', `/users/${segment(id)}`, options, body),
    )
  }

  /** Sends a text in place of a change of role. */
  async changeRoleByText(id: string, text: string, options: CallOptions): Promise<Answer> {
    this.#wire.guard.beforeRoleChange(id, false)
    return sendOnce(() =>
      this.#call('PATCH /v3/users/{userId}', 'PATCH', `/users/${segment(id)}`, options, text, true),
    )
  }

  /** Whose key it is. */
  me(options: CallOptions): Promise<Answer> {
    return this.#call('GET /v3/me', 'GET', '/me', options)
  }

  /** Everybody with whose key somebody was created in this run. */
  get makers(): readonly V3Caller[] {
    return [...this.#wire.makers]
  }

  /** @throws Inconclusive where the key belongs to another organization: whoever came of a change there would stay */
  async #admitted(): Promise<void> {
    if (this.#variable === undefined || this.#isAdmin) return
    await this.#wire.others.admit(this.#variable, 'API_KEY', () =>
      this.list({ purpose: 'does this key belong to the same organization?' }),
    )
  }

  get #isAdmin(): boolean {
    return this.#key !== undefined && this.name === this.#wire.admin().name
  }

  /** What others than the admin read, or the admin elsewhere, matters to one check alone: nobody waits for it. */
  #isAside(method: Call['method'], { profileId }: CallOptions): boolean {
    const isElsewhere = profileId !== undefined && profileId !== this.#wire.profileId
    return method === 'GET' && (!this.#isAdmin || isElsewhere)
  }

  /** A read of nobody: what tells whether the target answers anything while it does not answer this. */
  #canary(headers: Record<string, string>): Call {
    return {
      contract: 'v3',
      operation: 'GET /v3/users/{userId}',
      caller: this.name,
      purpose: CANARY_PURPOSE,
      method: 'GET',
      path: `/v3/users/${this.#wire.guard.unknownId('canary')}`,
      headers,
    }
  }

  async #call(
    operation: V3Operation,
    method: Call['method'],
    suffix: string,
    options: CallOptions,
    body?: unknown,
    isText = false,
  ): Promise<Answer> {
    const headers: Record<string, string> = {}
    if (this.#key !== undefined) {
      if (this.#scheme !== 'bearer') headers['x-api-key'] = this.#key
      // Where a gateway wants that header, its own answer would come in the target's stead: no key is sent then.
      if (this.#scheme !== 'x-api-key' && !this.#wire.client.standing.adds('v3', 'authorization')) {
        headers.authorization = `Bearer ${typeof this.#scheme === 'object' ? this.#scheme.beside : this.#key}`
      }
    }
    const profile = options.profileSpelt ?? options.profileId
    if (profile !== undefined) headers['x-profile-id'] = profile
    if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey
    if (body !== undefined) {
      headers['content-type'] = options.charset ? 'application/json; charset=utf-8' : 'application/json'
    }
    const call: Call = {
      contract: 'v3',
      operation,
      caller: this.name,
      purpose: options.purpose,
      method,
      path: `/v3${suffix}${queryPart(options.query)}`,
      headers,
      patient: this.#isAside(method, options),
      canary: this.#canary(headers),
      ...(options.risk === true ? { risk: true } : {}),
      ...(body === undefined ? {} : { body: isText ? String(body) : JSON.stringify(body) }),
    }
    const answer = await this.#wire.client.send(call)
    if (this.#variable !== undefined) {
      const purpose = 'does the key still work?'
      const again = method === 'GET' ? () => this.#wire.client.send({ ...call, purpose }) : undefined
      await this.#wire.watch.seen(this.#variable, answer, again)
    }
    if (!isApart(answer, options)) this.#wire.client.publish(answer, { known: true })
    return answer
  }
}

/** Whether an answer says nothing of what the documents promise of all of them. */
function isApart(answer: Answer, { probe, apart, idempotencyKey }: CallOptions): boolean {
  if (apart === true || (probe === true && absence(answer) !== undefined)) return true
  // They know of no key: an invitation that fails under one is sent again without.
  const isInvitation = answer.exchange.operation === 'POST /v3/users'
  return isInvitation && idempotencyKey !== undefined && !succeeded(answer)
}
