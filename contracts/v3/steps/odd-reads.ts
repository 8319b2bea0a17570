/** Reads of ids that name nobody, in several forms. */

import type { Guard } from '../../../helpers/safety/guard.ts'
import { isUuid } from '../../../helpers/text/uuid.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitations } from './invitations.ts'
import { BEGINNING, nearId, type OddIds, oddIds } from './odd-ids.ts'

/** The form of an id that shares its beginning with somebody's. */
const NEAR = 'a UUID that begins like somebody’s'

/** What programs send where they have no id, and what a search takes for everybody. They are read, never removed. */
const WORDS = {
  'the word me': 'me',
  'the word null': 'null',
  'the word undefined': 'undefined',
  zero: '0',
  'an asterisk': '*',
  'a percent sign': '%',
}

/** Forms that are left out where requests are counted: each is much like one that is not. */
const SPARED = [
  ...Object.keys(WORDS),
  'a known id and a blank',
  'the address of a user',
  'two UUIDs',
  'a known id and one digit',
  'a UUID and a NUL',
  'digits',
  'the beginning of a known id',
  'a UUID and a slash',
  'a UUID in upper case',
]

export class OddReads {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #once: Memo
  readonly #isSparing: () => Promise<boolean>
  #ids: Promise<OddIds> | undefined

  constructor(
    callers: V3Callers,
    guard: Guard,
    invitations: Invitations,
    once: Memo,
    isSparing: () => Promise<boolean>,
  ) {
    this.#isSparing = isSparing
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#once = once
  }

  /** Ids that nobody has, in forms that suit the target's own. */
  ids(): Promise<OddIds> {
    this.#ids ??= this.#known().then((id) => oddIds(this.#guard, id === undefined || isUuid(id)))
    return this.#ids
  }

  /** Reads of UUIDs that nobody has, each with its form. */
  unknown(): Promise<[string, Answer][]> {
    return this.#once.do('v3 reads of unknown ids', async () => {
      const { unknown } = await this.ids()
      const known = await this.#known()
      const near = known === undefined ? undefined : nearId(this.#guard, known)
      return this.#reads(await this.#tried({ ...unknown, ...(near === undefined ? {} : { [NEAR]: near }) }))
    })
  }

  /** Reads of what is no UUID, each with its form; a known id is found by nothing but itself. */
  malformed(): Promise<[string, Answer][]> {
    return this.#once.do('v3 reads of malformed ids', async () => {
      const known = await this.#known()
      const near =
        known !== undefined && isUuid(known)
          ? {
              'a number': '1',
              ...WORDS,
              'the beginning of a known id': known.slice(0, BEGINNING),
              'a known id and one digit': `${known}0`,
              'a known id and a blank': `${known} `,
              ...(await this.#address()),
            }
          : {}
      return this.#reads(await this.#tried({ ...(await this.ids()).malformed, ...near }))
    })
  }

  async #tried(ids: Record<string, string>): Promise<Record<string, string>> {
    if (!(await this.#isSparing())) return ids
    return Object.fromEntries(Object.entries(ids).filter(([form]) => !SPARED.includes(form)))
  }

  /** All of them, answered or not. */
  all(): Promise<unknown> {
    return Promise.allSettled([this.unknown(), this.malformed()])
  }

  /** The same for a developer, with a random UUID; undefined where requests are counted: they read somebody removed. */
  unknownByDeveloper(): Promise<Answer | undefined> {
    return this.#once.do('v3 read of an unknown id by developer', async () => {
      const { developer } = this.#callers
      if (await this.#isSparing()) return undefined
      return developer.get(this.#guard.unknownId('read as developer'), {
        purpose: 'unknown id, as developer',
      })
    })
  }

  #reads(ids: Record<string, string>): Promise<[string, Answer][]> {
    return Promise.all(
      Object.entries(ids).map(
        async ([form, id]): Promise<[string, Answer]> => [
          form,
          await this.#callers.admin.get(id, { purpose: `read nobody: ${form}` }),
        ],
      ),
    )
  }

  /** What names somebody, and is no id. */
  async #address(): Promise<Record<string, string>> {
    if (!this.#guard.allows('disposable') || (await this.#isSparing())) return {}
    const first = await this.#invitations.first().catch(() => undefined)
    return first === undefined || !succeeded(first.answer) ? {} : { 'the address of a user': first.email }
  }

  async #known(): Promise<string | undefined> {
    const users = usersOf(await this.#invitations.baseline()) ?? []
    return users.map(({ id }) => id).find((id) => typeof id === 'string')
  }
}
