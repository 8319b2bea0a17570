/**
 * What a run knows of its further credentials before it changes anything with them. Whoever configures one of another
 * organization would have people created there, where nobody looks for them.
 */
import { type Answer, succeeded } from '../../model/answer.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { idOf, type User } from '../../model/user.ts'

/** The users of a list; undefined where an answer is none. */
type UsersOf = (answer: Answer) => readonly User[] | undefined

/** A read of somebody whom the main credential is shown, by another one; undefined where the run has none. */
type ReadBy = (variable: string) => Promise<Answer> | undefined

export class SecondCredentials {
  readonly #usersOf: UsersOf
  readonly #readBy: ReadBy
  /** The first list of everybody that each credential was shown, by variable. */
  readonly #lists = new Map<string, Promise<Answer>>()
  readonly #admitted = new Map<string, Promise<void>>()

  constructor(usersOf: UsersOf, readBy: ReadBy = () => undefined) {
    this.#usersOf = usersOf
    this.#readBy = readBy
  }

  /** Remembers a list of everybody that is under way; the first of a credential counts. */
  listing(variable: string | undefined, list: Promise<Answer>): Promise<Answer> {
    if (variable !== undefined && !this.#lists.has(variable)) this.#lists.set(variable, list)
    return list
  }

  /**
   * Waits until a credential is not seen to be somebody else's.
   * @param main variable of the credential that knows everybody
   * @param list asks for everybody with the other one, where that has not been done yet
   * @throws Inconclusive where it is shown nobody whom the main one is shown
   */
  admit(variable: string, main: string, list: () => Promise<Answer>): Promise<void> {
    let admitted = this.#admitted.get(variable)
    if (admitted === undefined) {
      admitted = this.#look(variable, main, list)
      this.#admitted.set(variable, admitted)
    }
    return admitted
  }

  async #look(variable: string, main: string, list: () => Promise<Answer>): Promise<void> {
    if (await this.#mayRead(variable)) return
    const asked = this.#lists.get(variable) ?? list()
    const [shown, own] = await Promise.all([this.#shown(asked), this.#shown(this.#lists.get(main))])
    if (shown.length === 0 || own.length === 0) return
    const known = new Set(own.flatMap(namesOf))
    if (shown.some((user) => namesOf(user).some((name) => known.has(name)))) return
    throw new Inconclusive(
      `${variable} is shown a list of people of whom ${main} is shown nobody: it belongs to another organization, so nothing is changed with it`,
    )
  }

  /** Whoever may read one of the organization's users belongs to it. */
  async #mayRead(variable: string): Promise<boolean> {
    try {
      const read = await this.#readBy(variable)
      return read !== undefined && succeeded(read)
    } catch {
      return false
    }
  }

  async #shown(list: Promise<Answer> | undefined): Promise<readonly User[]> {
    try {
      return (list && this.#usersOf(await list)) ?? []
    } catch {
      // Whatever cannot be read says nothing of whose it is.
      return []
    }
  }
}

/** By what somebody may be recognised in two lists. */
function namesOf(user: User): string[] {
  const id = idOf(user)
  return [
    ...(id === undefined ? [] : [id]),
    ...(typeof user.email === 'string' ? [user.email.toLowerCase()] : []),
  ]
}
