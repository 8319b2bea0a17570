/** The users whom a run asks for, rightly and wrongly; each request is made once and serves every check. */

import { eventually } from '../../../helpers/http/eventually.ts'
import { isForExamples } from '../../../helpers/safety/example-domains.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger } from '../../../helpers/safety/ledger.ts'
import { asWord } from '../../../helpers/safety/names.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { idOf, userOf, type V1User } from '../client/user.ts'
import { Asking, type Creation, needed } from './asking.ts'
import { CHANGING_CALLERS, type UnknownCaller, type V1Callers } from './callers.ts'
import { Duplicates } from './duplicates.ts'
import { FLAWS, type Flaw, flawedRequest, soundRequest } from './requests.ts'

export { type Creation, needed } from './asking.ts'

/** A user read by its id. */
export interface Shown {
  id: string
  get: Answer
  /** Undefined when the answer shows none. */
  user: V1User | undefined
}

/** How a target may say that there is no room for another user. */
const NO_ROOM = [402, 403, 422]

/** The users of a run whose creation is as documented. */
export const PERSONS = ['resident', 'leaver', 'witness', 'long', 'labelled'] as const
export type Person = (typeof PERSONS)[number]

export class People {
  /** Every way in which a creation can be flawed. */
  readonly flaws = FLAWS
  readonly duplicates: Duplicates
  readonly #asking: Asking
  readonly #callers: V1Callers
  readonly #guard: Guard
  readonly #once: Memo
  readonly #domain: string
  /** Ids under which somebody was read. */
  readonly #read = new Set<string>()
  readonly #consistencyMs: number
  /** Whether somebody new was found only after a while. */
  wasLate = false
  #chosen: { id: string; status: string } | undefined

  constructor(
    callers: V1Callers,
    guard: Guard,
    ledger: Ledger,
    once: Memo,
    { emailDomain: domain, consistencyMs }: { emailDomain: string; consistencyMs: number },
  ) {
    this.#consistencyMs = consistencyMs
    this.#asking = new Asking(callers, guard, ledger, domain)
    this.#callers = callers
    this.#guard = guard
    this.#once = once
    this.#domain = domain
    const read = (): Promise<unknown> => Promise.all([this.shown('leaver'), this.shown('witness')])
    this.duplicates = new Duplicates(
      this.#asking,
      { resident: () => this.resident(), leaver: () => this.leaver(), witness: () => this.witness(), read },
      once,
    )
  }

  /** Everything that was asked for and answered so far. */
  get answered(): readonly Creation[] {
    return this.#asking.answered
  }

  /** What the curious request tries to choose. */
  get chosen(): { id: string; status: string } {
    this.#chosen ??= { id: this.#guard.unknownV1Id('chosen by the client'), status: 'inactive' }
    return this.#chosen
  }

  /** A member, asked for as in the documented example. Stays to the end. */
  resident(): Promise<Creation> {
    return this.#once.do('v1 resident', async () => {
      const resident = await this.#asking.sound('resident', { role: 'member' })
      if (!this.#mayBeOfDomain(resident.answer)) this.#callers.deniedWrongly(resident.answer)
      return resident
    })
  }

  /**
   * Whether a creation with data like those of the documents came to something.
   * @throws Inconclusive where it may be the domain of its address that is refused
   */
  async plainly(): Promise<void> {
    const { answer } = await this.resident()
    if (!this.#mayBeOfDomain(answer)) return
    throw new Inconclusive(
      `data like those of the documents are refused (${answer.status}), perhaps for the domain of the address: set EMAIL_DOMAIN to one that this target takes`,
    )
  }

  /**
   * Whether what an answer refuses is taken elsewhere.
   * @throws Inconclusive where sound creations are refused with the same status, as by who has no room
   */
  async hasRoom({ status }: Answer): Promise<void> {
    if (!NO_ROOM.includes(status)) return
    const sound = await Promise.allSettled([this.resident(), this.curious(), this.long()])
    if (!sound.some((one) => one.status === 'fulfilled' && one.value.answer.status === status)) return
    throw new Inconclusive(
      `sound creations are refused with ${status} as well, perhaps because there is no room for another user`,
    )
  }

  #mayBeOfDomain(answer: Answer): boolean {
    return refusesData(answer) && isForExamples(this.#domain)
  }

  /** An admin; the request has an id and a status that are not for the client to choose. */
  curious(): Promise<Creation> {
    return this.#once.do('v1 curious', () =>
      this.#asking.sound('curious', { role: 'admin', data: 'scripts', members: this.chosen }),
    )
  }

  /** Who is deleted in the end: the curious admin, or another one; a member where there are no new admins. */
  leaver(): Promise<Creation> {
    return this.#once.do('v1 leaver', async () => {
      const curious = await this.curious()
      if (succeeded(curious.answer)) return curious
      const admin = await this.#asking.varied('leaver', { role: 'admin', data: 'scripts' })
      return succeeded(admin.answer) ? admin : this.#asking.sound('leaver-member', { role: 'member' })
    })
  }

  /** A request without a role, which may be refused. */
  roleless(): Promise<Creation> {
    return this.#once.do('v1 roleless', () =>
      this.#asking.sound('roleless', { role: 'member', data: 'marks', members: { role: undefined } }),
    )
  }

  /** Whom unknown callers try to delete: the one without a role where that is accepted. */
  witness(): Promise<Creation> {
    return this.#once.do('v1 witness', async () => {
      const roleless = await this.roleless()
      if (succeeded(roleless.answer)) return roleless
      return this.#asking.varied('witness', { role: 'member', data: 'marks' })
    })
  }

  /** An admin with a long name; a member where there are no new admins. */
  long(): Promise<Creation> {
    return this.#once.do('v1 long', async () => {
      const admin = await this.#asking.varied('long', { role: 'admin', data: 'long' })
      return succeeded(admin.answer) ? admin : this.#asking.sound('long-member', { role: 'member' })
    })
  }

  /** A member of the resident's name, asked for with a charset beside the media type. */
  labelled(): Promise<Creation> {
    return this.#once.do('v1 labelled', async () => {
      const { name } = await this.resident()
      const plain = { role: 'member', members: { name } }
      const contentType = 'application/json; charset=utf-8'
      const labelled = await this.#asking.sound('labelled', { ...plain, contentType })
      if (!isRefusal(labelled.answer)) return { ...labelled, name }
      const again = await this.#asking.sound('unlabelled', plain)
      if (succeeded(again.answer)) this.#callers.deniedWrongly(labelled.answer)
      return { ...again, name }
    })
  }

  /** One of the users of the run. */
  person(who: Person): Promise<Creation> {
    return this[who]()
  }

  /** Those of them whose creation succeeded. */
  async made(): Promise<{ who: Person; creation: Creation }[]> {
    const asked = await Promise.allSettled(PERSONS.map((who) => this.person(who)))
    return asked.flatMap((one, index) => {
      const who = PERSONS[index]
      const isMade = one.status === 'fulfilled' && succeeded(one.value.answer)
      return isMade && who !== undefined ? [{ who, creation: one.value }] : []
    })
  }

  /** The resident's address once more, with another name and the leaver's role. */
  duplicate(): Promise<Creation> {
    return this.duplicates.of('member')
  }

  /** A creation with one flaw. */
  flawed(flaw: Flaw): Promise<Creation> {
    return this.#once.do(`v1 creation ${flaw}`, async () => {
      const fresh = this.#asking.fresh(flaw)
      const request = flawedRequest(flaw, fresh)
      const named = { ...fresh, email: request.email ?? fresh.email }
      const purpose = `creation with flaw: ${flaw}`
      return this.#asking.ask(this.#callers.manager, named, 'member', request, purpose, flaw)
    })
  }

  /** A sound creation by somebody whom the target must not serve. */
  byUnknown(who: UnknownCaller): Promise<Creation> {
    return this.#once.do(`v1 creation by ${who}`, async () => {
      const fresh = this.#asking.fresh(who.toLowerCase().replaceAll(' ', '-'))
      const request = soundRequest(fresh, 'member')
      const purpose = 'creation by an unknown caller'
      return this.#asking.ask(this.#callers.unknown(who), fresh, 'member', request, purpose)
    })
  }

  /** A sound creation of an address that somebody else had before, with the other role. */
  again({ email, role }: Pick<Creation, 'email' | 'role'>): Promise<Creation> {
    return this.#once.do(`v1 again ${email}`, () => {
      const fresh = { ...this.#asking.fresh('again'), email }
      const other = role === 'admin' ? 'member' : role
      const request = soundRequest(fresh, other)
      return this.#asking.ask(this.#callers.manager, fresh, other, request, 'the address of a deleted user')
    })
  }

  /** A member for an attempt that is repeated on a user of its own. */
  victim(slug: string): Promise<Creation> {
    return this.#once.do(`v1 victim ${slug}`, () =>
      this.#asking.sound(`victim-${slug.toLowerCase().replaceAll(' ', '-')}`, { role: 'member' }),
    )
  }

  /** A member beside whom somebody is removed; some of them have one name. */
  bystander(slug: string, namesake: boolean): Promise<Creation> {
    const members = namesake
      ? {
          name: `${this.#guard.chance.for('namesake').of(['Alex', 'Chris', 'Robin', 'Sam', 'Kim'])} ${asWord(this.#guard.tag)}`,
        }
      : {}
    return this.#once.do(`v1 bystander ${slug}`, () => this.#asking.sound(slug, { role: 'member', members }))
  }

  /** Waits until every creation of the run, the last one aside, has been answered or given up. */
  async settled(): Promise<void> {
    this.#guard.requires('disposable')
    await Promise.allSettled([
      ...PERSONS.map((who) => this.person(who)),
      this.duplicates.all(),
      ...FLAWS.map((flaw) => this.flawed(flaw)),
      ...CHANGING_CALLERS.map((who) => this.byUnknown(who)),
    ])
  }

  /**
   * A user of the run read by its id, before anything was done about it; the resident after its address was asked
   * for again.
   * @throws Inconclusive where there is no such user
   */
  shown(who: Person): Promise<Shown> {
    return this.#once.do(`v1 ${who} shown`, async () => {
      const creation = await needed(this.person(who))
      if (who !== 'resident') return this.show(creation, 'read a new user')
      await this.duplicates.of('member again')
      return this.show(creation, 'read the user whose address was asked for again')
    })
  }

  /** The leaver read by its id, before anything was done about it. */
  leaverShown(): Promise<Shown> {
    return this.shown('leaver')
  }

  /** The resident read by its id, after its address was asked for again. */
  residentShown(): Promise<Shown> {
    return this.shown('resident')
  }

  /**
   * Reads a user who should be there, and once more where nobody is found. Whoever was read before is denied by a slip
   * then, which is noted; whoever is new may show late.
   */
  async read(id: string, purpose: string): Promise<Answer> {
    const { manager } = this.#callers
    const answer = await manager.get(id, { purpose })
    if (answer.status !== 404) return this.#remembered(id, answer)
    const again = (): Promise<Answer> => manager.get(id, { purpose: `${purpose}, once more` })
    if (this.#read.has(id)) {
      const second = await again()
      if (succeeded(second)) this.#callers.deniedWrongly(answer)
      return second
    }
    let asked = 0
    const found = await eventually(
      () => (asked++ === 0 ? Promise.resolve(answer) : again()),
      ({ status }) => status !== 404,
      (shown) => [shown],
      this.#consistencyMs,
    )
    if (succeeded(found)) this.wasLate = true
    return this.#remembered(id, found)
  }

  #remembered(id: string, answer: Answer): Answer {
    if (succeeded(answer)) this.#read.add(id)
    return answer
  }

  /** The user made by a creation, read by the id in its answer. */
  async show({ answer }: Creation, purpose: string): Promise<Shown> {
    const id = idOf(userOf(answer))
    if (id === undefined) throw new Inconclusive('the answer to the creation has no id to read the user by')
    const get = await this.read(id, purpose)
    const user = userOf(get)
    if (user) this.#guard.confirm('v1', { ...user, id })
    return { id, get, user }
  }
}

/** A refusal of what the request holds, and not of who sends it. */
function refusesData({ status }: Answer): boolean {
  return status === 400 || status === 422
}
