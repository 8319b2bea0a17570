/** Tells a story of v3: sends its steps one after another and holds every answer against who is there. */
import { asWord } from '../../../helpers/safety/names.ts'
import {
  combiningName,
  longName,
  markedName,
  nameOfScripts,
  variedSuffix,
} from '../../../helpers/safety/varied-names.ts'
import { type Stage, Teller } from '../../../language/deep/teller.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { must } from '../../../model/finding.ts'
import type { V3Caller } from '../client/caller.ts'
import type { RemovalBody } from '../client/requests.ts'
import { byId, idOf, userOf, usersOf } from '../client/user.ts'
import type { V3Callers } from '../steps/callers.ts'
import { hasKey, invalid, invitation, list, may, read, refusal, removal } from './judge.ts'
import { People, type Person } from './people.ts'
import type { V3Step, Who } from './steps.ts'

/** What stories of one run share. */
export interface V3Stage extends Stage {
  callers: V3Callers
  /** Whether somebody for billing is among them who is what the configuration says. */
  hasBilling: boolean
}

/** Names of each kind. */
const VARIED = { marked: markedName, scripts: nameOfScripts, long: longName, combining: combiningName }

const BODIES: Record<string, RemovalBody | undefined> = {
  documented: { sandbox: false },
  empty: {},
  none: undefined,
  'unknown member': { sandbox: false, reason: 'no longer here' },
}

export class V3Story extends Teller<V3Step> {
  declare protected readonly stage: V3Stage
  readonly #people = new People()

  protected override async step(step: V3Step): Promise<void> {
    switch (step.do) {
      case 'invite':
        return this.#invite(step)
      case 'get':
        return this.#get(step)
      case 'list':
        return this.#list(step.who, step.inProfile ? this.#profileId : undefined)
      case 'remove':
        return this.#remove(step)
      case 'wrong':
        return this.#wrong(step)
      case 'invite twice':
        return this.#inviteTwice()
      case 'remove twice':
        return this.#removeAtOnce(step.person, (person) => this.#removal('admin', person, { sandbox: false }))
      case 'read while removing':
        return this.#removeAtOnce(step.person, (person) => this.#read('admin', person))
    }
  }

  async #invite(step: Extract<V3Step, { do: 'invite' }>): Promise<void> {
    const caller = this.#caller(step.who)
    const isReal = step.who === 'admin' && !step.sandbox
    if (!caller || (isReal && this.stage.isFull)) return
    const profileId = step.inProfile ? this.#profileId : undefined
    const isNew = step.who !== 'admin' || step.address === 'new' || step.address === 'plus'
    const known = isNew ? undefined : this.#known(step.address, profileId)
    const looks = this.#looks(step, profileId)
    const asked = { ...looks, ...(known === undefined ? {} : { email: known.email }), role: step.role }
    const { sandbox, charset } = step
    const body = { ...asked, ...(sandbox ? { sandbox } : {}) }
    const ask = (sent: typeof body): Promise<Answer> =>
      this.sent(caller.invite(sent, { purpose: this.purpose('invite'), charset, ...scope(profileId) }))
    let answer = await ask(body)
    const isInherited = isReal && known === undefined && isRefusal(answer) && answer.status !== 409
    // What a target has against names and addresses is its own business: plain ones take their place.
    if (isInherited && (step.look !== 'plain' || step.address === 'plus')) {
      Object.assign(
        asked,
        this.#looks({ ...step, look: 'plain', address: 'new', namesake: false }, profileId),
      )
      answer = await ask({ ...body, ...asked })
    }
    if (!isReal) return this.#notInvited(step, answer, asked.email, profileId)
    if (known?.person && !known.person.isGone) return this.#invitedAgain(known.person, answer)
    if (succeeded(answer)) return this.#invited(answer, asked, profileId)
    if (known === undefined || step.address === 'simulated') {
      const requirement = known === undefined ? 'v3.invite.success-status' : 'v3.invite.sandbox-no-effect'
      if (answer.status === 409)
        this.charge([[requirement, must('an address that nobody has to be free', 'status 409')]], answer)
      else if (isRefusal(answer)) this.stage.isFull = true
    }
  }

  /** Somebody is there from now on. */
  #invited(answer: Answer, asked: { email: string; name: string; role: string }, profileId?: string): void {
    this.charge(invitation(answer, asked), answer)
    const id = idOf(userOf(answer))
    if (id === undefined) return
    this.stage.guard.confirm('v3', { ...asked, id })
    // An address that was removed may come back under its former id.
    const former = this.#people.all.find((person) => person.id === id)
    if (former) this.#people.all.splice(this.#people.all.indexOf(former), 1)
    this.#people.nobody.delete(asked.email)
    this.#people.all.push({
      id,
      ...asked,
      ...scope(profileId),
      isGone: false,
      seenIn: new Map(),
    })
  }

  /** A duplicate: who was there stays as they are, unless the target renews invitations. */
  #invitedAgain(person: Person, answer: Answer): void {
    if (!succeeded(answer)) person.sparedBy = 'v3.invite.duplicate-one-entry'
    else this.#people.all.splice(this.#people.all.indexOf(person), 1)
  }

  #notInvited(
    { who, sandbox }: Extract<V3Step, { do: 'invite' }>,
    answer: Answer,
    email: string,
    profileId: string | undefined,
  ): void {
    const isTaken = this.#people.all.some((person) => person.email === email && !person.isGone)
    if (who === 'admin') {
      if (isTaken) return
      this.#people.nobody.set(email, 'v3.invite.sandbox-no-effect')
      if (succeeded(answer)) this.#people.simulated.push({ email, ...scope(profileId) })
      return
    }
    this.#people.nobody.set(email, 'v3.invite.refused-creates-nothing')
    const isSilent = sandbox && hasKey(who)
    if (!isSilent) this.charge(refusal(answer, who, 'invite', { inProfile: profileId !== undefined }), answer)
  }

  async #get({ who, person: number }: Extract<V3Step, { do: 'get' }>): Promise<void> {
    const person = this.#people.at(number)
    if (!person || !this.#caller(who) || who === 'billing') return
    if (!may(who, 'get')) {
      if (this.#isOpen(who, person.profileId)) return
      const answer = await this.#read(who, person)
      return this.charge(refusal(answer, who, 'get'), answer)
    }
    if (who !== 'admin' && person.profileId !== undefined) return
    const ask = (): Promise<Answer> => this.#read(who, person)
    const answer = await this.settled(
      ask,
      (one) => read(one, person, who),
      [person],
      `get ${who}`,
      () => this.#causeOf([person]),
    )
    if (who === 'admin' && !person.isGone) person.shown ??= userOf(answer)
  }

  async #list(who: Who, profileId: string | undefined): Promise<void> {
    const caller = this.#caller(who)
    if (!caller || this.#isOpen(who, profileId)) return
    const ask = (): Promise<Answer> =>
      this.sent(caller.list({ purpose: this.purpose('list'), ...scope(profileId) }))
    if (!may(who, 'list')) {
      const answer = await ask()
      return this.charge(refusal(answer, who, 'list'), answer)
    }
    const people = this.#people.all.filter((person) => person.profileId === profileId)
    const answer = await this.settled(
      ask,
      (one) => list(one, this.#people, profileId, who),
      people,
      `list ${who}`,
      () => this.#causeOf(people),
    )
    if (who !== 'admin') return
    for (const person of people)
      if (!person.isGone) person.shown ??= byId(usersOf(answer) ?? [], person.id)[0]
  }

  async #remove({ who, person: number, body, sandbox }: Extract<V3Step, { do: 'remove' }>): Promise<void> {
    const person = this.#people.at(number)
    if (!person || !this.#caller(who)) return
    const plain = BODIES[body]
    const sent = sandbox ? { ...plain, sandbox: true } : plain
    if (!may(who, 'remove')) {
      if (person.isGone) return
      const answer = await this.#removal(who, person, sent)
      person.sparedBy = 'v3.remove.refused-keeps-user'
      const isSilent = sandbox && hasKey(who)
      const how = { inProfile: person.profileId !== undefined, bodiless: sent === undefined }
      return isSilent ? undefined : this.charge(refusal(answer, who, 'remove', how), answer)
    }
    const answer = await this.#removal(who, person, sent)
    if (sandbox) {
      person.sparedBy = 'v3.remove.sandbox-no-effect'
      return
    }
    this.charge(removal(answer, person, body), answer)
    if (succeeded(answer)) this.#left(person, answer)
  }

  #left(person: Person, answer: Answer): void {
    this.#people.latestRemoval = answer
    if (person.isGone) return
    person.isGone = true
    person.seenIn.clear()
  }

  async #wrong({ field, value }: Extract<V3Step, { do: 'wrong' }>): Promise<void> {
    const { guard, domain } = this.stage
    const purpose = this.drawnFor
    const sound = { email: guard.email(purpose, domain), name: guard.name(purpose), role: 'developer' }
    const body = { ...sound, [field]: value, sandbox: true }
    const answer = await this.sent(
      this.stage.callers.admin.invite(body, { purpose: this.purpose(`wrong ${field}`) }),
    )
    this.charge(invalid(answer, field, value), answer)
  }

  /** Two equal invitations at the same time: at most one entry comes of them, and the target does not break. */
  async #inviteTwice(): Promise<void> {
    const { callers, isFull } = this.stage
    if (isFull) return
    const asked = {
      ...this.#looks({ look: 'plain', address: 'new', namesake: false }, undefined),
      role: 'developer',
    }
    const ask = (): Promise<Answer> =>
      this.sent(callers.admin.invite(asked, { purpose: this.purpose('two equal invitations') }))
    const answers = await Promise.all([ask(), ask()])
    const made = answers.filter(succeeded)
    // Where the second renews the first under another id, who is there is told by none of both.
    const ids = new Set(made.map((answer) => idOf(userOf(answer))))
    if (made[0] && ids.size === 1) this.#invited(made[0], asked)
  }

  /** A removal beside another request of the same person: one effect, and the target does not break. */
  async #removeAtOnce(number: number, beside: (person: Person) => Promise<Answer>): Promise<void> {
    const person = this.#people.at(number)
    if (!person || person.isGone) return
    const answers = await Promise.all([this.#removal('admin', person, { sandbox: false }), beside(person)])
    const removed = answers.find((one) => one.exchange.request.method === 'DELETE' && succeeded(one))
    if (removed) this.#left(person, removed)
    else for (const answer of answers.slice(0, 1)) this.charge(removal(answer, person, 'documented'), answer)
  }

  #removal(who: Who, person: Person, body: RemovalBody | undefined): Promise<Answer> {
    const { id, profileId } = person
    return this.sent(
      (this.#caller(who) as V3Caller).remove(id, body, {
        purpose: this.purpose('remove'),
        ...scope(profileId),
      }),
    )
  }

  #read(who: Who, { id, profileId }: Person): Promise<Answer> {
    return this.sent(
      (this.#caller(who) as V3Caller).get(id, { purpose: this.purpose('read'), ...scope(profileId) }),
    )
  }

  /** The requirement by which somebody had to be left alone. */
  #causeOf(people: readonly Person[]): string | undefined {
    const spared = people.find(({ sparedBy, isGone }) => sparedBy !== undefined && !isGone)?.sparedBy
    const isOthers = people.some(({ isGone }) => !isGone) && this.#people.latestRemoval !== undefined
    return spared ?? (isOthers ? 'v3.remove.gone-from-list' : undefined)
  }

  #known(
    address: 'there' | 'gone' | 'simulated' | 'new' | 'plus',
    profileId: string | undefined,
  ): { email: string; person?: Person } | undefined {
    if (address === 'simulated') return this.#people.simulated.findLast((one) => one.profileId === profileId)
    const person = address === 'gone' ? this.#people.gone(profileId).at(-1) : this.#people.there(profileId)[0]
    return person && { email: person.email, person }
  }

  #looks(
    {
      look,
      address,
      namesake,
    }: Pick<Extract<V3Step, { do: 'invite' }>, 'look' | 'namesake'> & { address: string },
    profileId: string | undefined,
  ): { email: string; name: string } {
    const { guard, domain } = this.stage
    const purpose = `${this.drawnFor} ${look}`
    const draws = guard.chance.for(`looks ${purpose}`)
    const [other] = namesake ? this.#people.there(profileId) : []
    const name = look === 'plain' ? guard.name(purpose) : `${VARIED[look](draws)} ${asWord(guard.tag)}`
    const [before] =
      address === 'plus' ? this.#people.there(profileId).filter((one) => !one.email.includes('+')) : []
    const email = before
      ? before.email.replace('@', `+${draws.letters(5)}@`)
      : guard.email(purpose, domain, look === 'plain' ? '' : variedSuffix(draws))
    return { email, name: other?.name ?? name }
  }

  /** Whether the documents leave open what such a caller reads: billing anywhere, the others in a profile. */
  #isOpen(who: Who, profileId: string | undefined): boolean {
    return who === 'billing' || (profileId !== undefined && hasKey(who))
  }

  get #profileId(): string | undefined {
    const { callers } = this.stage
    return callers.has('profileId') ? callers.profileId : undefined
  }

  /** Undefined where the configuration has no such caller. */
  #caller(who: Who): V3Caller | undefined {
    const { callers } = this.stage
    if (who === 'developer' && !callers.has('developerApiKey')) return undefined
    if (who === 'restricted' && !callers.has('restrictedApiKey')) return undefined
    if (who === 'billing' && !this.stage.hasBilling) return undefined
    return callers[who]
  }
}

function scope(profileId: string | undefined): { profileId?: string } {
  return profileId === undefined ? {} : { profileId }
}
