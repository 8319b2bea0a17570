/**
 * Ids that nobody was given and that a careless target takes for somebody's: words, an id that is written otherwise,
 * an address in place of an id, and paths that cannot be decoded.
 */
import type { Guard } from '../../../helpers/safety/guard.ts'
import { inOtherCase } from '../../../helpers/text/uuid.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, isRefusal, succeeded } from '../../../model/answer.ts'
import { idOf, userOf } from '../client/user.ts'
import type { V1Callers } from './callers.ts'
import type { CensusTaker } from './census.ts'
import type { People } from './people.ts'
import type { Plenty } from './plenty.ts'

/** Words and a number that programs send where they have no id. They are read only: a removal may mean anybody by them. */
export const WORDS = ['me', 'null', 'undefined', '0', "o'brien"] as const
/** Ends of a path that cannot be decoded. */
const BROKEN = {
  'a percent sign': '%',
  'a percent sign and letters': '%zz',
  'half a letter': '%E0%A4%A',
} as const
export const BROKEN_IDS = Object.keys(BROKEN) as (keyof typeof BROKEN)[]
/** What is made of the id and the address of somebody who is there. */
export const REWRITTEN = [
  'blank behind',
  'letters behind',
  'letter less',
  'other case',
  'no prefix',
  'address',
] as const

export type OddId = (typeof WORDS)[number] | keyof typeof BROKEN
export type Rewritten = (typeof REWRITTEN)[number]

/** Whose id is written otherwise; without an address where it is not the run's to name. */
interface Whose {
  id: string
  email?: string
}

/** A rewritten id that was asked for. */
export interface OddAnswer {
  form: Rewritten
  answer: Answer
}

/** Ids of so many characters are drawn, and not counted. */
const LONG = 12

/** What stands in front of the part of an id that tells people apart. */
const PREFIX = /^[a-z]{2,8}_(?=[0-9a-z]+$)/

const MAKE: Record<Rewritten, (whose: Whose) => string | undefined> = {
  'blank behind': ({ id }) => `${id} `,
  // So many that nobody can have been given them.
  'letters behind': ({ id }) => `${id}qzxvkwjhgz`,
  // Shorter ones may be counted, so that somebody may have the shorter one, too.
  'letter less': ({ id }) => (id.length < LONG ? undefined : id.slice(0, -1)),
  // Where both are in use, letter case tells ids apart.
  'other case': ({ id }) => (isInOneCase(id) ? inOtherCase(id) : undefined),
  'no prefix': ({ id }) => id.replace(PREFIX, ''),
  address: ({ email }) => email,
}

function isInOneCase(id: string): boolean {
  return id === id.toLowerCase() || id === id.toUpperCase()
}

export class OddIds {
  readonly #callers: V1Callers
  readonly #people: People
  readonly #guard: Guard
  readonly #plenty: Plenty
  readonly #once: Memo

  constructor(callers: V1Callers, people: People, guard: Guard, plenty: Plenty, once: Memo) {
    this.#callers = callers
    this.#people = people
    this.#guard = guard
    this.#plenty = plenty
    this.#once = once
  }

  /** An id of this form, read. */
  read(form: OddId): Promise<Answer> {
    return this.#once.do(`v1 read of an odd id: ${form}`, () => {
      const raw = (BROKEN as Record<string, string>)[form]
      return this.#get(raw ?? form, form, raw !== undefined)
    })
  }

  /** Whether somebody has that id all the same. */
  isTaken(form: OddId, answer: Answer): boolean {
    return idOf(userOf(answer)) === form
  }

  /** The rewritten ids of somebody who is there, read: of the run's own user where there is one. */
  async readRewritten(whose: Whose): Promise<OddAnswer[]> {
    const forms = (await this.#plenty.of(REWRITTEN)).filter((form) => this.#idOf(form, whose) !== undefined)
    return Promise.all(forms.map((form) => this.#readAs(form, whose)))
  }

  /**
   * The rewritten ids of the spare user, each named in a removal: those alone that reading has shown to be nobody's, so
   * that nobody but the spare user can be concerned.
   */
  removals(census: CensusTaker): Promise<OddAnswer[]> {
    return this.#once.do('v1 removals by rewritten ids', async () => {
      this.#guard.requires('disposable')
      const whose = await census.subject('spare')
      const read = await this.readRewritten(whose)
      // By its beginning a careless target may find others than the spare user.
      const unknown = read.filter(({ form, answer }) => form !== 'letter less' && isRefusal(answer))
      return Promise.all(
        unknown.map(async ({ form }) => {
          const id = this.#idOf(form, whose) ?? ''
          this.#guard.nobody(id)
          const options = { purpose: `removal of an id: ${form}`, silent: true }
          return { form, answer: await this.#callers.manager.remove(id, options) }
        }),
      )
    })
  }

  /** The spare user read afterwards. */
  afterRemovals(census: CensusTaker): Promise<Answer> {
    return this.#once.do('v1 read after removals by rewritten ids', async () => {
      await this.removals(census)
      const { id } = await census.subject('spare')
      return this.#people.read(id, 'read after the removals of ids like this one')
    })
  }

  #readAs(form: Rewritten, whose: Whose): Promise<OddAnswer> {
    const id = this.#idOf(form, whose) ?? ''
    return this.#once.do(`v1 read of a rewritten id: ${form} ${whose.id}`, async () => ({
      form,
      answer: await this.#get(id, form, false),
    }))
  }

  /** Undefined where the form makes no other id of this one. */
  #idOf(form: Rewritten, whose: Whose): string | undefined {
    const id = MAKE[form](whose)
    return id === whose.id ? undefined : id
  }

  #get(id: string, form: string, raw: boolean): Promise<Answer> {
    const options = { purpose: `read of an id: ${form}`, patient: true, silent: true, raw }
    return this.#callers.manager.get(id, options)
  }
}

/** Whether letter case tells ids apart: the same person under an id in the other one is as good as nobody. */
export function isSameInOtherCase({ form, answer }: OddAnswer, id: string): boolean {
  const shown = idOf(userOf(answer))
  return form === 'other case' && succeeded(answer) && shown?.toLowerCase() === id.toLowerCase()
}
