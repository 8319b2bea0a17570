/** Tells a story of v1: sends its steps one after another and holds every answer against who is there. */
import { asWord } from '../../../helpers/safety/names.ts'
import {
  longLatinName,
  markedName,
  nameOfManyScripts,
  variedSuffix,
} from '../../../helpers/safety/varied-names.ts'
import { type Stage, Teller } from '../../../language/deep/teller.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { must } from '../../../model/finding.ts'
import type { V1Caller } from '../client/caller.ts'
import { MAX_LIMIT } from '../client/pages.ts'
import { idOf, userOf } from '../client/user.ts'
import type { V1Callers } from '../steps/callers.ts'
import { soundRequest } from '../steps/requests.ts'
import { Flicker } from './flicker.ts'
import { creation, duplicate, type Person, read, refusal, removal, wholeList } from './judge.ts'
import type { V1Step, Who } from './steps.ts'

/** What stories of one run share. */
export interface V1Stage extends Stage {
  callers: V1Callers
  /** Whether there is a token of somebody who may not delete users. */
  hasRestricted: boolean
}

/** Names of each kind. */
const VARIED = { marks: markedName, scripts: nameOfManyScripts, long: longLatinName }

export class V1Story extends Teller<V1Step> {
  declare protected readonly stage: V1Stage
  readonly #people: Person[] = []
  /** Addresses that were asked for in vain, by the requirement that says that nobody comes of it. */
  readonly #nobody = new Map<string, string>()
  #hasRemoved = false
  readonly #flicker = new Flicker((id) => this.stage.guard.isForeign(id))

  protected override async step(step: V1Step): Promise<void> {
    switch (step.do) {
      case 'create':
        return this.#create(step)
      case 'get':
        return this.#get(step)
      case 'list':
        return this.#list(step)
      case 'remove':
        return this.#remove(step)
      case 'create twice':
        return this.#createTwice()
      case 'remove twice':
        return this.#removeBeside(step.person, (person) => this.#removal('manager', person))
      case 'read while removing':
        return this.#removeBeside(step.person, (person) => this.#read('manager', person))
    }
  }

  async #create(step: Extract<V1Step, { do: 'create' }>): Promise<void> {
    const caller = this.#caller(step.who)
    const isSound = step.who === 'manager'
    // What else a weaker token may do, no page says.
    if (!caller || step.who === 'restricted' || (isSound && this.stage.isFull)) return
    const known = isSound ? this.#known(step.address) : undefined
    const asked = { ...this.#looks(step), ...(known && { email: known.email }), role: step.role }
    let answer = await this.#creation(caller, asked)
    if (!isSound) {
      this.#nobody.set(asked.email, 'v1.create.refused-creates-nothing')
      return this.charge(refusal(answer, step.who, 'create'), answer)
    }
    if (known && !known.isGone) {
      known.sparedBy = 'v1.create.duplicate-changes-nothing'
      return this.charge(duplicate(answer), answer)
    }
    const isVaried = step.look !== 'plain' || step.role !== 'member' || step.address === 'plus'
    if (known === undefined && isRefusal(answer) && answer.status !== 409 && isVaried) {
      // What a target has against data and roles is its own business: plain ones take their place.
      const plain = { ...step, look: 'plain' as const, address: 'new' as const, namesake: false }
      Object.assign(asked, this.#looks(plain), { role: 'member' })
      answer = await this.#creation(caller, asked)
    }
    if (succeeded(answer)) return this.#created(answer, asked)
    if (known) return
    if (answer.status === 409)
      this.charge(
        [['v1.create.status-201', must('an address that nobody has to be free', 'status 409')]],
        answer,
      )
    else if (isRefusal(answer)) this.stage.isFull = true
  }

  /** Somebody is there from now on. */
  #created(answer: Answer, asked: { email: string; name: string; role: string }): void {
    this.charge(creation(answer, asked), answer)
    const created = userOf(answer)
    const id = idOf(created)
    if (id === undefined || created === undefined) return
    this.stage.guard.confirm('v1', { ...asked, id })
    const former = this.#people.findIndex((person) => person.id === id)
    if (former >= 0) this.#people.splice(former, 1)
    this.#people.push({
      id,
      ...asked,
      created,
      isGone: false,
      seenIn: new Map(),
    })
  }

  async #get({ who, person: number }: Extract<V1Step, { do: 'get' }>): Promise<void> {
    const person = this.#at(number)
    if (!person || who === 'restricted') return
    const ask = (): Promise<Answer> => this.#read(who, person)
    if (who !== 'manager') {
      const answer = await ask()
      return this.charge(refusal(answer, who, 'get'), answer)
    }
    await this.settled(
      ask,
      (one) => read(one, person),
      [person],
      'get',
      () => this.#causeOf([person]),
    )
  }

  async #list({ who, page, limit = MAX_LIMIT, status }: Extract<V1Step, { do: 'list' }>): Promise<void> {
    const caller = this.#caller(who)
    if (!caller || who === 'restricted') return
    const query = { page, limit, ...(status === undefined ? {} : { status }) }
    const isWhole = who === 'manager' && limit === MAX_LIMIT && page === 1 && status === undefined
    const ask = async (): Promise<Answer> => {
      const answer = await this.sent(caller.list(query, { purpose: this.purpose('list') }))
      const lacking = isWhole ? this.#flicker.see(answer) : undefined
      if (lacking) this.charge(lacking.found, lacking.answer)
      return answer
    }
    if (who !== 'manager') {
      const answer = await ask()
      return this.charge(refusal(answer, who, 'list'), answer)
    }
    // What a page shows of itself is looked at whenever one comes.
    if (limit !== MAX_LIMIT || page !== 1 || (status !== undefined && status !== 'pending')) {
      await ask()
      return
    }
    const judge = (one: Answer) => wholeList(one, this.#people, this.#nobody, status)
    await this.settled(ask, judge, this.#people, `list ${status}`, () => this.#causeOf(this.#people))
  }

  async #remove({ who, person: number }: Extract<V1Step, { do: 'remove' }>): Promise<void> {
    const person = this.#at(number)
    if (!person || !this.#caller(who)) return
    if (who !== 'manager') {
      if (person.isGone) return
      const answer = await this.#removal(who, person)
      person.sparedBy = 'v1.delete.refused-keeps-user'
      return this.charge(refusal(answer, who, 'delete'), answer)
    }
    const answer = await this.#removal(who, person)
    this.charge(removal(answer, person), answer)
    if (succeeded(answer)) this.#left(person)
  }

  #left(person: Person): void {
    this.#hasRemoved = true
    if (person.isGone) return
    person.isGone = true
    person.seenIn.clear()
  }

  /** Two equal creations at the same time: one user comes of them, and the target does not break. */
  async #createTwice(): Promise<void> {
    if (this.stage.isFull) return
    const { manager } = this.stage.callers
    const asked = { ...this.#looks({ look: 'plain', address: 'new', namesake: false }), role: 'member' }
    const answers = await Promise.all([this.#creation(manager, asked), this.#creation(manager, asked)])
    const made = answers.find(succeeded)
    if (made) this.#created(made, asked)
  }

  /** A removal beside another request about the same person: one effect, and the target does not break. */
  async #removeBeside(number: number, beside: (person: Person) => Promise<Answer>): Promise<void> {
    const person = this.#at(number)
    if (!person || person.isGone) return
    const answers = await Promise.all([this.#removal('manager', person), beside(person)])
    const removed = answers.find((one) => one.exchange.request.method === 'DELETE' && succeeded(one))
    if (removed) this.#left(person)
    else for (const answer of answers.slice(0, 1)) this.charge(removal(answer, person), answer)
  }

  #creation(caller: V1Caller, asked: { email: string; name: string; role: string }): Promise<Answer> {
    this.stage.callers.expectName(asked.email, true)
    return this.sent(caller.create(soundRequest(asked, asked.role), { purpose: this.purpose('create') }))
  }

  #removal(who: Who, { id }: Person): Promise<Answer> {
    return this.sent((this.#caller(who) as V1Caller).remove(id, { purpose: this.purpose('delete') }))
  }

  #read(who: Who, { id }: Person): Promise<Answer> {
    return this.sent((this.#caller(who) as V1Caller).get(id, { purpose: this.purpose('read') }))
  }

  #known(address: Extract<V1Step, { do: 'create' }>['address']): Person | undefined {
    if (address === 'there') return this.#people.find(({ isGone }) => !isGone)
    return address === 'gone' ? this.#people.findLast(({ isGone }) => isGone) : undefined
  }

  #looks({
    look,
    address,
    namesake,
  }: Pick<Extract<V1Step, { do: 'create' }>, 'look' | 'address' | 'namesake'>): {
    email: string
    name: string
  } {
    const { guard, domain } = this.stage
    const purpose = `${this.drawnFor} ${look}`
    const draws = guard.chance.for(`looks ${purpose}`)
    const other = this.#people.find(({ isGone }) => !isGone)
    const plain = guard.name(purpose)
    const name = look === 'plain' ? plain : `${VARIED[look](draws)} ${asWord(guard.tag)}`
    const before = address === 'plus' && other && !other.email.includes('+') ? other.email : undefined
    const email =
      before?.replace('@', `+${draws.letters(5)}@`) ??
      guard.email(purpose, domain, look === 'plain' ? '' : variedSuffix(draws))
    return { email, name: namesake && other ? other.name : name }
  }

  /** Somebody by number, as the story counts. */
  #at(number: number): Person | undefined {
    return this.#people.length === 0 ? undefined : this.#people[number % this.#people.length]
  }

  /** The requirement by which somebody had to be left alone. */
  #causeOf(people: readonly Person[]): string | undefined {
    const there = people.filter(({ isGone }) => !isGone)
    const spared = there.find(({ sparedBy }) => sparedBy !== undefined)?.sparedBy
    return spared ?? (there.length > 0 && this.#hasRemoved ? 'v1.delete.gone-from-list' : undefined)
  }

  /** Undefined where the configuration has no such caller. */
  #caller(who: Who): V1Caller | undefined {
    const { callers, hasRestricted } = this.stage
    if (who === 'manager') return callers.manager
    if (who === 'restricted') return hasRestricted ? callers.restricted : undefined
    return callers.unknown(who)
  }
}
