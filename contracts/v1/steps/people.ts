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
import type { V1Callers } from './callers.ts'
import { Duplicates } from './duplicates.ts'
import { changers, isUnusual, type UnknownCaller } from './intruders.ts'
import type { Plenty } from './plenty.ts'
import { FLAWS, type Flaw, FURTHER_FLAWS, flawedRequest, soundRequest } from './requests.ts'

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

const WITH_CHARSET = 'application/json; charset=utf-8'

/** The users of a run whose creation is as documented; the last two where requests are plenty. */
export const PERSONS = ['resident', 'leaver', 'witness', 'long', 'labelled', 'spare', 'twin'] as const
export type Person = (typeof PERSONS)[number]

export class People {
  readonly duplicates: Duplicates
  readonly #asking: Asking
  readonly #callers: V1Callers
  readonly #guard: Guard
  readonly #plenty: Plenty
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
    plenty: Plenty,
    once: Memo,
    { emailDomain: domain, consistencyMs }: { emailDomain: string; consistencyMs: number },
  ) {
    this.#consistencyMs = consistencyMs
    this.#asking = new Asking(callers, guard, ledger, domain)
    this.#callers = callers
    this.#guard = guard
    this.#plenty = plenty
    this.#once = once
    this.#domain = domain
    const read = (...owners: Person[]): Promise<unknown> =>
      Promise.all(owners.map((owner) => this.shown(owner)))
    this.duplicates = new Duplicates(this.#asking, { of: (who) => this.person(who), read }, plenty, once)
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
      const labelled = await this.#asking.sound('labelled', { ...plain, contentType: WITH_CHARSET })
      if (!isRefusal(labelled.answer)) return { ...labelled, name }
      const again = await this.#asking.sound('unlabelled', plain)
      if (succeeded(again.answer)) this.#callers.deniedWrongly(labelled.answer)
      return { ...again, name }
    })
  }

  /** Somebody to whom odd requests are addressed. @throws Inconclusive where requests are counted */
  spare(): Promise<Creation> {
    return this.#once.do('v1 spare', async () => {
      await this.#inPlenty()
      return this.#asking.sound('spare', { role: 'member' })
    })
  }

  /**
   * Two equal creations at once; the name has doubled blanks.
   * @throws Inconclusive where requests are counted
   */
  twins(): Promise<Creation[]> {
    return this.#once.do('v1 twins', async () => {
      await this.#inPlenty()
      const fresh = this.#asking.fresh('twin')
      const named = { ...fresh, name: fresh.name.replaceAll(' ', '  ') }
      const request = soundRequest(named, 'member')
      const purpose = 'two equal creations at once'
      const ask = (): Promise<Creation> =>
        this.#asking.ask(this.#callers.manager, named, 'member', request, purpose)
      return Promise.all([ask(), ask()])
    })
  }

  /** Whoever came of two equal creations. */
  async twin(): Promise<Creation> {
    const asked = await this.twins()
    const made = asked.find(({ answer }) => succeeded(answer)) ?? asked[0]
    if (made === undefined) throw new Inconclusive('nobody was asked for twice at once')
    return made
  }

  /** A member asked for by who may not delete users. @throws Inconclusive where requests are counted */
  weak(): Promise<Creation> {
    return this.#once.do('v1 weak', async () => {
      await this.#inPlenty()
      const fresh = this.#asking.fresh('weak')
      const request = soundRequest(fresh, 'member')
      const purpose = 'creation by a caller who may not delete users'
      return this.#asking.ask(this.#callers.restricted, fresh, 'member', request, purpose)
    })
  }

  async #inPlenty(): Promise<void> {
    if (await this.#plenty.isGiven()) return
    throw new Inconclusive('requests are counted, so that nobody was created for this')
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

  /** Every way in which a creation can be flawed, as far as the run tries it. */
  async flaws(): Promise<readonly Flaw[]> {
    return [...FLAWS, ...(await this.#plenty.of(FURTHER_FLAWS))]
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
      const sound = soundRequest(fresh, 'member')
      const request = isUnusual(who) ? { ...sound, contentType: WITH_CHARSET } : sound
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

  /** The address of somebody who is there, asked for again as somebody else. */
  onceMore({ email, role }: Creation): Promise<Creation> {
    return this.#once.do(`v1 once more ${email}`, () => {
      const fresh = { ...this.#asking.fresh('once-more'), email }
      const request = soundRequest(fresh, role)
      const purpose = 'the address of somebody who was created again'
      return this.#asking.ask(this.#callers.manager, fresh, role, request, purpose)
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
      this.weak(),
      this.#allOf(this.flaws(), (flaw) => this.flawed(flaw)),
      this.#allOf(this.changers(), (who) => this.byUnknown(who)),
    ])
  }

  /** Everybody without a valid token who tries to change something. */
  changers(): Promise<readonly UnknownCaller[]> {
    return changers(this.#plenty, (who) => this.#callers.canBe(who))
  }

  async #allOf<T>(items: Promise<readonly T[]>, ask: (item: T) => Promise<unknown>): Promise<void> {
    await Promise.allSettled((await items).map(ask))
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
