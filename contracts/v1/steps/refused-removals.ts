/**
 * Removals by a caller who may not, in further forms: with a body, of somebody of that caller's own, of whoever is gone
 * or never was. What must not have come of them is looked at once, before anybody is removed by who may.
 */
import { eventually } from '../../../helpers/http/eventually.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { V1Caller } from '../client/caller.ts'
import type { CallOptions } from '../client/requests.ts'
import type { V1User } from '../client/user.ts'
import type { V1Callers } from './callers.ts'
import type { CensusTaker, Subject } from './census.ts'
import type { Directory } from './directory.ts'
import { needed, type People } from './people.ts'
import type { Plenty } from './plenty.ts'

/** A removal that was answered. */
export interface Removal {
  subject: Subject
  answer: Answer
  /** How it may be refused where that is not by 403 alone. */
  refusal?: { status: number | number[]; soft?: number[] }
}

/** Somebody who was to be left alone: as they read before, and afterwards. */
export interface Kept {
  before: V1User | undefined
  get: Answer
}

/** What all removals share. */
export interface RemovalParts {
  callers: V1Callers
  people: People
  directory: Directory
  census: CensusTaker
  guard: Guard
  plenty: Plenty
  once: Memo
  /** How long a removal may take to show, in milliseconds. */
  consistencyMs: number
}

/** What was removed by who may, and tried on an admin by who may not. */
interface Beside {
  gone(): Promise<Answer>
  real(): Promise<Removal>
  admin(): Promise<Removal>
}

/** A body that no page has: it gives nobody a right, and may be refused for being there. */
const BODY = { contentType: 'application/json', text: '{"force":true}' }
const REFUSED_BODY = { status: 403, soft: [400, 411, 413, 415, 422] }
/** Schemes have no letter case, but nobody says so in the documents. */
const REFUSED_SCHEME = { status: 403, soft: [401, 400] }
const REFUSED_OR_NOBODY = { status: [403, 404] }

export class RefusedRemovals {
  readonly #parts: RemovalParts
  readonly #beside: Beside

  constructor(parts: RemovalParts, beside: Beside) {
    this.#parts = parts
    this.#beside = beside
  }

  /** All of them, those that could be asked for; none where requests are counted. */
  all(): Promise<Removal[]> {
    const { once, plenty } = this.#parts
    return once.do('v1 further forbidden removals', async () => {
      if (!(await plenty.isGiven())) return []
      const asked = await Promise.allSettled([
        this.#ofLabelled({ body: BODY }, REFUSED_BODY),
        this.#ofLabelled({}, REFUSED_SCHEME, this.#parts.callers.restrictedInSmallLetters),
        this.#ofOwn(),
        this.#ofUnknown(),
        this.#ofRemoved(),
      ])
      return asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    })
  }

  /** Those whom they named, read before they are removed by who may. */
  kept(): Promise<Kept[]> {
    const { once, plenty, people, census } = this.#parts
    return once.do('v1 read after further forbidden removals', async () => {
      if (!(await plenty.isGiven())) return []
      const [admin, all] = await Promise.allSettled([this.#beside.admin(), this.all()])
      // Whom a removal that was not refused has taken away is nobody to be looked for.
      const tried = [
        ...(admin.status === 'fulfilled' ? [admin.value] : []),
        ...(all.status === 'fulfilled' ? all.value : []),
      ]
      const taken = new Set(tried.flatMap(({ subject, answer }) => (succeeded(answer) ? subject.id : [])))
      const read = await Promise.allSettled([
        ...(['long', 'labelled'] as const).map(async (who) => {
          const { id } = await census.subject(who)
          const { user } = await people.shown(who)
          return { id, user }
        }),
        this.weak(),
      ])
      const there = read.flatMap((one) =>
        one.status === 'fulfilled' && !taken.has(one.value.id) ? [one.value] : [],
      )
      return Promise.all(
        there.map(async ({ id, user }) => ({ before: user, get: await people.read(id, PURPOSE) })),
      )
    })
  }

  /** Whom the caller who may not delete users has created. @throws Inconclusive where there is nobody */
  weak(): Promise<{ id: string; email: string; user: V1User | undefined }> {
    const { once, people, guard } = this.#parts
    return once.do('v1 weak shown', async () => {
      const creation = await needed(people.weak())
      const { id, user } = await people.show(creation, 'read a user whom another caller created')
      if (!guard.isOwn(id)) throw new Inconclusive('the target shows no such user')
      return { id, email: creation.email, user }
    })
  }

  /** Somebody who was removed, read by everybody else; by nobody where requests are counted. */
  readsOfRemoved(): Promise<Answer[]> {
    const { once, plenty, callers } = this.#parts
    return once.do('v1 reads of somebody removed by others', async () => {
      if (!(await plenty.isGiven())) return []
      const id = await this.#removed()
      const others = [() => callers.restrictedUnproven, () => callers.unknown('nobody')]
      const purpose = 'read after the removal, by another caller'
      const read = await Promise.allSettled(
        others.map(async (caller) =>
          goneAfter(() => caller().get(id, { purpose }), this.#parts.consistencyMs),
        ),
      )
      return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    })
  }

  async #ofLabelled(
    options: Partial<CallOptions>,
    refusal: Removal['refusal'],
    caller: V1Caller = this.#parts.callers.restricted,
  ): Promise<Removal> {
    return this.#ask(await this.#parts.census.subject('labelled'), refusal, options, caller)
  }

  async #ofOwn(): Promise<Removal> {
    return this.#ask(await this.weak(), undefined)
  }

  async #ofUnknown(): Promise<Removal> {
    return this.#ask({ id: await this.#parts.directory.unknownId(), email: '' }, REFUSED_OR_NOBODY)
  }

  async #ofRemoved(): Promise<Removal> {
    return this.#ask({ id: await this.#removed(), email: '' }, REFUSED_OR_NOBODY)
  }

  /** @throws Inconclusive where nobody is gone */
  async #removed(): Promise<string> {
    if (succeeded(await this.#beside.gone())) throw new Inconclusive('the removal had no effect')
    return (await this.#beside.real()).subject.id
  }

  async #ask(
    { id, email }: Subject,
    refusal: Removal['refusal'],
    options: Partial<CallOptions> = {},
    caller: V1Caller = this.#parts.callers.restricted,
  ): Promise<Removal> {
    const purpose = 'removal by a caller who may not'
    const answer = await caller.remove(id, { purpose, ...options })
    return { subject: { id, email }, answer, ...(refusal === undefined ? {} : { refusal }) }
  }
}

/** Reads somebody who was removed until that shows, or the time for it is over. */
export function goneAfter(read: () => Promise<Answer>, consistencyMs: number): Promise<Answer> {
  return eventually(
    read,
    (answer) => !succeeded(answer),
    (answer) => [answer],
    consistencyMs,
  )
}

const PURPOSE = 'read after the forbidden removal'
