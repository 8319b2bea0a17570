/**
 * The book of everybody whom a reference knew before the run: which call removed or changed whom, and whom calls have
 * created. It tells what really happened, whatever the answers said.
 */
import type { Call, Handler, Reply } from './kernel.ts'

/** Somebody whom the reference knows, as far as the book compares it. */
export interface Person {
  /** Where they have access, e.g. `organization`. */
  scope: string
  id: string
  email: string
  name: string | null
  role: string
  status: string
}

/** What a call did to somebody whom no call had created. */
export interface Loss {
  person: Person
  effect: 'removed' | 'changed'
  method: string
  /** Whether the call asked for this person, by id in its path or by address in its body. */
  aimed: boolean
  /** Whether the call asked to be simulated. */
  simulated: boolean
}

/** What stands in a book at one moment. */
export interface BookPage {
  losses: Loss[]
  /** Those whom calls created and who still are there. */
  created: Person[]
}

/** Everybody of every scope, by scope and id. */
type Everybody = ReadonlyMap<string, Person>

export class Book {
  readonly #people: () => Person[]
  /** The last look, which stands for the next one as long as nobody has changed. */
  #everybody: Everybody = new Map()
  #inOrder: readonly Person[] = []
  readonly #created = new Set<string>()
  readonly #losses: Loss[] = []
  /** Everything that creating calls have said so far: a fault may do later what was asked for. */
  #said = ''

  /** @param people everybody of every scope at this moment, as copies that stay as they are */
  constructor(people: () => Person[]) {
    this.#people = people
  }

  /** The same handler, whose calls are entered. Reading calls are not: people come and go between calls, too. */
  keptFor(handler: Handler): Handler {
    return async (call) => {
      if (call.method === 'GET') return handler(call)
      const before = this.#now()
      const reply = await handler(call)
      if (reply !== undefined) this.#enter(call, before, reply)
      return reply
    }
  }

  page(): BookPage {
    const created = this.#people().filter((person) => this.#created.has(keyOf(person)))
    return { losses: [...this.#losses], created }
  }

  #now(): Everybody {
    const people = this.#people()
    const last = this.#inOrder
    if (people.length === last.length && people.every((person, at) => isTheSame(person, last[at])))
      return this.#everybody
    this.#inOrder = people
    this.#everybody = new Map(people.map((person) => [keyOf(person), person]))
    return this.#everybody
  }

  #enter(call: Call, before: Everybody, reply: Reply): void {
    const after = this.#now()
    for (const [key, person] of after === before ? [] : before) {
      if (this.#created.has(key)) continue
      const shown = after.get(key)
      if (shown !== undefined && isSame(shown, person)) continue
      const effect = shown === undefined ? 'removed' : 'changed'
      this.#losses.push({ person, effect, method: call.method, ...aimOf(call, person) })
    }
    // People also come by themselves while a call is answered.
    if (call.method === 'POST')
      this.#said += `${call.body.toString('utf8')} ${String(reply.body ?? '')} `.toLowerCase()
    if (after === before) return
    for (const [key, { id, email }] of after) {
      if (before.has(key)) continue
      // As bodies spell it: a NUL, say, stands escaped there.
      const spelt = JSON.stringify(email).slice(1, -1)
      const isAskedFor = [id, email, spelt].some((text) => this.#said.includes(text.toLowerCase()))
      if (isAskedFor) this.#created.add(key)
    }
  }
}

/** Whether it is the same person, unchanged. */
function isTheSame(one: Person, other: Person | undefined): boolean {
  return other !== undefined && one.id === other.id && one.scope === other.scope && isSame(one, other)
}

function isSame(one: Person, other: Person): boolean {
  return (
    one.email === other.email &&
    one.name === other.name &&
    one.role === other.role &&
    one.status === other.status
  )
}

function aimOf(call: Call, { id, email }: Person): Pick<Loss, 'aimed' | 'simulated'> {
  const body = call.body.toString('utf8')
  const named = [id, email].some((text) => call.path.toLowerCase().includes(text.toLowerCase()))
  return {
    aimed: named || body.toLowerCase().includes(email.toLowerCase()),
    simulated: /"sandbox"\s*:\s*true/.test(body),
  }
}

function keyOf({ scope, id }: Person): string {
  return `${scope} ${id}`
}
