/** A client of the v1 contract that speaks as one caller. */
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
import type { V1Operation } from '../pages.ts'
import { wasCreated, wasDeleted } from './ambiguous-write.ts'
import type { CallOptions, CreateRequest, Credential, ListQuery } from './requests.ts'
import { idOf, userOf } from './user.ts'

/** What every caller of a run shares. */
export interface V1Wire {
  client: Client
  guard: Guard
  ledger: Ledger
  /** Looks after the credentials of the configuration. */
  watch: CredentialWatch
  /** Keeps credentials of other organizations from changing anything. */
  others: SecondCredentials
  /** Everybody with whose token somebody was created. */
  makers: Set<V1Caller>
  /** Who can see what a lost change has done. */
  manager: () => V1Caller
  /** Looks at every answer for what it says of the target as a whole. */
  heed: (answer: Answer) => void
}

export class V1Caller {
  /** Who speaks, as evidence names it. */
  readonly name: string
  readonly #wire: V1Wire
  readonly #credential: Credential

  constructor(wire: V1Wire, name: string, credential: Credential) {
    this.#wire = wire
    this.name = name
    this.#credential = credential
  }

  list(query: ListQuery, options: CallOptions): Promise<Answer> {
    const list = this.#list(query, options)
    return Object.keys(query).length === 0 ? this.#wire.others.listing(this.#credential.variable, list) : list
  }

  async #list(query: ListQuery, options: CallOptions): Promise<Answer> {
    const parameters = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) {
      for (const one of [value ?? []].flat()) parameters.append(name, String(one))
    }
    const text = parameters.size === 0 ? '' : `?${parameters}`
    const answer = await this.#send('GET /api/v1/users', 'GET', text, options)
    this.#wire.client.publish(answer, { known: this.#credential.known, query })
    return answer
  }

  async get(id: string, options: CallOptions): Promise<Answer> {
    const part = options.raw === true ? id : segment(id)
    const path = `/${part}${queryPart(options.query)}`
    const answer = await this.#send('GET /api/v1/users/{id}', 'GET', path, options)
    if (this.#credential.known) noted(this.#wire.guard, id, answer, userOf(answer))
    this.#wire.client.publish(answer, { known: this.#credential.known, silent: options.silent ?? false })
    return answer
  }

  /** Asks for a user; the address goes into the journal before the request leaves. */
  async create({ text, contentType, email }: CreateRequest, options: CallOptions): Promise<Answer> {
    const { client, guard, ledger, manager } = this.#wire
    guard.requires('disposable')
    await this.#admitted()
    const before = email !== undefined && mayBeThere(ledger, { contract: 'v1', email }, guard)
    if (email !== undefined) ledger.planned('v1', email)
    const body = {
      ...(contentType === undefined ? {} : { contentType }),
      ...(text === undefined ? {} : { text }),
    }
    const isFirst = email !== undefined && !before
    const created = sendOnce(
      () => this.#send('POST /api/v1/users', 'POST', '', options, body),
      () => wasCreated(manager(), email, before, (user) => isUnplanned(user, guard, ledger)),
      (again) => isFirst && again.status === CONFLICT,
    )
    const answer = await (isFirst
      ? madeUnseen(created, () => ledger.created('v1', email, undefined))
      : created)
    client.publish(answer, { known: this.#credential.known })
    const user = userOf(answer)
    if (succeeded(answer)) this.#wire.makers.add(this)
    if (isRefusal(answer) && email !== undefined) ledger.refused('v1', email)
    // Whoever may have been made is written down, also where nobody should have been.
    if (succeeded(answer) && email === undefined) ledger.createdUnasked('v1', user ?? {})
    else if (succeeded(answer) && email !== undefined) ledger.created('v1', email, idOf(user))
    return answer
  }

  /** Everybody with whose token somebody was created in this run. */
  get makers(): readonly V1Caller[] {
    return [...this.#wire.makers]
  }

  /** @throws Inconclusive where the token belongs to another organization: whoever came of a change there would stay */
  async #admitted(): Promise<void> {
    const { variable } = this.#credential
    if (variable === undefined || this.name === this.#wire.manager().name) return
    await this.#wire.others.admit(variable, 'ACCESS_TOKEN', () =>
      this.list({}, { purpose: 'does this token belong to the same organization?' }),
    )
  }

  async remove(id: string, options: CallOptions): Promise<Answer> {
    const { guard, manager } = this.#wire
    guard.beforeRemoval(id, false)
    const path = `/${segment(id)}${queryPart(options.query)}`
    const isGone = guard.isGone(id) || guard.isUnseen(id)
    const removal = sendOnce(
      () => this.#send('DELETE /api/v1/users/{id}', 'DELETE', path, options, options.body),
      async () => (await wasDeleted(manager(), id)) && !isGone,
    )
    const answer = await knownAsGone(guard, id, removal)
    this.#wire.client.publish(answer, { known: this.#credential.known, silent: options.silent ?? false })
    return answer
  }

  /** A read of nobody: what tells whether the target answers anything while it does not answer this. */
  #canary(headers: Record<string, string>): Call {
    return {
      contract: 'v1',
      operation: 'GET /api/v1/users/{id}',
      caller: this.name,
      purpose: CANARY_PURPOSE,
      method: 'GET',
      path: `/api/v1/users/${this.#wire.guard.unknownV1Id('canary')}`,
      headers,
    }
  }

  async #send(
    operation: V1Operation,
    method: Call['method'],
    suffix: string,
    options: CallOptions,
    body: { contentType?: string; text?: string } = {},
  ): Promise<Answer> {
    const headers: Record<string, string> = {}
    if (this.#credential.authorization !== undefined) headers.authorization = this.#credential.authorization
    if (body.contentType !== undefined) headers['content-type'] = body.contentType
    const call: Call = {
      contract: 'v1',
      operation,
      caller: this.name,
      purpose: options.purpose,
      method,
      path: `/api/v1/users${suffix}`,
      headers,
      patient: options.patient ?? false,
      canary: this.#canary(headers),
      ...(body.text === undefined ? {} : { body: body.text }),
    }
    const answer = await this.#wire.client.send(call)
    this.#wire.heed(answer)
    const { variable } = this.#credential
    if (variable !== undefined) {
      const purpose = 'does the token still work?'
      const again = method === 'GET' ? () => this.#wire.client.send({ ...call, purpose }) : undefined
      await this.#wire.watch.seen(variable, answer, again)
    }
    return answer
  }
}
