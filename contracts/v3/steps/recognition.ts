/** Tells the run's own users from everybody else, by what the target itself shows of them. */

import { FaultlessLists } from '../../../helpers/lists/list-changes.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Ledger } from '../../../helpers/safety/ledger.ts'
import type { Answer } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byEmail, idOf, userOf, usersOf, type V3User } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitation, Subject } from './invitation.ts'

export class Recognition {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #ledger: Ledger
  readonly #recognised = new FaultlessLists()

  constructor(callers: V3Callers, guard: Guard, ledger: Ledger) {
    this.#callers = callers
    this.#guard = guard
    this.#ledger = ledger
  }

  /**
   * Takes everybody in a list for a stranger who does not carry the run's tag; returns the list.
   * @param of of whom it is the list
   */
  before(list: Answer, of: 'organization' | 'profile'): Answer {
    const strangers = [...strangersIn(usersOf(list) ?? [], this.#guard)]
    this.#guard.foreign(strangers)
    if (of === 'organization') this.#ledger.shown('v3', strangers)
    return list
  }

  /** Recognises the run's own users in a list, and returns the list. */
  lookedAt(list: Answer): Answer {
    const users = usersOf(list) ?? []
    for (const index of this.#recognised.toLookAt(users)) this.#confirm(users[index] ?? {})
    this.#recognised.add(users)
    return list
  }

  /**
   * Finds an invited user by address in a list, else by the id of the invitation's answer.
   * @throws Inconclusive where the target shows nobody whom the run created
   */
  async find(invitation: Invitation, list: Answer): Promise<Subject> {
    const { email, profileId } = invitation
    const [entry] = byEmail(usersOf(list) ?? [], email)
    const listed = idOf(entry)
    const told = idOf(userOf(invitation.answer))
    // An id that is no text is the list's own fault, and may be no id that any other operation knows.
    const isMistyped = entry !== undefined && typeof entry.id !== 'string' && told !== listed
    let id = listed
    if (!this.#isOwn(listed) || isMistyped) {
      id = told
      if (told !== undefined) {
        const scope = profileId === undefined ? {} : { profileId }
        const got = await this.#callers.admin.get(told, { purpose: 'look for the invited user', ...scope })
        this.#confirm(userOf(got) ?? {})
      }
      if (!this.#isOwn(id)) id = listed
    }
    if (!this.#isOwn(id)) throw new Inconclusive('the target shows no user of this run to work with')
    this.#ledger.created('v3', email, id, profileId)
    return { id, email, ...(profileId === undefined ? {} : { profileId }) }
  }

  #confirm(user: V3User): void {
    this.#guard.confirm('v3', user)
  }

  #isOwn(id: unknown): id is string {
    return typeof id === 'string' && this.#guard.isOwn(id)
  }
}

/** The ids of those whom no run with this tag created. */
function* strangersIn(users: V3User[], guard: Guard): Generator<string> {
  for (const user of users) {
    const { email, name } = user
    const id = idOf(user)
    if (id !== undefined && !guard.carriesTag(email) && !guard.carriesTag(name)) yield id
  }
}
