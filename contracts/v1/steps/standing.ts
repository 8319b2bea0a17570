/**
 * Whether tokens still have the rights that they had when the run began. Asked for only once something is violated:
 * somebody else may change an account while a run goes on, and what is refused then is no violation.
 */
import type { Memo } from '../../../language/memo.ts'
import { refusesCaller, succeeded } from '../../../model/answer.ts'
import { entriesOf, idOf, userOf } from '../client/user.ts'
import type { V1Callers } from './callers.ts'
import type { People } from './people.ts'
import type { Removals } from './removals.ts'

/** What somebody whose rights are gone is refused this often in a row, though it was not before. */
const REPETITIONS = 2

export class Standing {
  readonly #callers: V1Callers
  readonly #people: People
  readonly #removals: Removals
  readonly #once: Memo

  constructor(callers: V1Callers, people: People, removals: Removals, once: Memo) {
    this.#callers = callers
    this.#people = people
    this.#removals = removals
    this.#once = once
  }

  /** How the owner of ACCESS_TOKEN is seen to have lost the right to manage users; undefined where it has not. */
  manager(): Promise<string | undefined> {
    return this.#once.do('v1 standing of the manager', async () => {
      if (!succeeded((await this.#people.resident()).answer)) return undefined
      for (let asked = 0; asked < REPETITIONS; asked++) {
        // A sound creation of somebody new, which was not refused before: a flaw is nothing that could explain it.
        const { answer } = await this.#people.victim(`standing ${asked}`)
        if (!refusesCaller(answer)) return undefined
      }
      return `is refused (403) what it was not refused before, the creation of a user: somebody changed that during the run, so run it again with accounts that nobody else works on`
    })
  }

  /** Why RESTRICTED_ACCESS_TOKEN is no token that the target takes any more; undefined where it is. */
  restricted(): Promise<string | undefined> {
    return this.#once.do('v1 standing of the restricted', async () => {
      const list = await this.#callers.restrictedUnproven.list(
        {},
        { purpose: 'is the token still known?', patient: true },
      )
      return list.status === 401
        ? 'is answered like a token that nobody was given (401), also where it only reads: it has expired or been revoked, so run it again with one that lasts longer'
        : undefined
    })
  }

  /** Whether RESTRICTED_ACCESS_TOKEN belongs to another organization; undefined where it is seen to read this one. */
  elsewhere(): Promise<string | undefined> {
    return this.#once.do('v1 organization of the restricted', async () => {
      const { subject } = await this.#removals.forbidden()
      const caller = this.#callers.restrictedUnproven
      const purpose = 'is the token one of this organization?'
      const [get, list] = await Promise.all([
        caller.get(subject.id, { purpose, patient: true }),
        caller.list({ limit: 100 }, { purpose, patient: true }),
      ])
      if (get.status !== 404 || idOf(userOf(get)) !== undefined || !succeeded(list)) return undefined
      const own = new Set((await this.#people.made()).map(({ creation }) => idOf(userOf(creation.answer))))
      if ((entriesOf(list) ?? []).some((entry) => own.has(idOf(entry)))) return undefined
      return 'finds nobody whom ACCESS_TOKEN is shown (404), neither alone nor in the list: is it a token of another organization?'
    })
  }
}
