/** Asks for users on behalf of the run, and writes down what came of it. */
import { untilSeen } from '../../../helpers/http/ambiguous-write.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger } from '../../../helpers/safety/ledger.ts'
import { asWord } from '../../../helpers/safety/names.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { V1Caller } from '../client/caller.ts'
import type { CreateRequest } from '../client/requests.ts'
import { idOf, userOf } from '../client/user.ts'
import type { V1Callers } from './callers.ts'
import { type DataKind, dataOf } from './data.ts'
import { type Flaw, type Fresh, soundRequest } from './requests.ts'

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

/** What a sound creation asks for beside an address and a name. */
export interface Sound {
  role: string
  /** What the user is called; absent: something plain. */
  data?: DataKind
  /** Members on top of, or instead of, the documented ones. */
  members?: object
  /** The label of the body; absent: application/json. */
  contentType?: string
}

/** So many drawn letters are no word. */
const WORD_CHARS = 9

export class Asking {
  readonly callers: V1Callers
  readonly guard: Guard
  readonly #ledger: Ledger
  readonly #domain: string

  constructor(callers: V1Callers, guard: Guard, ledger: Ledger, domain: string) {
    this.callers = callers
    this.guard = guard
    this.#ledger = ledger
    this.#domain = domain
  }

  /** Everything that was asked for and answered so far. */
  readonly answered: Creation[] = []

  /** Asks for somebody with nothing wrong about the request. */
  sound(slug: string, { role, data, members = {}, contentType }: Sound): Promise<Creation> {
    this.guard.requires('disposable')
    // Where a creation counted but its answer is lost, another address is asked for; the clean-up finds both.
    return untilSeen(() => {
      const drawn = data && dataOf(data, this.guard.chance)
      const fresh = this.fresh(slug, drawn?.suffix)
      const named = drawn === undefined ? fresh : { ...fresh, name: `${drawn.name} ${asWord(fresh.tag)}` }
      const request = soundRequest(named, role, members)
      const labelled = contentType === undefined ? request : { ...request, contentType }
      return this.ask(this.callers.manager, named, role, labelled, `creation: ${slug}`)
    })
  }

  /** The same, and with plain data where the target does not take these: its own limits are its own business. */
  async varied(slug: string, sound: Sound): Promise<Creation> {
    const first = await this.sound(slug, sound)
    if (!isRefusal(first.answer) || sound.data === undefined) return first
    const { data: _, ...plain } = sound
    return this.sound(`${slug}-plain`, plain)
  }

  /** Sends a request, and remembers who may have come of it. */
  async ask(
    caller: V1Caller,
    { email, name }: Pick<Fresh, 'email' | 'name'>,
    role: string,
    request: CreateRequest,
    purpose: string,
    flaw?: Flaw,
  ): Promise<Creation> {
    if (request.email !== undefined) this.callers.expectName(request.email, !flaw?.startsWith('name-'))
    const answer = await caller.create(request, { purpose })
    const id = idOf(userOf(answer))
    if (request.email !== undefined && id !== undefined) this.#ledger.created('v1', request.email, id)
    const creation = { email, name, role, answer, ...(flaw === undefined ? {} : { flaw }) }
    this.answered.push(creation)
    return creation
  }

  /** An address and a name that nobody else has, drawn for a purpose. */
  fresh(slug: string, suffix = ''): Fresh {
    const { tag } = this.guard
    const word = this.guard.chance.for(`word ${slug}`).letters(WORD_CHARS)
    return { email: this.guard.email(slug, this.#domain, suffix), name: this.guard.name(slug), tag, word }
  }
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
