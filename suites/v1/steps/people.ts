/** The users whom a run asks for, rightly and wrongly; each request is made once and serves every check. */

import { untilSeen } from '../../../helpers/http/ambiguous-write.ts'
import { isForExamples } from '../../../helpers/safety/example-domains.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger } from '../../../helpers/safety/ledger.ts'
import { asWord } from '../../../helpers/safety/names.ts'
import type { Once } from '../../../helpers/suite/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { CreateRequest, V1Caller } from '../client/caller.ts'
import { idOf, userOf, type V1User } from '../client/user.ts'
import { UNKNOWN_CALLERS, type UnknownCaller, type V1Callers } from './callers.ts'
import { FLAWS, type Flaw, type Fresh, flawedRequest, soundRequest } from './requests.ts'

/** A creation that was asked for, and what came back. */
export interface Creation {
  /** The address and the name by which the user would be recognised. */
  email: string
  name: string
  role: string
  answer: Answer
  /** What was wrong with it on purpose. */
  flaw?: Flaw
}

/** A user read by its id. */
export interface Shown {
  id: string
  get: Answer
  /** Undefined when the answer shows none. */
  user: V1User | undefined
}

/** What an unknown caller tries: creations are refused whatever the scheme is called. */
type Intruder = Exclude<UnknownCaller, 'bare'>
const INTRUDERS = UNKNOWN_CALLERS.filter((who): who is Intruder => who !== 'bare')

export class People {
  /** Every way in which a creation can be flawed. */
  readonly flaws = FLAWS
  readonly #callers: V1Callers
  readonly #guard: Guard
  readonly #ledger: Ledger
  readonly #once: Once
  readonly #domain: string
  #chosen: { id: string; status: string } | undefined

  constructor(callers: V1Callers, guard: Guard, ledger: Ledger, once: Once, domain: string) {
    this.#callers = callers
    this.#guard = guard
    this.#ledger = ledger
    this.#once = once
    this.#domain = domain
  }

  /** What the curious request tries to choose. */
  get chosen(): { id: string; status: string } {
    this.#chosen ??= { id: this.#guard.unknownV1Id(), status: 'inactive' }
    return this.#chosen
  }

  /** A member, asked for as in the documented example. Stays to the end. */
  resident(): Promise<Creation> {
    return this.#once.do('v1 resident', async () => {
      const varied = await this.#sound('resident', 'member', {}, 'Zoë Ünal')
      // Letters that a target does not take are its own business: what the documents show is asked for next.
      const resident = refusesData(varied.answer) ? await this.#sound('resident', 'member') : varied
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

  #mayBeOfDomain(answer: Answer): boolean {
    return refusesData(answer) && isForExamples(this.#domain)
  }

  /** An admin; the request has an id and a status that are not for the client to choose. */
  curious(): Promise<Creation> {
    return this.#once.do('v1 curious', () => this.#sound('curious', 'admin', this.chosen))
  }

  /** Who is deleted in the end: the curious admin, or another one; a member where there are no new admins. */
  leaver(): Promise<Creation> {
    return this.#once.do('v1 leaver', async () => {
      const curious = await this.curious()
      if (succeeded(curious.answer)) return curious
      const admin = await this.#sound('leaver', 'admin')
      return succeeded(admin.answer) ? admin : this.#sound('leaver-member', 'member')
    })
  }

  /** A request without a role, which may be refused. */
  roleless(): Promise<Creation> {
    return this.#once.do('v1 roleless', () => this.#sound('roleless', 'member', { role: undefined }))
  }

  /** Whom unknown callers try to delete: the one without a role where that is accepted. */
  witness(): Promise<Creation> {
    return this.#once.do('v1 witness', async () => {
      const roleless = await this.roleless()
      return succeeded(roleless.answer) ? roleless : this.#sound('witness', 'member')
    })
  }

  /** The resident's address once more, with another name and the leaver's role. */
  duplicate(): Promise<Creation> {
    return this.#once.do('v1 duplicate', async () => {
      const [{ email }, { role }] = [await needed(this.resident()), await this.leaver()]
      const fresh = { ...this.#fresh('duplicate'), email }
      const request = soundRequest(fresh, role)
      return this.#ask(this.#callers.manager, fresh, role, request, 'a taken address, another name and role')
    })
  }

  /** A creation with one flaw. */
  flawed(flaw: Flaw): Promise<Creation> {
    return this.#once.do(`v1 creation ${flaw}`, async () => {
      const fresh = this.#fresh(flaw)
      const request = flawedRequest(flaw, fresh)
      const email = request.email ?? fresh.email
      return this.#ask(
        this.#callers.manager,
        { ...fresh, email },
        'member',
        request,
        `creation with flaw: ${flaw}`,
        flaw,
      )
    })
  }

  /** A sound creation by somebody whom the target must not serve. */
  byUnknown(who: Intruder): Promise<Creation> {
    return this.#once.do(`v1 creation by ${who}`, async () => {
      const fresh = this.#fresh(who)
      return this.#ask(
        this.#callers.unknown(who),
        fresh,
        'member',
        soundRequest(fresh, 'member'),
        'creation by an unknown caller',
      )
    })
  }

  /** A sound creation of an address that somebody else had before. */
  again(email: string): Promise<Creation> {
    return this.#once.do(`v1 again ${email}`, () => {
      const fresh = { ...this.#fresh('again'), email }
      const request = soundRequest(fresh, 'member')
      return this.#ask(this.#callers.manager, fresh, 'member', request, 'the address of a deleted user')
    })
  }

  /** A member for an attempt that is repeated on a user of its own. */
  victim(slug: string): Promise<Creation> {
    return this.#once.do(`v1 victim ${slug}`, () => this.#sound(`victim-${slug}`, 'member'))
  }

  /** Waits until every creation of the run, the last one aside, has been answered or given up. */
  async settled(): Promise<void> {
    this.#guard.requires('disposable')
    await Promise.allSettled([
      this.resident(),
      this.leaver(),
      this.witness(),
      this.duplicate(),
      ...FLAWS.map((flaw) => this.flawed(flaw)),
      ...INTRUDERS.map((who) => this.byUnknown(who)),
    ])
  }

  /** Everything that was asked for and answered so far. */
  readonly answered: Creation[] = []

  /** The leaver read by its id, before anything was done about it. */
  leaverShown(): Promise<Shown> {
    return this.#once.do('v1 leaver shown', async () =>
      this.show(await needed(this.leaver()), 'read the new user'),
    )
  }

  /** The resident read by its id, after its address was asked for again. */
  residentShown(): Promise<Shown> {
    return this.#once.do('v1 resident shown', async () => {
      const resident = await needed(this.resident())
      await this.duplicate()
      return this.show(resident, 'read the user whose address was asked for again')
    })
  }

  /** Reads a user who should be there; one answer that denies it may be a slip, which is noted. */
  async read(id: string, purpose: string): Promise<Answer> {
    const { manager } = this.#callers
    const answer = await manager.get(id, { purpose })
    if (answer.status !== 404) return answer
    const again = await manager.get(id, { purpose: `${purpose}, once more` })
    if (succeeded(again)) this.#callers.deniedWrongly(answer)
    return again
  }

  /** The user made by a creation, read by the id in its answer. */
  async show({ answer }: Creation, purpose: string): Promise<Shown> {
    const id = idOf(userOf(answer))
    if (id === undefined) throw new Inconclusive('the answer to the creation has no id to read the user by')
    const get = await this.read(id, purpose)
    const user = userOf(get)
    if (user) this.#guard.confirm(id, user.email, user.name)
    return { id, get, user }
  }

  /** @param person the name, where it is not to be like those of the documents */
  #sound(slug: string, role: string, members: object = {}, person?: string): Promise<Creation> {
    this.#guard.requires('disposable')
    // Where a creation counted but its answer is lost, another address is asked for; the clean-up finds both.
    return untilSeen(() => {
      const fresh = this.#fresh(slug)
      const named = person === undefined ? fresh : { ...fresh, name: `${person} ${asWord(this.#guard.tag)}` }
      const request = soundRequest(named, role, members)
      return this.#ask(this.#callers.manager, named, role, request, `creation: ${slug}`)
    })
  }

  async #ask(
    caller: V1Caller,
    { email, name }: Fresh,
    role: string,
    request: CreateRequest,
    purpose: string,
    flaw?: Flaw,
  ): Promise<Creation> {
    if (request.email !== undefined) this.#callers.expectName(request.email, !flaw?.startsWith('name-'))
    const answer = await caller.create(request, { purpose })
    const id = idOf(userOf(answer))
    if (request.email !== undefined && id !== undefined) this.#ledger.created('v1', request.email, id)
    const creation = { email, name, role, answer, ...(flaw === undefined ? {} : { flaw }) }
    this.answered.push(creation)
    return creation
  }

  #fresh(slug: string): Fresh {
    const { tag } = this.#guard
    return { email: this.#guard.email(slug, this.#domain), name: this.#guard.name(), tag }
  }
}

/** A refusal of what the request holds, and not of who sends it. */
function refusesData({ status }: Answer): boolean {
  return status === 400 || status === 422
}

/** @throws Inconclusive when the creation did not succeed */
export async function needed(creation: Promise<Creation>): Promise<Creation> {
  const made = await creation
  if (!succeeded(made.answer)) {
    throw new Inconclusive(
      `there is no user to work with: the ${made.answer.exchange.purpose} was answered ${made.answer.status}`,
    )
  }
  return made
}
